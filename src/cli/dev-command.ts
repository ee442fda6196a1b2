import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EDITORS, openKeptAnswers, type SitePreview, servePreview } from '../serve/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { UsageError } from '../usage-error.ts';
import type { DevSite } from './dev/open-dev-site.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

export interface DevOptions extends Options {
  /** A name of an editor, or an address; `vscode` if absent. */
  readonly editor?: string | undefined;
}

/**
 * `decant dev`: serves the site on 127.0.0.1, each page made when it is asked for, and shows changes as they are saved. What is made
 * of the whole site (the search, lists) is built aside. While nothing has changed since the last session, pages of that one are
 * there at once. Ends with Ctrl-C, exit code 0.
 */
export async function runDev(given: DevOptions, reporter: Reporter): Promise<number> {
  const { root, editor, port } = given;
  if (editor !== undefined && !editor.includes(':') && EDITORS[editor] === undefined)
    throw new UsageError(
      `There is no editor '${editor}'. The editors are ${Object.keys(EDITORS).join(', ')}.`,
    );
  tuneV8();
  // While somebody writes, every state is a passing one: nothing for others.
  const options = { ...given, cache: given.cache && { ...given.cache, remote: undefined } };
  const folder = mkdtempSync(join(tmpdir(), 'decant-dev-'));
  const ended = new AbortController();
  const kept = openKeptAnswers(options.cache, root, nameAnswers(options), reporter.note);
  let site: DevSite | undefined;
  let opening: Promise<SitePreview> | undefined;
  const open = async (): Promise<SitePreview> => {
    const { openDevSite } = await import('./dev/open-dev-site.ts');
    kept.begin();
    site = await openDevSite(options, { out: join(folder, 'site'), ended: ended.signal }, reporter);
    if (site === undefined) throw new RefusedSite();
    site.follow(async (changed) => (await serving).update(changed));
    return site.preview;
  };
  const openOnce = () => {
    opening ??= open();
    return opening;
  };
  let refuse = (_: RefusedSite): void => {};
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  const serving = servePreview(openOnce, {
    port,
    root,
    editor,
    kept,
    onShown: (shown) => site?.show(shown),
    onError(error) {
      if (error instanceof RefusedSite) refuse(error);
      else reporter.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
    findWhole: async () => site?.findWhole(),
  });
  try {
    const server = await serving;
    // Before anybody hears that it is there, and may end it.
    const interrupted = untilInterrupted();
    process.stdout.write(`Serving ${server.url}\n`);
    await Promise.race([interrupted, refused]);
    await server.close();
    return 0;
  } catch (error) {
    if (error instanceof RefusedSite) return 2;
    throw error;
  } finally {
    ended.abort();
    await opening?.catch(() => {});
    await site?.close();
    await site?.keep(kept);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The site file cannot be used, as was said. */
class RefusedSite extends Error {}

/** All that the same sources are answered differently for. */
function nameAnswers({ versions, languages, parser, search, editor }: DevOptions): string {
  return JSON.stringify([versions, languages, parser, search, editor]);
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
