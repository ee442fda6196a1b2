import type { Edit } from '../tidy/apply-edits.ts';
import { findRegions } from '../tidy/find-regions.ts';
import type { Repair } from './types.ts';

/** `["AUTOTITLE](/x)"`, `[[Bar](バー)](/x)`, `[x]（/y）`, `[x] (/y)`: the brackets of a link. */
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
        start >= (sorted[at - 1]?.end ?? 0) &&
        !code.some((region) => region.start < end && start < region.end),
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
