import { nameOwner } from '../../diagnostics/index.ts';
import { findFrontmatterEnd, findReusable } from '../../load/index.ts';
import { locate } from '../../resolve/index.ts';
import { type Cursor, followLink } from '../open-cursor.ts';
import { offsetOfPlace } from '../text/text-lines.ts';
import type { Thing } from './types.ts';

/** What somebody means who stands at a place: what is named there, or what is defined there. */
export async function findThing(cursor: Cursor): Promise<Thing | undefined> {
  const { mark, edited } = cursor;
  const { features } = edited.workspace.corpus;
  if (mark?.kind === 'data') return { kind: 'data', name: mark.name.replaceAll('/', '.') };
  if (mark?.kind === 'word' && features.has(mark.name)) return { kind: 'feature', name: mark.name };
  if (mark?.kind === 'heading') return findHeadingThing(cursor);
  if (mark?.kind === 'link' || mark?.kind === 'child') {
    const link = followLink(cursor, mark);
    const target =
      link.kind === 'article' ? link.target.article : link.kind === 'self' ? cursor.from.article : undefined;
    if (target === undefined) return undefined;
    const hash = mark.name.indexOf('#');
    const isFragment = hash !== -1 && cursor.offset > mark.start + hash;
    const id = isFragment && 'fragment' in link ? link.fragment : undefined;
    return id === undefined
      ? { kind: 'article', name: target.path }
      : { kind: 'heading', name: target.path, id };
  }
  return findDefined(cursor);
}

/** What the file defines where no name stands: an article in its frontmatter, a reusable, a variable, a feature. */
function findDefined({ file, edited, lines, offset }: Cursor): Thing | undefined {
  const { workspace, articles } = edited;
  const own = articles.get(file);
  if (own !== undefined)
    return offset <= findFrontmatterEnd(lines.text) ? { kind: 'article', name: own.article.path } : undefined;
  const reusable = findReusable(workspace.config, file);
  if (reusable !== undefined) return { kind: 'data', name: reusable };
  const feature = /(?:^|\/)data\/features\/([^/]+)\.ya?ml$/.exec(file)?.[1];
  if (feature !== undefined) return { kind: 'feature', name: feature };
  const line = lines.positionAt(offset).line + 1;
  for (const { sources } of workspace.corpus.data.parts.values())
    for (const [name, { place }] of sources)
      if (place.file === file && place.line === line) return { kind: 'data', name };
  return undefined;
}

/** A heading of the article's own text. */
async function findHeadingThing({ file, edited, mark, lines }: Cursor): Promise<Thing | undefined> {
  const own = edited.articles.get(file);
  if (own === undefined || mark === undefined) return undefined;
  const { workspace } = edited;
  const { line } = lines.positionAt(mark.start);
  const { value } = await workspace.rendered([nameOwner(own.language, own.article.path)]);
  for (const { resolution, renderings } of value) {
    const { body } = resolution.fields;
    const at = renderings.body?.headings.findIndex(({ offset }) => {
      const place = body && locate(body, offset).place;
      return place?.file === file && lines.positionAt(offsetOfPlace(lines, place)).line === line;
    });
    if (at === undefined || at === -1) continue;
    const id = await findSourceId(own.article.path, at, resolution.versions);
    if (id !== undefined && id !== '') return { kind: 'heading', name: own.article.path, id };
  }
  return undefined;

  /** Ids are those of the source language. */
  async function findSourceId(path: string, at: number, versions: bigint): Promise<string | undefined> {
    const source = await workspace.rendered([nameOwner(workspace.sourceLanguage, path)]);
    const found = source.value.find(({ resolution }) => (resolution.versions & versions) !== 0n);
    return found?.renderings.body?.headings[at]?.id;
  }
}
