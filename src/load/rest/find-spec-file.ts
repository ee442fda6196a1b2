import type { ReportFault } from '../../config/index.ts';
import { findNearest } from '../../diagnostics/index.ts';
import type { Version } from '../../versions/index.ts';
import type { SiteFiles } from '../types.ts';

const EXTENSIONS = ['yaml', 'yml', 'json'];

/** What a file for all versions is called. */
const GENERAL = 'all';

type Texts = SiteFiles['texts'];

/** Whether a folder has files that may describe an API. */
export function hasSpecs(texts: Texts, folder: string): boolean {
  for (const path of texts.keys()) if (path.startsWith(folder) && isSpec(path)) return true;
  return false;
}

/**
 * The file of a version: `ghes-3.2.yaml`, else that of its plan, `ghes.yaml`, else `all.yaml`. A preview without any has that of the
 * newest release of its plan.
 */
export function findSpecFile(
  { name, plan, isPreview }: Version,
  texts: Texts,
  folder: string,
): string | undefined {
  const newest = isPreview ? plan.releases.slice(0, 1).map((release) => `${plan.short}-${release}`) : [];
  const names = [name, ...newest, plan.short, GENERAL];
  return names
    .flatMap((each) => EXTENSIONS.map((extension) => `${folder}${each}.${extension}`))
    .find((path) => texts.has(path));
}

/** Reports files right in the folder that no version has and no other file refers to. */
export function reportStrays(
  texts: Texts,
  folder: string,
  {
    versions,
    opened,
    report,
  }: {
    readonly versions: readonly Version[];
    readonly opened: ReadonlySet<string>;
    readonly report: ReportFault;
  },
): void {
  const names = new Set([...versions.flatMap(({ name, plan }) => [name, plan.short]), GENERAL]);
  for (const path of texts.keys()) {
    if (!path.startsWith(folder) || !isSpec(path) || opened.has(path)) continue;
    const name = path.slice(folder.length).replace(/\.[a-z]+$/, '');
    if (names.has(name)) continue;
    const nearest = findNearest(name, names);
    report({
      code: 'rest/stray-file',
      severity: 'warning',
      message: `No version of the site is called '${name}', and no file refers to '${path}', so it is not used.`,
      hint:
        nearest === undefined
          ? `Name it for a version (${[...names].slice(0, 3).join(', ')}), or delete it.`
          : `Did you mean '${nearest}'?`,
      place: { file: path, line: 1, column: 1 },
    });
  }
}

function isSpec(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path);
}
