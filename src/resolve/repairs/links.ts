import type { Edit } from '../tidy/apply-edits.ts';
import { findRegion, findRegions } from '../tidy/find-regions.ts';
import type { Repair } from './types.ts';

/** `["AUTOTITLE](/x)"`, `[[Bar](バー)](/x)`, `[x]（/y）`, `[x] (/y)`, `[x](/ y)`: the brackets of a link, and AUTOTITLE. */
export const links: Repair = {
  kind: 'links',
  findEdits(text, original) {
    const code = findRegions(text);
    const edits = FORMS.flatMap(({ pattern, write }) =>
      [...text.matchAll(pattern)].flatMap((found): readonly Edit[] => {
        const [stretch, ...groups] = found;
        const replacement = write(groups, original.text);
        const start = found.index;
        return replacement === undefined ? [] : [{ start, end: start + stretch.length, replacement }];
      }),
    );
    const sorted = edits.sort((a, b) => a.start - b.start);
    return sorted.filter(
      ({ start, end }, at) =>
        start >= (sorted[at - 1]?.end ?? 0) && findRegion(code, start, end) === undefined,
    );
  },
};

interface Form {
  readonly pattern: RegExp;
  /** The link as it was meant; undefined where the original does not speak for it. */
  readonly write: (groups: readonly (string | undefined)[], original: string) => string | undefined;
}

const FORMS: readonly Form[] = [
  // ["AUTOTITLE](/x)"
  {
    pattern: /\[(["“”「『])AUTOTITLE\]\(([^()\s]{1,300})\)(["”“」』])/g,
    write: ([open = '', target = '', close = '']) => `${open}[AUTOTITLE](${target})${close}`,
  },
  // [AUTOTITLE"](/x)
  {
    pattern: /(["“”「『])\[AUTOTITLE(["”“」』])\]\(([^()\s]{1,300})\)/g,
    write: ([open = '', close = '', target = '']) => `${open}[AUTOTITLE](${target})${close}`,
  },
  // [AUTOTITLEを参照](/x): words that stood behind the link
  {
    pattern: /\[[ "“”«「『]{0,2}AUTOTITLE([^[\]\n]{1,60})\]\(([^()\s]{1,300})\)/g,
    write: ([rest = '', target = ''], original) =>
      original.includes(`[AUTOTITLE](${target})`) ? `[AUTOTITLE](${target})${rest}` : undefined,
  },
  // [自動タイトル](/x), [Auto title](/x)
  {
    pattern: /\[([^[\]\n]{4,30})\]\(([^()\s]{1,300})\)/g,
    write: ([words = '', target = ''], original) =>
      isAutotitle(words) && original.includes(`[AUTOTITLE](${target})`)
        ? `[AUTOTITLE](${target})`
        : undefined,
  },
  // [x](/ packages / x), [x]( /packages/x )
  {
    pattern: /\]\(([^()\n]{1,300})\)/g,
    write: ([target = ''], original) => {
      const squeezed = target.replace(/[\s\u3000]+/g, '');
      return squeezed !== target.trim() && original.includes(`](${squeezed})`) ? `](${squeezed})` : undefined;
    },
  },
  // [[Bar](バー)](/x)
  {
    pattern: /\[\[([^[\]\n]{1,200})\]\(([^()\s/#:]{1,200})\)\]\(([^()\s]{1,300})\)/g,
    write: ([first = '', second = '', target = '']) => `[${first} (${second})](${target})`,
  },
  // [x]（/y）, ［x］（/y）, 【x】(/y)
  {
    pattern: /[[［【]([^[\]［］【】\n]{1,300})[\]］】][ \t]?[(（]([^()（）\s]{1,300})[)）]/g,
    write: ([words = '', target = ''], original) =>
      original.includes(`](${target})`) ? `[${words}](${target})` : undefined,
  },
];

/** What machines make of the word, in capitals or not, also in full-width letters and in two words. */
function isAutotitle(words: string): boolean {
  const folded = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”«»「」『』_-]+/g, '');
  return AUTOTITLES.has(folded) && words !== 'AUTOTITLE';
}

const AUTOTITLES = new Set([
  'autotitle',
  'autotitel',
  'autotítulo',
  'autotitulo',
  'autotitre',
  'títuloautomático',
  'títuloautomatico',
  'titreautomatique',
  'automatischertitel',
  'автозаголовок',
  '自動タイトル',
  'オートタイトル',
  '自動題名',
  '自動表題',
  '自动标题',
  '自動標題',
  '자동제목',
  '자동타이틀',
]);
