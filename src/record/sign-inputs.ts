import { createHash } from 'node:crypto';
import { createReadStream, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintProgram } from '../cache/index.ts';
import type { SiteSetup } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { signArtist } from '../diagrams/index.ts';
import { findBody, findVariables, isContent, type SiteFiles } from '../load/index.ts';
import type { Theme } from '../theme/index.ts';

/** All that decides what a build makes. */
export interface Inputs {
  readonly setup: SiteSetup;
  /** Whether there is to be a search index. */
  readonly search: boolean;
  readonly theme: Theme;
  readonly files: Result<SiteFiles>;
}

/** What a build is made of, in short. */
export interface InputSignature {
  /** Of what all files of a site may be made of: program, site file, theme. */
  readonly base: string;
  /** Of everything that is no article, and the base: of reusables and variables that is what their files are called. */
  readonly around: string;
  /** Of everything else, and the base. */
  readonly frame: string;
  /** Of the frontmatter of each article, by file. */
  readonly heads: Readonly<Record<string, string>>;
  /** Of each file of variables, by its name. */
  readonly variables: Readonly<Record<string, string>>;
  /** Of what comes after the frontmatter of each article and reusable, by file. */
  readonly bodies: Readonly<Record<string, string>>;
}

/**
 * Signs everything that a build is made of, this program and the Node that runs it among it: equal signatures give the
 * same site and the same diagnostics. Undefined for sites that bring code of their own, which may ask for anything.
 */
export async function signInputs(inputs: Inputs): Promise<InputSignature | undefined> {
  const { setup, search, theme, files } = inputs;
  const { config, built, languages, diagnostics } = setup;
  if (theme.templates !== undefined) return undefined;
  const { texts, strays = [], unread = [], assets, images, days } = files.value;
  const hash = createHash('sha256');
  const add = (...parts: readonly string[]) => hash.update(JSON.stringify(parts));
  add(process.version, process.platform, fingerprintProgram());
  add(format(config), format({ built, languages }), format(search), format(theme.files));
  if (config.diagrams !== undefined) add(signArtist(process.env.DECANT_CHROMIUM || undefined));
  if (config.cards !== undefined) {
    const { signCardArtist } = await import('../cards/index.ts');
    add(`${signCardArtist()}`);
  }
  const base = hash.copy().digest('base64url');
  const around = hash.copy();
  around.update(
    JSON.stringify([format(diagnostics), format(unread), format([...assets]), format([...images])]),
  );
  add(
    format(diagnostics),
    format(files.diagnostics),
    format(strays),
    format([...assets]),
    format([...images]),
    format([...(days ?? [])]),
  );
  const heads: Record<string, string> = {};
  const bodies: Record<string, string> = {};
  const variables: Record<string, string> = {};
  for (const [name, text] of texts) {
    const start = findBody(name, text, config);
    const head = text.slice(0, start);
    if (isContent(config, name)) heads[name] = hashText(head);
    else if (findVariables(config, name) !== undefined) {
      variables[name] = hashText(head);
      around.update(JSON.stringify([name]));
    } else around.update(JSON.stringify([name, head]));
    add(name, isContent(config, name) ? '' : head);
    if (start < text.length) bodies[name] = hashText(text.slice(start));
  }
  add(...Object.keys(bodies));
  for (const name of assets) {
    if (images.has(name)) continue;
    const sum = await hashFile(join(config.root, name));
    add(name, sum);
    around.update(JSON.stringify([name, sum]));
  }
  return {
    base,
    around: around.digest('base64url'),
    frame: hash.digest('base64url'),
    heads,
    variables,
    bodies,
  };
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
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
