import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree } from './read-tree.ts';
import { buildForReport, repository } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A copy of one of tests/sites/, to be changed, with an output folder and a cache. */
export interface Place {
  readonly root: string;
  readonly out: string;
  readonly cache: string;
}

export function copySite(name: string): Place {
  const folder = createTemporaryFolder();
  const root = join(folder, 'root');
  cpSync(join(repository, 'tests/sites', name), root, { recursive: true });
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'assets/list.csv'), 'tea,price\n');
  return { root, out: join(folder, 'site'), cache: join(folder, 'cache') };
}

export function formatArgs({ root, out, cache }: Place): readonly string[] {
  return ['--root', root, '--out', out, '--cache', cache];
}

/** Builds without a search index. */
export function build(place: Place, ...more: readonly string[]) {
  return buildForReport([...formatArgs(place), '--no-search', ...more]);
}

/** What a build without any memory makes of the same sources. */
export async function buildAnew({ root, cache }: Place, ...more: readonly string[]) {
  const out = join(createTemporaryFolder(), 'site');
  const report = await build({ root, out, cache }, '--no-cache', ...more);
  return { ...report, tree: existsSync(out) ? readTree(out) : new Map<string, string>() };
}

/** Puts a text in the place of another, which must be there. */
export function replaceIn({ root }: Place, file: string, before: string, after: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(before)) throw new Error(`${file} has no '${before}'`);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
}

export function appendTo({ root }: Place, file: string, text: string): void {
  appendFileSync(join(root, file), text);
}
