import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver/node';
import { nameOwner } from '../../diagnostics/index.ts';
import {
  CHOICES,
  FRONTMATTER_KEYS,
  type FrontmatterKey,
  findFrontmatterEnd,
  LAYOUTS,
  listVariantNames,
} from '../../load/index.ts';
import { listTags } from '../../resolve/index.ts';
import { formatRanges, hasVersion } from '../../versions/index.ts';
import { type Cursor, followLink } from '../open-cursor.ts';

/** What is typed so far, and what may stand in its place. */
interface Offer {
  readonly typed: string;
  readonly items: readonly CompletionItem[];
}

/** Of thousands of names, those that hold what is typed; the editor asks again when more is typed. */
const MOST = 200;

/** What may stand at the cursor: tags, names, releases and operators, keys and values of frontmatter, links and fragments. */
export async function completeAt(cursor: Cursor): Promise<CompletionList | undefined> {
  const offer = await findOffer(cursor);
  if (offer === undefined) return undefined;
  const { lines, offset } = cursor;
  const { typed } = offer;
  const range = lines.rangeOf({ start: offset - typed.length, end: offset });
  const fitting = offer.items.filter((item) => fits(item, typed));
  const items = fitting.slice(0, MOST).map(({ filterText: _, insertText, label, ...rest }, at) => ({
    ...rest,
    label,
    // The words of titles count as well, so what is typed fits whatever was found.
    filterText: typed,
    sortText: String(at).padStart(4, '0'),
    textEdit: { range, newText: insertText ?? label },
  }));
  return { isIncomplete: fitting.length > MOST || typed !== '', items };
}

function fits({ label, filterText = label }: CompletionItem, typed: string): boolean {
  return filterText.toLowerCase().includes(typed.toLowerCase());
}

function findOffer(cursor: Cursor): Promise<Offer | undefined> | Offer | undefined {
  const { lines, offset, file } = cursor;
  const { text } = lines;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const tag = /\{%-?\s*([\w-]*)$/.exec(line)?.[1];
  if (tag !== undefined) return { typed: tag, items: listTagItems(cursor) };
  const data = /\{%-?\s*(?:data|indented_data_reference)\s+([\w./-]*)$/.exec(line)?.[1];
  if (data !== undefined) return { typed: data, items: listDataItems(cursor) };
  const condition = /\{%-?\s*(?:ifversion|elsif|unless|if)\s+([^%]*)$/.exec(line)?.[1];
  if (condition !== undefined) return offerCondition(cursor, condition);
  const isHead = file.endsWith('.md') && offset < findFrontmatterEnd(text);
  if (isHead) return offerFrontmatter(cursor, line);
  const url = /(?:\]\(<?|\]:\s+<?|href=["'])([^\s()"'<>]*)$/.exec(line)?.[1];
  return url === undefined ? undefined : offerLinks(cursor, url);
}

function listTagItems({ edited: { workspace } }: Cursor): readonly CompletionItem[] {
  const aliases = Object.keys(workspace.config.tags ?? {}).map((name) => ({ name, end: undefined }));
  return [...listTags(listVariantNames(workspace.config, workspace.corpus.data)), ...aliases].map(
    ({ name, end }) => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      ...(end !== undefined && { detail: `… {% ${end} %}` }),
    }),
  );
}

function listDataItems({ edited: { workspace }, from }: Cursor): readonly CompletionItem[] {
  const { data } = workspace.corpus;
  return [...(data.parts.get(workspace.sourceLanguage)?.sources.keys() ?? [])].map((name) => {
    const text = data.find(name, from.language)?.source.text.trim() ?? '';
    const [first = ''] = text.split('\n');
    return {
      label: name,
      kind: name.includes('variables.') ? CompletionItemKind.Variable : CompletionItemKind.Snippet,
      detail: first.length > 80 ? `${first.slice(0, 80)}…` : first,
    };
  });
}

const COMPARES = ['=', '!=', '<', '>'];

function offerCondition({ edited: { workspace } }: Cursor, condition: string): Offer {
  const { config, corpus, versions, built } = workspace;
  const words = condition.split(/\s+/);
  const typed = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  const plan = config.plans.find(({ short }) => short === before);
  if (COMPARES.includes(before)) {
    const compared = config.plans.find(({ short }) => short === words.at(-3));
    const releases = [...(compared?.releases ?? []), ...(compared?.deprecated ?? [])];
    return { typed, items: releases.map((label) => ({ label, kind: CompletionItemKind.Value })) };
  }
  const isName = before !== '' && !['and', 'or', 'not'].includes(before);
  if (isName) {
    const operators = plan === undefined || plan.releases.length === 0 ? [] : COMPARES;
    const joints = ['and', 'or'];
    return {
      typed,
      items: [...operators, ...joints].map((label) => ({ label, kind: CompletionItemKind.Operator })),
    };
  }
  const plans = config.plans.map(({ short, name }) => ({
    label: short,
    kind: CompletionItemKind.EnumMember,
    detail: name,
  }));
  const features = [...corpus.features].map(([label, set]) => ({
    label,
    kind: CompletionItemKind.Constant,
    detail: formatRanges(set & built, versions),
  }));
  return { typed, items: [...plans, ...features, { label: 'not', kind: CompletionItemKind.Operator }] };
}

function offerFrontmatter(cursor: Cursor, line: string): Promise<Offer> | Offer | undefined {
  const { lines, offset, edited, from, file } = cursor;
  const { config, corpus } = edited.workspace;
  const own = /^([\w.-]*)$/.exec(line)?.[1];
  const head = lines.text.slice(0, findFrontmatterEnd(lines.text));
  if (own !== undefined) {
    const isFree = (key: string) => !new RegExp(`^${key}\\s*:`, 'm').test(head);
    const keys = Object.entries(FRONTMATTER_KEYS).filter(([key]) => isFree(key) && !key.startsWith('ms.'));
    const items = keys.map(([label, kind]) => ({
      label,
      kind: CompletionItemKind.Property,
      detail: kind,
      insertText: `${label}: `,
    }));
    return { typed: own, items };
  }
  const key = /^([\w.-]+)\s*:[^\n]*$(?![\s\S]*^[\w.-]+\s*:)/m.exec(lines.text.slice(0, offset))?.[1];
  const value = /(?::\s+|-\s+)["']?([^\s"']*)$/.exec(line)?.[1];
  const nested = /^\s+([\w-]*)$/.exec(line)?.[1];
  if (key === 'versions' && nested !== undefined) {
    const items = [...config.plans.map(({ short }) => short), 'feature'].map((label) => ({
      label,
      kind: CompletionItemKind.Property,
      insertText: `${label}: `,
    }));
    return { typed: nested, items };
  }
  if (value === undefined) return undefined;
  if (/^\s+feature\s*:/.test(line)) return { typed: value, items: listNames([...corpus.features.keys()]) };
  if (key === 'children') {
    const folder = file.replace(/index\.md$/, '');
    const names = [...edited.workspace.files.texts.keys()].flatMap(
      (each) =>
        (each.startsWith(folder)
          ? /^([^/]+?)(?:\/index)?\.md$/.exec(each.slice(folder.length))?.[1]
          : undefined) ?? [],
    );
    const children = names.filter((name) => name !== 'index').map((name) => `/${name}`);
    return { typed: value, items: listNames(children) };
  }
  if (value.startsWith('/')) return offerLinks({ ...cursor, from }, value);
  const choices = findChoices(key, cursor);
  return choices && { typed: value, items: listNames(choices) };
}

function findChoices(
  key: string | undefined,
  { edited: { workspace } }: Cursor,
): readonly string[] | undefined {
  const variants = listVariantNames(workspace.config, workspace.corpus.data);
  if (key === 'layout') return LAYOUTS;
  if (key === 'defaultTool') return variants.tools;
  if (key === 'defaultPlatform') return variants.platforms;
  const known = CHOICES.get(key as FrontmatterKey);
  if (known !== undefined) return known;
  return FRONTMATTER_KEYS[key as FrontmatterKey] === 'flag' ? ['true', 'false'] : undefined;
}

function listNames(names: readonly string[]): readonly CompletionItem[] {
  return names.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

/** Articles by path or title; behind `#` the ids of the headings of the target. */
async function offerLinks(cursor: Cursor, url: string): Promise<Offer> {
  const { edited, from } = cursor;
  const at = url.indexOf('#');
  if (at !== -1) return { typed: url.slice(at + 1), items: await listFragments(cursor, url.slice(0, at)) };
  const items = [...edited.workspace.corpus.articles.values()].map(({ path, texts, versions }) => {
    const title =
      (texts.get(from.language) ?? texts.get(edited.workspace.sourceLanguage))?.fields.title?.text ?? '';
    const isThere = hasVersion(versions, from.version);
    return {
      label: `/${path}`,
      kind: CompletionItemKind.File,
      detail: title,
      filterText: `/${path} ${title}`,
      ...(!isThere && { labelDetails: { description: `not in ${from.version.title}` } }),
    };
  });
  return { typed: url, items };
}

async function listFragments(cursor: Cursor, url: string): Promise<readonly CompletionItem[]> {
  const { edited, from, offset } = cursor;
  const link =
    url === '' ? undefined : followLink(cursor, { kind: 'link', name: url, start: offset, end: offset });
  if (link !== undefined && link.kind !== 'article') return [];
  const { article, version } = link?.target ?? from;
  const { value } = await edited.workspace.rendered([
    nameOwner(edited.workspace.sourceLanguage, article.path),
  ]);
  const found = value.find(({ resolution }) => hasVersion(resolution.versions, version)) ?? value[0];
  return (found?.renderings.body?.headings ?? [])
    .filter(({ id }) => id !== '')
    .map(({ id, text }) => ({ label: id, kind: CompletionItemKind.Reference, detail: text }));
}
