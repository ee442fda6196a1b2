import { nameOwner } from '../../diagnostics/index.ts';
import type { RenderedArticle } from '../../links/index.ts';
import { locate } from '../../resolve/index.ts';
import { createLines, offsetOfPlace } from '../text/text-lines.ts';
import { findUses } from '../things/find-uses.ts';
import type { RenamePlan, RenameScope, SpanEdit } from './types.ts';

/** The words of a heading, and the fragments of all links that lead to what has another id then. */
export async function renameHeading(
  scope: RenameScope,
  path: string,
  id: string,
  words: string,
): Promise<RenamePlan> {
  const { workspace } = scope.edited;
  const article = workspace.corpus.articles.get(path);
  if (article === undefined) return { refused: 'The heading is not in an article.' };
  if (/[\r\n]/.test(words) || words.trim() === '') return { refused: 'A heading needs words, on one line.' };
  const text = workspace.files.texts.get(article.file) ?? '';
  const key = nameOwner(workspace.sourceLanguage, path);
  const { value: before } = await workspace.rendered([key]);
  const found = before.flatMap((each) => locateHeadings(each, id));
  if (found.length === 0) return { refused: `'${path}' has no heading with the id '${id}'.` };
  const elsewhere = found.find(({ file }) => file !== article.file);
  if (elsewhere !== undefined)
    return { refused: `The heading is in ${elsewhere.file}, which other articles may show as well.` };
  const lines = createLines(text);
  const edits = new Map<number, SpanEdit>();
  for (const place of found) {
    const mark = scope.site
      .scan(article.file, text)
      .find(
        ({ kind, start }) =>
          kind === 'heading' &&
          lines.positionAt(start).line === lines.positionAt(offsetOfPlace(lines, place)).line,
      );
    if (mark === undefined) return { refused: 'The heading is not written with number signs (#).' };
    if (/\{[{%]/.test(mark.name)) return { refused: 'The words of the heading are computed by Liquid.' };
    edits.set(mark.start, { file: article.file, start: mark.start, end: mark.end, text: words.trim() });
  }
  const changed = [...edits.values()]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (written, { start, end, text: fresh }) => written.slice(0, start) + fresh + written.slice(end),
      text,
    );
  const texts = new Map(workspace.files.texts).set(article.file, changed);
  const next = workspace.update({ value: { ...workspace.files, texts }, diagnostics: [] });
  const { value: after } = await next.rendered([key]);
  const ids = pairIds(before, after);
  if (ids === undefined) return { refused: 'The new words would change the number of headings.' };
  const links = [...ids].flatMap(([old, now]) => editFragments(scope, path, old, now));
  return { edits: [...edits.values(), ...links], moves: [] };
}

function locateHeadings({ resolution, renderings }: RenderedArticle, id: string) {
  const { body } = resolution.fields;
  return (renderings.body?.headings ?? []).flatMap((heading) =>
    body !== undefined && heading.id === id ? [locate(body, heading.offset).place] : [],
  );
}

/** Ids that are others now: a heading of the same words further down may lose its number. */
function pairIds(
  before: readonly RenderedArticle[],
  after: readonly RenderedArticle[],
): ReadonlyMap<string, string> | undefined {
  const ids = new Map<string, string>();
  for (const { resolution, renderings } of before) {
    const now = after.find((each) => (each.resolution.versions & resolution.versions) !== 0n);
    const [old, fresh] = [renderings, now?.renderings].map((each) => each?.body?.headings ?? []);
    if (old?.length !== fresh?.length) return undefined;
    for (const [at, { id }] of (old ?? []).entries()) {
      const other = fresh?.[at]?.id ?? id;
      if (other !== id) ids.set(id, other);
    }
  }
  return ids;
}

function editFragments(scope: RenameScope, path: string, old: string, now: string): readonly SpanEdit[] {
  return findUses(scope, { kind: 'heading', name: path, id: old }).map(({ file, mark }) => ({
    file,
    start: mark.start + mark.name.indexOf('#') + 1,
    end: mark.end,
    text: mark.name.includes('%') ? encodeURIComponent(now) : now,
  }));
}
