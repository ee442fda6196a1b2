import { assembleCorpus } from '../load/index.ts';
import type { SiteSource } from './types.ts';

/** Says why the file of an article, in whatever language, makes no page. Reads the whole site. */
export function describeUnpublished({ files, config, versions }: SiteSource, file: string): string {
  const [source] = config.languages;
  const folder = config.languages
    .map(({ dir }) => locateContent(dir))
    .find((each) => file.startsWith(each) && each !== locateContent(source?.dir));
  const original = folder === undefined ? file : `${locateContent(source?.dir)}${file.slice(folder.length)}`;
  if (!files.texts.has(original))
    return `it is a translation of an article that does not exist, ${original}.`;
  const { diagnostics } = assembleCorpus(files, config, versions);
  const about = diagnostics.filter(({ place }) => place.file === original);
  const error = about.find(({ severity }) => severity === 'error');
  const orphan = about.find(({ code }) => code === 'load/orphan');
  const hints = [error ?? orphan].flatMap((found) => found?.hint ?? []);
  const reason = error?.message ?? 'no index page names it.';
  return [`${original === file ? '' : `${original}: `}${reason}`, ...hints].join(' ');
}

function locateContent(dir = '.'): string {
  return dir === '.' ? 'content/' : `${dir}/content/`;
}
