import type { Edit } from '../tidy/apply-edits.ts';
import { findTags, rewriteTag } from './find-tags.ts';
import type { Original, Repair } from './types.ts';
import { findWord } from './words.ts';

/** `{% data variables.producto.x %}`, `{% data variables . a.b %}`: a reference that the original writes otherwise. */
export const references: Repair = {
  kind: 'references',
  findEdits(text, original, { hasReference }) {
    const damaged = findTags(text).filter(
      ({ name, args }) => TAGS.includes(name) && !hasReference(splitArguments(args).reference),
    );
    if (damaged.length === 0) return [];
    const candidates = listReferences(original.text);
    const used = listReferences(text);
    return damaged.flatMap((tag): readonly Edit[] => {
      const { reference, rest } = splitArguments(tag.args);
      const found = findReference(reference, original, candidates, used, hasReference);
      return found === undefined ? [] : [rewriteTag(tag, `${tag.name} ${found} ${rest}`)];
    });
  },
};

const TAGS = ['data', 'indented_data_reference'];

function splitArguments(args: string): { readonly reference: string; readonly rest: string } {
  const rest = /(?<!\s)\s+spaces\s*=[\s\S]*/.exec(args)?.[0] ?? '';
  return { reference: args.slice(0, args.length - rest.length).trim(), rest: rest.trim() };
}

function listReferences(text: string): ReadonlySet<string> {
  const tags = findTags(text).filter(({ name }) => TAGS.includes(name));
  return new Set(tags.map(({ args }) => splitArguments(args).reference));
}

/** Without its blanks and with its first part translated; else the one of the original that differs in one part. */
function findReference(
  reference: string,
  { language }: Original,
  candidates: ReadonlySet<string>,
  used: ReadonlySet<string>,
  hasReference: (reference: string) => boolean,
): string | undefined {
  const [root = '', ...rest] = reference.replace(/\s+/g, '').split('.');
  const squeezed = [findWord('root', language, root) ?? root, ...rest];
  if (hasReference(squeezed.join('.'))) return squeezed.join('.');
  const near = [...candidates].filter((each) => countDifferences(each.split('.'), squeezed) === 1);
  const fresh = near.filter((each) => !used.has(each));
  const [found, ...others] = fresh.length > 0 ? fresh : near;
  return others.length === 0 ? found : undefined;
}

function countDifferences(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.filter((part, at) => part !== b[at]).length;
}
