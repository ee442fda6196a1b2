import type { Hover } from 'vscode-languageserver/node';
import { nameOwner } from '../../diagnostics/index.ts';
import type { Article } from '../../load/index.ts';
import {
  createNames,
  createSet,
  EMPTY_SET,
  findName,
  formatRanges,
  hasVersion,
  listMembers,
  parsePredicate,
  type Version,
} from '../../versions/index.ts';
import { type Cursor, followLink } from '../open-cursor.ts';
import type { Mark } from '../text/scan-marks.ts';
import { describeSet } from './describe-set.ts';
import { describeFrontmatterLine } from './hover-frontmatter.ts';
import { describeTag } from './hover-tag.ts';

/** Longest text of a reusable that is shown. */
const MOST = 1500;

/** What a name means in the chosen version, and in which versions it means something else. */
export async function describeMark(cursor: Cursor): Promise<Hover | undefined> {
  const { mark, lines } = cursor;
  const value = mark && (await describeKind(cursor, mark));
  const found =
    value === undefined || mark === undefined
      ? (describeTag(cursor) ?? describeFrontmatterLine(cursor))
      : { value, ...mark };
  return found && { contents: { kind: 'markdown', value: found.value }, range: lines.rangeOf(found) };
}

function describeKind(cursor: Cursor, mark: Mark): Promise<string | undefined> | string | undefined {
  switch (mark.kind) {
    case 'data':
      return describeValue(cursor, mark.name);
    case 'condition':
      return describeCondition(cursor, mark.name);
    case 'word':
      return describeWord(cursor, mark.name);
    case 'link':
    case 'child':
      return describeLink(cursor, mark);
    default:
      return undefined;
  }
}

function describeValue({ edited, from }: Cursor, written: string): string | undefined {
  const name = written.replaceAll('/', '.');
  const found = edited.workspace.corpus.data.find(name, from.language);
  if (found === undefined) return undefined;
  const text = edited.readValue(found.source.text, from.article, from.language, from.version).trim();
  const shown = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  const { place } = found.source;
  const note = found.language === from.language ? '' : ` (${found.language})`;
  return [
    shown === '' ? '*nothing*' : shown,
    '---',
    `\`${place.file}:${place.line}\`${note}, in ${from.version.title}`,
  ].join('\n\n');
}

function describeCondition({ edited: { workspace } }: Cursor, text: string): string | undefined {
  const { versions, corpus } = workspace;
  const predicate = parsePredicate(text, createNames(versions, corpus.features), versions);
  if (predicate.condition === undefined) return undefined;
  return describeSet(workspace, predicate.versions);
}

function describeWord({ edited: { workspace } }: Cursor, name: string): string | undefined {
  const { versions, corpus, config } = workspace;
  const set = findName(name, createNames(versions, corpus.features));
  if (set === undefined) return undefined;
  const plan = config.plans.find(({ short }) => short === name);
  const what = plan === undefined ? `Feature \`${name}\`` : `Plan ${plan.name}`;
  return `${what}: ${describeSet(workspace, set)}`;
}

async function describeLink(cursor: Cursor, mark: Mark): Promise<string | undefined> {
  const { edited, from } = cursor;
  const link = followLink(cursor, mark);
  if (link.kind === 'asset') return `\`${link.file}\`${link.isMissing ? ': there is no such file' : ''}`;
  if (link.kind === 'self' || link.kind === 'outside') return undefined;
  const { versions, built } = edited.workspace;
  const own = listMembers(from.article.versions & built, versions);
  const missing = createSet(own.filter((version) => !answersIn(cursor, mark, version)));
  const note =
    missing === EMPTY_SET ? '' : `\n\nMissing in **${formatRanges(missing, versions, { within: built })}**`;
  if (link.kind === 'broken') return `\`${mark.name}\` leads to no page in ${from.version.title}.${note}`;
  const { article, version } = link.target;
  const title = await resolveTitle(cursor, article, link.language, version);
  const where = article.texts.get(link.language)?.file ?? article.file;
  return `**${title}**\n\n\`${where}\`, in ${version.title}${note}`;
}

function answersIn(cursor: Cursor, mark: Mark, version: Version): boolean {
  const link = followLink({ ...cursor, from: { ...cursor.from, version } }, mark);
  return link.kind === 'article' && !link.target.isElsewhere;
}

/** The title of an article as readers of a version see it. */
async function resolveTitle(
  { edited: { workspace } }: Pick<Cursor, 'edited'>,
  article: Article,
  language: string,
  version: Version,
): Promise<string> {
  const { value } = await workspace.resolved([nameOwner(language, article.path)]);
  const found = value.find(({ versions }) => hasVersion(versions, version)) ?? value[0];
  return found?.fields.title?.text.trim() ?? article.path;
}
