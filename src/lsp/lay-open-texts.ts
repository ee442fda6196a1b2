import type { SiteSetup } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { compareCodeUnits, isContent, isDataFile, type SiteFiles } from '../load/index.ts';

/** Name of a file relative to the root, and the text that an editor holds of it. */
export type OpenText = readonly [file: string, text: string];

/** The files of a site with what is open in an editor in the place of what the disk holds. */
export function layOpenTexts(
  files: Result<SiteFiles>,
  all: readonly OpenText[],
  setup: SiteSetup,
): Result<SiteFiles> {
  const open = all.filter(([file]) => isSource(file, setup));
  if (open.length === 0) return files;
  const texts = new Map(files.value.texts);
  const hasNew = open.some(([file]) => !texts.has(file));
  for (const [file, text] of open) texts.set(file, text);
  const ordered = hasNew ? new Map([...texts].sort(([a], [b]) => compareCodeUnits(a, b))) : texts;
  return { ...files, value: { ...files.value, texts: ordered } };
}

/** Whether a file of this name is read as a part of the site. */
function isSource(file: string, { config }: Pick<SiteSetup, 'config'>): boolean {
  if (/(?:^|\/)(?:\.|readme\.md$)/i.test(file)) return false;
  const folders = config.languages.map(({ dir }) => (dir === '.' ? 'data/' : `${dir}/data/`));
  return isContent(config, file) || (isDataFile(file) && folders.some((each) => file.startsWith(each)));
}
