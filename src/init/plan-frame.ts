import { formatSiteFile } from './format-site-file.ts';
import { createHostFiles } from './host-files.ts';
import type { FileChange, InitPlan, SiteDescription } from './types.ts';

/** What stands around the content of a site: the site file, the package file, what git leaves alone, CI and deployment. */
export function planFrame(
  answers: SiteDescription,
  /** What the package file asks of npm: `^1.0.0`, or `file:../decant-1.0.0.tgz`. */
  decant: string,
  present: ReadonlyMap<string, string>,
): InitPlan {
  const files = new Map([['data/site.yml', formatSiteFile(answers)], ...createHostFiles(answers.host)]);
  const { changes, notes } = planFiles(files, present);
  const merged = [mergePackage(present.get('package.json'), decant), mergeIgnored(present.get('.gitignore'))];
  return { changes: [...changes, ...merged.flatMap((each) => each ?? [])], notes };
}

/** New files; those that are there already stay as they are. */
export function planFiles(
  files: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): InitPlan {
  const changes = [...files].flatMap(([file, after]) =>
    present.has(file) ? [] : [{ file, before: undefined, after }],
  );
  const kept = [...files.keys()].filter((file) => present.has(file));
  return { changes, notes: kept.map((file) => `'${file}' already exists and stays as it is.`) };
}

const SCRIPTS = { dev: 'decant dev', build: 'decant build', check: 'decant check' };

/** The package file, with the scripts and the package that it lacks. */
function mergePackage(before: string | undefined, decant: string): FileChange | undefined {
  const old = before === undefined ? { private: true, type: 'module' } : parsePackage(before);
  if (old === undefined) return undefined;
  const isNamed = ['dependencies', 'devDependencies'].some((key) => 'decant' in toRecord(old[key]));
  const merged = {
    ...old,
    scripts: { ...SCRIPTS, ...toRecord(old.scripts) },
    ...(!isNamed && { devDependencies: { ...toRecord(old.devDependencies), decant } }),
  };
  const indent = /^([ \t]+)"/m.exec(before ?? '')?.[1] ?? '  ';
  const after = `${JSON.stringify(merged, null, indent)}\n`;
  const isSame = before !== undefined && JSON.stringify(merged) === JSON.stringify(old);
  return isSame ? undefined : { file: 'package.json', before, after };
}

function parsePackage(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const IGNORED = ['node_modules/', '_site/', '_site.*/'];

function mergeIgnored(before: string | undefined): FileChange | undefined {
  const names = new Set((before ?? '').split('\n').map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = IGNORED.filter((name) => !names.has(name.replace(/\/$/, '')));
  if (missing.length === 0) return undefined;
  const start =
    before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}\n`;
  return { file: '.gitignore', before, after: `${start}${missing.join('\n')}\n` };
}
