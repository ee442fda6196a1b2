import type { Article } from '../../load/index.ts';
import { findFrontmatterEnd } from '../../load/index.ts';
import { findKeySpan } from '../text/scan-marks.ts';
import { findTarget } from '../things/find-uses.ts';
import type { RenamePlan, RenameScope, SpanEdit } from './types.ts';

/**
 * An article or a section with all below it, in all languages: files, entries of `children`, links, and an old address for each
 * page that moves. Links by an older address stay: that leads on.
 */
export function renameArticle(scope: RenameScope, path: string, wanted: string): RenamePlan {
  const { workspace } = scope.edited;
  const { articles } = workspace.corpus;
  const article = articles.get(path);
  if (article === undefined || path === '') return { refused: 'The home page has no name of its own.' };
  const written = wanted.replace(/^\/|\/$|\.md$/g, '');
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const next = written.includes('/') ? written : `${folder}${written}`;
  const name = next.slice(folder.length);
  if (!next.startsWith(folder) || name.includes('/'))
    return {
      refused: `Only the last part of '${path}' can be renamed: which index page lists it is for its 'children' to say.`,
    };
  if (!/^[^\s?#%"'\\<>[\](){}]+$/.test(name) || /^\.|^index$/.test(name))
    return { refused: `'${name}' is no name of a page: no blanks, brackets or quotes.` };
  const moves = listMoves(scope, article, path, next);
  const taken = [...workspace.files.texts.keys()].find((file) =>
    moves.some(({ to }) => file === to || file.startsWith(`${to}/`) || file === `${to}.md`),
  );
  if (articles.has(next) || taken !== undefined) return { refused: `'${next}' is there already.` };
  const moved = [...articles.values()].filter(
    (each) => each.path === path || each.path.startsWith(`${path}/`),
  );
  const links = editLinks(scope, new Set(moved.map((each) => each.path)), path, name);
  const old = moved.flatMap((each) => addOldAddress(scope, each) ?? []);
  return { edits: [...links, ...old], moves };
}

function listMoves(
  { edited: { workspace } }: RenameScope,
  { kind, texts }: Article,
  path: string,
  next: string,
): readonly { readonly from: string; readonly to: string }[] {
  if (kind === 'article' || [...texts.values()].every(({ file }) => file.endsWith(`${path}.md`)))
    return [...texts.values()].map(({ file }) => ({
      from: file,
      to: file.replace(`${path}.md`, `${next}.md`),
    }));
  const files = [...workspace.files.texts.keys()];
  return workspace.config.languages
    .map(({ dir }) => (dir === '.' ? 'content/' : `${dir}/content/`))
    .filter((content) => files.some((file) => file.startsWith(`${content}${path}/`)))
    .map((content) => ({ from: `${content}${path}`, to: `${content}${next}` }));
}

function editLinks(
  { site, edited }: RenameScope,
  moved: ReadonlySet<string>,
  path: string,
  name: string,
): readonly SpanEdit[] {
  const depth = path.split('/').length - 1;
  return [...edited.workspace.files.texts].flatMap(([file, text]) =>
    site.scan(file, text).flatMap((mark) => {
      if (mark.kind !== 'link' && mark.kind !== 'child') return [];
      const target = findTarget(edited, file, mark);
      if (target === undefined || !moved.has(target.path)) return [];
      const changed = replaceSegment(mark.name, target.path, depth, name);
      return changed === undefined ? [] : [{ file, start: mark.start, end: mark.end, text: changed }];
    }),
  );
}

/**
 * An address with another segment, counted from the end: whatever language or version stands before it, and where it is relative.
 * Undefined where it does not name the segment.
 */
function replaceSegment(url: string, path: string, depth: number, name: string): string | undefined {
  const [whole = '', written = '', rest = ''] =
    /^([^?#]*?)((?:\/index)?(?:\.md)?\/?(?:[?#].*)?)$/.exec(url) ?? [];
  if (whole === '') return undefined;
  const segments = written.split('/');
  const old = path.split('/');
  const at = segments.length - (old.length - depth);
  // By an older address it may have another name below.
  if (at < 0 || segments.slice(at).map(decode).join('/') !== old.slice(depth).join('/')) return undefined;
  segments[at] = /%[0-9a-f]{2}/i.test(written) ? encodeURIComponent(name) : name;
  return `${segments.join('/')}${rest}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function addOldAddress({ edited }: RenameScope, { file, path, redirectFrom }: Article): SpanEdit | undefined {
  const text = edited.workspace.files.texts.get(file) ?? '';
  const old = `/${path}`;
  if (redirectFrom.some(({ value }) => value === old)) return undefined;
  const close = text.lastIndexOf('\n---', findFrontmatterEnd(text)) + 1;
  const head = text.slice(0, close);
  const span = findKeySpan(head, 'redirect_from');
  if (span === undefined) return { file, start: close, end: close, text: `redirect_from:\n  - ${old}\n` };
  const value = head.slice(span.start, span.end);
  const [list] = /\n[ \t]*-[ \t]+/.exec(value) ?? [];
  if (list !== undefined) return { file, start: span.end, end: span.end, text: `${list}${old}` };
  const bracket = value.indexOf('[');
  if (bracket !== -1) {
    const start = span.start + bracket + 1;
    return {
      file,
      start,
      end: start,
      text: value.includes(']', bracket) && /\[\s*\]/.test(value) ? old : `${old}, `,
    };
  }
  const before = value.slice(value.indexOf(':') + 1).trim();
  const block = `redirect_from:\n${before === '' ? '' : `  - ${before}\n`}  - ${old}`;
  return { file, start: span.start, end: span.end, text: block };
}
