import { existsSync } from 'node:fs';
import { explainAddress, explainSource, type SiteSource } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import { formatAddressExplanation, formatSourceExplanation } from './format-explanation.ts';
import type { Options } from './options.ts';
import { askSite, findSiteFile } from './read-site-source.ts';
import type { Reporter } from './reporter.ts';

/** What `decant explain` is asked for. */
export interface ExplainOptions extends Pick<Options, 'root' | 'versions' | 'languages' | 'cache'> {
  /** A file, a line of one or an address, as written. */
  readonly subject: string;
  readonly words: string | undefined;
}

/** `decant explain`: the answer on stdout. 1 where a source comes out nowhere. */
export function runExplain(options: ExplainOptions, reporter: Reporter): Promise<number> {
  return askSite(options, reporter, (site) => answer(site, options, reporter));
}

async function answer(
  site: SiteSource,
  { subject, words }: ExplainOptions,
  reporter: Reporter,
): Promise<number> {
  const source = readSource(site, subject);
  if (source === undefined) {
    const explanation = await explainAddress(site, subject, words);
    reporter.json(explanation);
    reporter.summary(formatAddressExplanation(explanation));
    return 0;
  }
  if (words !== undefined)
    throw new UsageError('--text is for the address of a page. Name a line: FILE:LINE.');
  const explanation = explainSource(site, source.file, source.line, source.lastLine);
  reporter.json(explanation);
  reporter.summary(formatSourceExplanation(explanation, site));
  return explanation.places.length > 0 ? 0 : 1;
}

/** A file with a line, with lines or without; undefined for what can only be an address. */
function readSource(site: SiteSource, subject: string): NamedSource | undefined {
  const [, name = subject, line, last = line] = /^(.+?):(\d+)(?:-(\d+)|:\d+)?$/.exec(subject) ?? [];
  const lines = line === undefined ? NO_LINES : { line: Number(line), lastLine: Number(last) };
  const file = findSiteFile(site, name);
  if (file !== undefined) return { file, ...lines };
  if (/^https?:\/\//i.test(subject)) return undefined;
  const isFile =
    line !== undefined ||
    /\.(?:md|ya?ml)$/.test(name) ||
    /^(?:\.\/)?(?:content|data|translations)\//.test(name);
  // A path from the root of the machine is an address, unless it names a line or is there.
  if (name.startsWith('/') && (line !== undefined || existsSync(name)))
    throw new UsageError(
      `'${name}' is not a file of the site in ${site.config.root}. Give its path from there: content/index.md:1.`,
    );
  // Nobody has the file, and explainSource says so.
  return isFile && !name.startsWith('/') ? { file: name.replace(/^\.\//, ''), ...lines } : undefined;
}

interface NamedSource {
  readonly file: string;
  readonly line: number | undefined;
  readonly lastLine: number | undefined;
}

const NO_LINES = { line: undefined, lastLine: undefined };
