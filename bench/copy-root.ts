import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** What no build reads, and may be large. */
const LEFT_BEHIND = /^(?:\.|node_modules$|_site|dist$|tests$|src$)/;

/** Copies a site into a new folder, where it may be changed. */
export function copyRoot(root: string, target: string): void {
  for (const name of readdirSync(root)) {
    if (!LEFT_BEHIND.test(name)) cpSync(join(root, name), join(target, name), { recursive: true });
  }
}

/** Adds a sentence that no run has seen before. */
export function editFile(file: string, round: number): void {
  appendFileSync(file, `\n\nEdited for the benchmark, round ${round}.\n`);
}

/** Gives the first plan with releases so many of them, newer ones, so that most conditions answer as before. */
export function addReleases(root: string, count: number): void {
  const file = join(root, 'data/site.yml');
  const site = parseDocument(readFileSync(file, 'utf8'));
  const { plans } = site.toJS() as { plans: readonly { releases?: readonly string[]; next?: unknown }[] };
  const at = plans.findIndex(({ releases }) => releases !== undefined);
  const releases = [...(plans[at]?.releases ?? [])];
  while (at !== -1 && releases.length < count) releases.unshift(followRelease(releases[0] ?? '1.0'));
  site.setIn(['plans', at, 'releases'], releases);
  if (plans[at]?.next !== undefined) site.setIn(['plans', at, 'next'], followRelease(releases[0] ?? ''));
  writeFileSync(file, site.toString());
}

/** `3.0` to `3.1`. */
function followRelease(release: string): string {
  const [major, minor] = release.split('.').map(Number);
  return `${major}.${(minor ?? 0) + 1}`;
}
