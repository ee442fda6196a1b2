import { diffArrays } from 'diff';
import { splitMarkdownSections } from '../text/split-markdown-sections.ts';
import type { VersionChange } from '../types.ts';

/** What differs between the texts of articles, by path: blocks that came and went. Equal changes of several articles are one. */
export function compareArticleTexts(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly VersionChange[] {
  const nothing = { section: '', added: [], removed: [] };
  const changes = new Map<string, VersionChange & { readonly pages: string[] }>();
  for (const [path, text] of after) {
    const old = before.get(path);
    if (old === undefined || old === text) continue;
    for (const change of compareBlocks(old, text)) {
      const key = JSON.stringify([change.added, change.removed]);
      const known = changes.get(key);
      if (known === undefined) changes.set(key, { ...change, kind: 'changed', pages: [path] });
      else if (!known.pages.includes(path)) known.pages.push(path);
    }
  }
  const listMissing = (kind: 'added' | 'removed', from: typeof after, there: typeof after) =>
    [...from.keys()].filter((path) => !there.has(path)).map((path) => ({ ...nothing, kind, pages: [path] }));
  return [
    ...listMissing('added', after, before),
    ...listMissing('removed', before, after),
    ...changes.values(),
  ];
}

function compareBlocks(
  before: string,
  after: string,
): readonly Pick<VersionChange, 'section' | 'added' | 'removed'>[] {
  const [old, fresh] = [before, after].map(listBlocks) as [readonly TextBlock[], readonly TextBlock[]];
  const parts = diffArrays([...old], [...fresh], { comparator: (a, b) => a.text === b.text });
  const changes: { section: string; added: string[]; removed: string[] }[] = [];
  let isOpen = false;
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      isOpen = false;
      continue;
    }
    if (!isOpen) changes.push({ section: value[0]?.section ?? '', added: [], removed: [] });
    isOpen = true;
    changes.at(-1)?.[added ? 'added' : 'removed'].push(...value.map(({ text }) => text));
  }
  return changes;
}

interface TextBlock {
  readonly section: string;
  readonly text: string;
}

function listBlocks(markdown: string): readonly TextBlock[] {
  return splitMarkdownSections(markdown).flatMap(({ title, depth, start, end }) =>
    markdown
      .slice(start, end)
      .split(/\n{2,}/)
      .map((text) => ({ section: depth > 1 ? title : '', text: text.trim() }))
      .filter(({ text }) => text !== ''),
  );
}
