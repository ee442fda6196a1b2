import type { Text } from 'mdast';
import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

interface Shape {
  readonly pattern: RegExp;
  explain(found: string): { readonly message: string; readonly hint: string };
}

const TARGET = '(?:/|#|https?://)';

/** What stays text although its author meant a link; each pattern stands in a text, so no link was made of it. */
const SHAPES: readonly Shape[] = [
  {
    pattern: new RegExp(`!?\\[[^\\][\\n]+\\]\\(${TARGET}[^()"'\\n]*[ \\t][^()"'\\n]*\\)`, 'g'),
    explain: (found) => ({
      message: `There is a space in the address of '${found}', so it is not a link.`,
      hint: 'Write %20 for the space, or correct the address.',
    }),
  },
  {
    pattern: new RegExp(`\\[[^\\][\\n]+\\][ \\t\\u00a0]+\\(${TARGET}[^()\\s]*\\)`, 'g'),
    explain: (found) => ({
      message: `There is a space between the two parts of '${found}', so it is not a link.`,
      hint: "Write '](' without a space.",
    }),
  },
  {
    pattern: /\[\^[^\][\s]+\]/g,
    explain: (found) => ({
      message: `Nothing defines the footnote '${found}', so readers see its mark.`,
      hint: `Write a line '${found}: ' with its text into the same file.`,
    }),
  },
  {
    pattern: /(?<![\w\])])\[[^\][\n]*\p{L}{2}[^\][\n]*\]\[[^\][\n]*\p{L}{2}[^\][\n]*\]/gu,
    explain: (found) => {
      const label = found.slice(found.indexOf('][') + 1);
      return {
        message: `Nothing defines ${label}, so '${found}' is not a link.`,
        hint: `Write a line '${label}: ' with the address into the same file.`,
      };
    },
  },
];

/** Links that are none, so that readers see brackets, and links and images without an address. */
export const lintLooseLinks: Lint = (tree, { markdown, problems }) => {
  if (!/[[&]/.test(markdown)) return;
  visitAll(tree, (node) => {
    if (node.type === 'text') {
      // What AUTOTITLE lacks is told in its own words.
      if (!node.value.includes('[') || node.value.includes('AUTOTITLE')) return;
      for (const { pattern, explain } of SHAPES)
        for (const { 0: found, index } of node.value.matchAll(pattern)) {
          const offset = findOffset(node, found, index, markdown);
          problems.push({ ...LOOSE, ...explain(found), offset, end: offset + found.length });
        }
    } else if ((node.type === 'link' || node.type === 'image') && node.url.trim() === '') {
      const what = node.type === 'link' ? 'link' : 'image';
      problems.push({
        ...LOOSE,
        message: `The ${what} has no address.`,
        hint: 'Write it between the round brackets.',
        offset: node.position?.start.offset ?? 0,
        end: node.position?.end.offset,
      });
    }
  });
};

const LOOSE = { code: 'markdown/loose-link', severity: 'warning' } as const;

/** Escapes and character references are shorter in the text than in its source. */
function findOffset({ value, position }: Text, found: string, index: number, markdown: string): number {
  const start = position?.start.offset ?? 0;
  if (markdown.startsWith(value, start)) return start + index;
  return Math.max(markdown.indexOf(found, start), start);
}
