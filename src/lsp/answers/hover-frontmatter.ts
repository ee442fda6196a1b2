import {
  CHOICES,
  FRONTMATTER_KEYS,
  type FrontmatterKey,
  findFrontmatterEnd,
  KEY_MEANINGS,
  LAYOUTS,
} from '../../load/index.ts';
import { parseVersionMap } from '../../versions/index.ts';
import type { Cursor } from '../open-cursor.ts';
import { describeSet } from './describe-set.ts';

/** What a key of frontmatter means, or its value: of `versions` the versions in words. */
export interface FrontmatterHover {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const LINE = /^(\s*)(["']?[\w.-]+["']?)(\s*:\s*)((?:\S.*)?\S|)\s*$/;

/** Undefined outside of frontmatter, and where no key of it stands on the line. */
export function describeFrontmatterLine(cursor: Cursor): FrontmatterHover | undefined {
  const { file, lines, offset, edited } = cursor;
  const { text } = lines;
  const own = edited.articles.get(file)?.article;
  const isFeature = /(?:^|\/)data\/features\/[^/]+\.ya?ml$/.test(file);
  const end = isFeature ? text.length : findFrontmatterEnd(text);
  if ((own === undefined && !isFeature) || offset >= end) return undefined;
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const [, indent = '', written = '', colon = '', value = ''] =
    LINE.exec(text.slice(begin).split('\n', 1)[0] ?? '') ?? [];
  const key = written.replace(/["']/g, '');
  if (key === '') return undefined;
  const start = begin + indent.length;
  const isOnKey = offset <= start + written.length;
  const valueStart = start + written.length + colon.length;
  const span = isOnKey
    ? { start, end: start + written.length }
    : { start: valueStart, end: valueStart + value.length };
  if (indent !== '') return describeEntry(cursor, key, value, span, begin);
  // Prose has nothing to do with what its key means.
  if (!isOnKey && FRONTMATTER_KEYS[key as FrontmatterKey] === 'text' && !listChoices(key)) return undefined;
  const set =
    key === 'versions' && own ? `\n\nThis article: ${describeSet(edited.workspace, own.versions)}` : '';
  const meaning = isFeature ? undefined : describeKey(key);
  return meaning === undefined ? undefined : { value: `${meaning}${set}`, ...span };
}

function describeKey(key: string): string | undefined {
  const kind = FRONTMATTER_KEYS[key as FrontmatterKey];
  if (kind === undefined) return undefined;
  const choices = listChoices(key);
  const list = choices === undefined ? '' : `\n\nOne of ${choices.map((each) => `\`${each}\``).join(', ')}.`;
  return `\`${key}\` (${kind}): ${KEY_MEANINGS[key as FrontmatterKey] ?? 'accepted, and not shown to readers.'}${list}`;
}

function listChoices(key: string): readonly string[] | undefined {
  return key === 'layout' ? LAYOUTS : CHOICES.get(key as FrontmatterKey);
}

/** An entry of `versions`. */
function describeEntry(
  { lines: { text }, edited: { workspace } }: Cursor,
  key: string,
  value: string,
  span: { readonly start: number; readonly end: number },
  begin: number,
): FrontmatterHover | undefined {
  const [above = ''] =
    /(?:^|\n)([^\s#-][^\n]*)\n(?:[ \t#][^\n]*\n|\n)*$/.exec(text.slice(0, begin))?.slice(1) ?? [];
  if (!/^versions\s*:/.test(above)) return undefined;
  const written = value.replace(/\s#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
  const { versions, problems } = parseVersionMap(
    { [key]: written },
    workspace.versions,
    workspace.corpus.features,
  );
  return problems.length > 0 ? undefined : { value: describeSet(workspace, versions), ...span };
}
