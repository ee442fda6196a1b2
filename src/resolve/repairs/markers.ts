import type { Edit } from '../tidy/apply-edits.ts';
import { findRegion, findRegions } from '../tidy/find-regions.ts';
import type { Original, Repair } from './types.ts';
import { findWord } from './words.ts';

/** Markers of headings, lists, quotes, alerts and tables that have lost the text, or the form, they need. */
export const markers: Repair = {
  kind: 'markers',
  shapesBlocks: true,
  findEdits: (text, original) => findForms(BLOCK_FORMS, text, original),
};

/** Markers of strong text. */
export const inlineMarkers: Repair = {
  kind: 'markers',
  findEdits: (text, original) => findForms(INLINE_FORMS, text, original),
};

function findForms(forms: readonly Form[], text: string, original: Original): readonly Edit[] {
  const code = findRegions(text);
  const edits = forms
    .filter(({ sign, isForeign }) => sign.test(original.text) && !isForeign?.test(original.text))
    .flatMap(({ pattern, write }) =>
      [...text.matchAll(pattern)].flatMap((found): readonly Edit[] => {
        const replacement = write(found, original.language);
        const start = found.index;
        return replacement === undefined ? [] : [{ start, end: start + found[0].length, replacement }];
      }),
    )
    .sort((a, b) => a.start - b.start);
  return edits.filter(
    ({ start, end }, at) => start >= (edits[at - 1]?.end ?? 0) && findRegion(code, start, end) === undefined,
  );
}

interface Form {
  /** What the original must hold for the repair to be thought of. */
  readonly sign: RegExp;
  /** What it must not hold. */
  readonly isForeign?: RegExp;
  readonly pattern: RegExp;
  readonly write: (found: RegExpExecArray, language: string) => string | undefined;
}

/** What an item may begin with: code, strong text, a link, a tag that prints words. */
const MARKUP = '`[^`\\n]+`|\\*\\*[^*\\s]|\\[[^\\]\\n]+\\]\\(|\\{%-?[ \\t]*(?:data|octicon)[ \\t]';

const INLINE_FORMS: readonly Form[] = [
  // ＊＊強調＊＊
  {
    sign: /\*\*[^*\s]/,
    pattern: /＊＊([^＊\n]{1,200})＊＊/g,
    write: ([, words = '']) => `**${words}**`,
  },
];

const BLOCK_FORMS: readonly Form[] = [
  // ##見出し, ＃＃ 見出し
  {
    sign: /^#{1,6} /m,
    isForeign: /^#{2,6}[^#\s]/m,
    pattern: /^(#{2,6}|[＃]{1,6})[ \t\u3000]*(?=[^#＃\s])/gm,
    write: ([found, hashes = '']) => (/^#+[ \t]+$/.test(found) ? undefined : `${'#'.repeat(hashes.length)} `),
  },
  // A heading whose text has slipped into the next line.
  {
    sign: /^#{1,6} /m,
    isForeign: /^#{1,6}[ \t]*$/m,
    pattern: /^(#{1,6})[ \t]*\n{1,2}(?=[^\s#>|*+`{<-])/gm,
    write: ([, hashes = '']) => `${hashes} `,
  },
  // The same of a list item: `1.` or `-` alone in a line.
  {
    sign: /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/m,
    isForeign: /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/m,
    pattern: /^([ \t]*(?:[-*+]|\d{1,9}[.)]))[ \t]*\n[ \t]*(?=[^\s#>|*+`<\d-])/gm,
    write: ([, marker = '']) => `${marker} `,
  },
  // 1．手順, －項目, ・項目
  {
    sign: /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/m,
    pattern: /^([ \t]*)(?:([0-9０-９]{1,9})(?:．|。)|([－・•]))[ \t\u3000]*(?=\S)/gm,
    write: ([, blanks = '', number]) =>
      number === undefined ? `${blanks}- ` : `${blanks}${number.normalize('NFKC')}. `,
  },
  // -項目, 1.手順, 1、手順: only before letters of scripts without blanks, and before markup
  {
    sign: /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S/m,
    pattern: new RegExp(
      `^([ \\t]*)(?:(-)|(\\d{1,9})[.)、])(?=[「『（{[*\`]*[${'\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}'}]|${MARKUP})`,
      'gmu',
    ),
    write: ([, blanks = '', bullet, number]) => `${blanks}${bullet ?? `${number}.`} `,
  },
  // ＞ quotation
  {
    sign: /^[ \t]*>/m,
    pattern: /^([ \t]*)＞[ \t\u3000]*/gm,
    write: ([, blanks = '']) => `${blanks}> `,
  },
  // A quote mark alone, its text in the next line.
  {
    sign: /^[ \t]*>[ \t]*\S/m,
    isForeign: /^[ \t]*>[ \t]*\n(?![ \t]*>)/m,
    pattern: /^([ \t]*>)[ \t]*\n(?![ \t]*>)[ \t]*(?=[^\s#|*+`{<\d-])/gm,
    write: ([, mark = '']) => `${mark} `,
  },
  // > [! NOTE], > [!メモ], > [！NOTE］
  {
    sign: /^[ \t]*>[ \t]*\[![A-Z]+\]/m,
    pattern: /^([ \t]*>[ \t]*)[[［][ \t]*[!！][ \t]*([\p{L}]{1,30})[ \t]*[\]］]/gmu,
    write: ([, mark = '', word = ''], language) => {
      const kind = ALERTS.includes(word.toUpperCase())
        ? word.toUpperCase()
        : findWord('alert', language, word);
      return kind === undefined ? undefined : `${mark}[!${kind}]`;
    },
  },
  // ｜---｜---｜, | — | — |
  {
    sign: /^[ \t:|]*-[-\s|:]*$/m,
    pattern: /^[ \t]*[|｜](?=[ \t:：|｜]*[—–ー－-])[ \t:：|｜—–ー－-]+$/gm,
    write: ([row]) =>
      row
        .replace(/｜/g, '|')
        .replace(/：/g, ':')
        .replace(/[—–ー－]+/g, (dashes) => '-'.repeat(Math.max(3, dashes.length))),
  },
  // ｜セル｜セル｜
  {
    sign: /^[ \t]*\|.*\|[ \t]*$/m,
    isForeign: /｜/,
    pattern: /^[ \t]*｜.*｜[ \t]*$/gm,
    write: ([row]) => row.replace(/｜/g, '|'),
  },
];

const ALERTS = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'];
