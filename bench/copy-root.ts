import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Commits all that a copy holds, in a repository of its own. */
export function commitAll(root: string): void {
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...AUTHOR, ...args]);
  if (!existsSync(join(root, '.git'))) git('init', '--quiet');
  git('add', '--all', '--force');
  git('commit', '--quiet', '--no-verify', '--allow-empty', '--message=state');
}

/** What git asks for before it commits, whatever it is told by its user. */
const AUTHOR = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'commit.gpgSign=false'];

/** Codes of the languages of a site, the source language first. */
export function listLanguages(root: string): readonly string[] {
  const { languages } = parseDocument(readFileSync(join(root, 'data/site.yml'), 'utf8')).toJS() as {
    languages: readonly { code: string }[];
  };
  return languages.map(({ code }) => code);
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

/**
 * Adds a language: a copy of the translation into another, in which each article has a sentence of its own, so that no text is
 * that of the other.
 */
export function addLanguage(root: string, model: string, code: string): void {
  const file = join(root, 'data/site.yml');
  const site = parseDocument(readFileSync(file, 'utf8'));
  const { languages } = site.toJS() as { languages: readonly { code: string; dir: string }[] };
  const copied = languages.find((language) => language.code === model);
  if (copied === undefined) throw new Error(`${file} names no language '${model}'.`);
  const dir = `translations/${code}`;
  const target = join(root, dir);
  cpSync(join(root, copied.dir), target, { recursive: true });
  for (const name of readdirSync(join(target, 'content'), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md')) appendFileSync(join(target, 'content', name), `\n\nIn ${code}.\n`);
  site.addIn(['languages'], { code, name: code, dir });
  writeFileSync(file, site.toString());
}

/** `3.0` to `3.1`. */
function followRelease(release: string): string {
  const [major, minor] = release.split('.').map(Number);
  return `${major}.${(minor ?? 0) + 1}`;
}
