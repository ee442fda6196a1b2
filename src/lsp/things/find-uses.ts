import { findShownVersion, followLink } from '../open-cursor.ts';
import type { Mark } from '../text/scan-marks.ts';
import type { EditedSite, EditorSite } from '../types.ts';
import type { Thing } from './types.ts';

/** The site that is looked through. */
export interface UseScope {
  readonly site: EditorSite;
  readonly edited: EditedSite;
}

/** A place that names a thing. */
export interface FoundUse {
  readonly file: string;
  readonly text: string;
  readonly mark: Mark;
}

/** Every place of the site that names a thing, in the order of files. */
export function findUses(request: UseScope, thing: Thing): readonly FoundUse[] {
  const isUse = createUseTest(request, thing);
  return [...request.edited.workspace.files.texts].flatMap(([file, text]) =>
    mayName(text, thing)
      ? request.site.scan(file, text).flatMap((mark) => (isUse(file, mark) ? [{ file, text, mark }] : []))
      : [],
  );
}

/** Most texts need not be looked through. */
function mayName(text: string, thing: Thing): boolean {
  if (thing.kind === 'heading') return text.includes(`#${thing.id}`) || text.includes('#%');
  const last = thing.name.split(/[./]/).at(-1) ?? '';
  return text.includes(last) || text.includes(encodeURI(last)) || thing.kind === 'article';
}

function createUseTest({ edited }: UseScope, thing: Thing): (file: string, mark: Mark) => boolean {
  if (thing.kind === 'data')
    return (_, { kind, name }) => kind === 'data' && name.replaceAll('/', '.') === thing.name;
  if (thing.kind === 'feature') return (_, { kind, name }) => kind === 'word' && name === thing.name;
  return (file, mark) => {
    if (mark.kind !== 'link' && mark.kind !== 'child') return false;
    const hash = mark.name.indexOf('#');
    if (thing.kind === 'heading' && hash === -1) return false;
    const target = findTarget(edited, file, mark);
    if (target?.path !== thing.name) return false;
    return thing.kind === 'article' || target.fragment === thing.id;
  };
}

/** The article that a link of a file leads to in some version. */
export function findTarget(
  edited: EditedSite,
  file: string,
  mark: Mark,
): { readonly path: string; readonly fragment: string | undefined } | undefined {
  const own = edited.articles.get(file);
  const { corpus, sourceLanguage } = edited.workspace;
  const article = own?.article ?? corpus.articles.get('') ?? [...corpus.articles.values()][0];
  const version = article && findShownVersion(edited, article, undefined);
  if (article === undefined || version === undefined) return undefined;
  const from = { article, version, language: own?.language ?? sourceLanguage };
  const link = followLink({ edited, from }, mark);
  if (link.kind === 'self') return own && { path: own.article.path, fragment: link.fragment };
  return link.kind === 'article' ? { path: link.target.article.path, fragment: link.fragment } : undefined;
}
