import type { Edit } from '../tidy/apply-edits.ts';
import { findRawText } from './find-tags.ts';
import type { Original, Repair, Vocabulary } from './types.ts';
import { findWord } from './words.ts';

/** What has become of `{%` and `%}` around a tag; the first group is what stands between them. */
const DAMAGED: readonly RegExp[] = [
  // \{% data x %\}, {\% data x \%}
  /\\?\{\\%([^{}%\\]{1,200})\\?%\\?\}/g,
  /\\\{%([^{}%\\]{1,200})\\?%\\?\}/g,
  // {{% data x %}, {%% data x %}
  /\{\{\s?[%％]([^{}%％]{1,200})[%％]\}(?!\})/g,
  /\{%%([^{}%]{1,200})%\}/g,
  // {% data x % %}
  /\{%([^{}%\n]{1,200})%[ \t]+%\}/g,
  // {% endif _%}
  /\{%([^{}%\n]{1,200}?)_%\}/g,
  // % data x %}
  /(?<![{｛][ \u3000]{0,2})(?<![%％\w\\])%([ \t]?[a-z][^{}%\n]{1,200})%\}/g,
  // {{% data x %}}
  /\{\{\s?[%％]([^{}%％]{1,200})[%％]\s?\}\}/g,
  // {{ variables.a.b }}, {{ data reusables.a.b }}
  /\{\{-?\s?((?:data\s+)?(?:variables|reusables)\.[\w.-]*\w)\s?-?\}\}/g,
  // { % data x % }, ｛％ data x ％｝
  /(?<!\{)[{｛][ \u3000]{0,2}[%％]([^{}｛｝%％]{1,200})[%％][ \u3000]{0,2}[}｝](?!\})/g,
  // {% data x }, {% data x %
  /\{%([^{}%\n]{1,200})(?:\}(?!\})|%(?![%}]))/g,
  // { data x %}
  /(?<![{$])\{([^{}%\n]{1,200})%\}/g,
];

/** `{ % data x % }`, `{{% data x %}}`, `｛％ data x ％｝`, `{% data x }`: the brackets of a tag. */
export const delimiters: Repair = {
  kind: 'delimiters',
  findEdits(text, original, vocabulary) {
    const raw = findRawText(text);
    const edits: Edit[] = [];
    for (const pattern of DAMAGED) {
      for (const { 0: found, 1: inner = '', index } of text.matchAll(pattern)) {
        const edit = { start: index, end: index + found.length, replacement: `{%${inner}%}` };
        const isFree = [...edits, ...raw].every(({ start, end }) => edit.end <= start || edit.start >= end);
        if (isFree && isTag(inner, original, vocabulary)) edits.push(edit);
      }
    }
    return edits.sort((a, b) => a.start - b.start);
  },
};

/** Braces and percent signs are common in code, so what stands between them must begin as a tag does. */
function isTag(inner: string, { language }: Original, { tags }: Vocabulary): boolean {
  const [word = ''] = inner.normalize('NFKC').replace(/^-/, '').trim().split(/\s/);
  const isReference = /^(?:variables|reusables|ui|glossaries)\.[\w.-]+$/.test(word);
  return isReference || tags.has(word.toLowerCase()) || findWord('tag', language, word) !== undefined;
}
