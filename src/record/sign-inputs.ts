import { createHash } from 'node:crypto';
import { createReadStream, lstatSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintCode } from '../cache/index.ts';
import type { SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { Theme } from '../theme/index.ts';
import type { VersionSet } from '../versions/index.ts';

/** All that decides what a build makes. */
export interface Inputs {
  readonly config: SiteConfig;
  readonly selection: { readonly built: VersionSet; readonly languages: readonly string[] };
  /** Whether there is to be a search index. */
  readonly search: boolean;
  readonly theme: Theme;
  /** What was said before the files were read. */
  readonly diagnostics: readonly Diagnostic[];
  readonly files: Result<SiteFiles>;
}

/**
 * One short text for everything that a build is made of, this program and the Node that runs it among it: equal ones give
 * the same site and the same diagnostics. Undefined for sites that bring code of their own, which may ask for anything.
 */
export async function signInputs(inputs: Inputs): Promise<string | undefined> {
  const { config, selection, search, theme, diagnostics, files } = inputs;
  if (theme.templates !== undefined) return undefined;
  const { texts, assets, images, days } = files.value;
  const hash = createHash('sha256');
  const add = (...parts: readonly string[]) => hash.update(JSON.stringify(parts));
  add(process.version, process.platform, fingerprintProgram());
  add(format(config), format(selection), format(search), format(theme.files));
  add(
    format(diagnostics),
    format(files.diagnostics),
    format([...assets]),
    format([...images]),
    format([...(days ?? [])]),
  );
  for (const [name, text] of texts) add(name, text);
  for (const name of assets) if (!images.has(name)) add(name, await hashFile(join(config.root, name)));
  return hash.digest('base64url');
}

/** Of this package's code: the folder that holds the stages, and all that they import. */
function fingerprintProgram(): string {
  return fingerprintCode([fileURLToPath(new URL('../', import.meta.url))], extname(import.meta.url));
}

function format(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}n` : each));
}

/** Pictures have a hash in their name; other files can be of any size. Only regular ones are published. */
async function hashFile(file: string): Promise<string> {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return '';
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  } catch {
    return '';
  }
  return hash.digest('base64url');
}
