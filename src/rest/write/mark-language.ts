import type { Place } from '../../diagnostics/index.ts';

/** On a page in another language: what texts of the source language are, and where those of the page's own stand. */
export interface SourceLanguage {
  readonly lang: string;
  /** Undefined where all languages of the site run alike. */
  readonly dir: 'ltr' | 'rtl' | undefined;
  /** Folder of the translated files, with a slash at its end. */
  readonly translated: string;
}

/**
 * Puts Markdown into an element that names its language, where that is not the language of the page.
 *
 * @param place undefined for names, which no file translates
 */
export type MarkLanguage = (
  markdown: string,
  place: Pick<Place, 'file'> | undefined,
  tagName: 'div' | 'span',
) => string;

/** Class of the elements that are only there for their language: pages as Markdown go without. */
const CLASS = 'rest-text';

export function createLanguageMarker(source: SourceLanguage | undefined): MarkLanguage {
  if (source === undefined) return (markdown) => markdown;
  const { translated } = source;
  const open = ` class="${CLASS}"${writeLanguage(source)}>`;
  return (markdown, place, tagName) => {
    if (markdown === '' || place?.file.startsWith(translated)) return markdown;
    return tagName === 'div' ? `<div${open}\n\n${markdown}\n\n</div>` : `<span${open}${markdown}</span>`;
  };
}

/** The attributes of an element in the source language, with a blank before each; none where it is the language of the page. */
export function writeLanguage(source: Pick<SourceLanguage, 'lang' | 'dir'> | undefined): string {
  if (source === undefined) return '';
  const { lang, dir } = source;
  return ` lang="${lang}"${dir === undefined ? '' : ` dir="${dir}"`}`;
}
