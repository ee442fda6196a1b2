import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from 'vscode-languageserver/node';
import {
  CHOICES,
  FRONTMATTER_KEYS,
  type FrontmatterKey,
  findFrontmatterEnd,
  LAYOUTS,
  listVariantNames,
} from '../../load/index.ts';
import { listTags, type TagForm } from '../../resolve/index.ts';
import { formatRanges } from '../../versions/index.ts';
import type { Cursor } from '../open-cursor.ts';
import { createLines } from '../text/text-lines.ts';
import type { CompletionOffer } from './completion-offer.ts';
import { offerAddresses, offerLinks } from './offer-links.ts';

/** Of thousands of names, those that hold what is typed; the editor asks again when more is typed. */
const MOST = 200;

/** What may stand at the cursor: tags, names, releases and operators, keys and values of frontmatter, links and fragments. */
export async function completeAt(cursor: Cursor): Promise<CompletionList | undefined> {
  const offer = await findOffer(cursor);
  return offer && listOffered(offer, cursor);
}

/** The tags that may stand at a place of a text that belongs to no site. */
export function completeLoneTag(text: string, position: Position): CompletionList | undefined {
  const lines = createLines(text);
  const offset = lines.offsetAt(position);
  const typed = findTypedTag(text, offset);
  if (typed === undefined) return undefined;
  const items = formatTagItems(listTags(listVariantNames({}, { parts: new Map() })));
  return listOffered({ typed, items }, { lines, offset });
}

function listOffered(
  offer: CompletionOffer,
  { lines, offset }: Pick<Cursor, 'lines' | 'offset'>,
): CompletionList {
  const { typed, after = '' } = offer;
  const range = lines.rangeOf({ start: offset - typed.length, end: offset + after.length });
  const fitting = findFitting(offer);
  const items = fitting.slice(0, MOST).map(({ filterText, insertText, label, ...rest }, at) => ({
    ...rest,
    label,
    // What is typed fits whatever was found by words of a title; before anything is typed, editors choose by themselves.
    filterText: typed === '' ? (filterText ?? label) : typed,
    sortText: String(at).padStart(4, '0'),
    textEdit: { range, newText: insertText ?? label },
  }));
  return { isIncomplete: fitting.length > MOST || typed !== '', items };
}

/** What holds every word that is typed; before the others, what begins with it. */
function findFitting({ items, typed }: CompletionOffer): readonly CompletionItem[] {
  const start = typed.trim().toLowerCase();
  const words = start.split(/\s+/);
  const found = items.flatMap((item) => {
    const text = (item.filterText ?? item.label).toLowerCase();
    return words.every((word) => text.includes(word)) ? [{ item, begins: text.startsWith(start) }] : [];
  });
  return found.sort((a, b) => Number(b.begins) - Number(a.begins)).map(({ item }) => item);
}

function findOffer(cursor: Cursor): Promise<CompletionOffer | undefined> | CompletionOffer | undefined {
  const { lines, offset, file } = cursor;
  const { text } = lines;
  const line = cutLine(text, offset);
  const tag = findTypedTag(text, offset);
  if (tag !== undefined) return { typed: tag, items: listTagItems(cursor) };
  const data = /\{%-?\s*(?:data|indented_data_reference)\s+([\w./-]*)$/.exec(line)?.[1];
  if (data !== undefined) return offerData(cursor, data, line);
  const condition = /\{%-?\s*(?:ifversion|elsif|unless|if)\s+(?!\s)([^%]*)$/.exec(line)?.[1];
  if (condition !== undefined) return offerCondition(cursor, condition);
  const isHead = file.endsWith('.md') && offset < findFrontmatterEnd(text);
  if (isHead) return offerFrontmatter(cursor, line);
  return offerAddresses(cursor, line);
}

/** A line up to the cursor. */
function cutLine(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The begin of the name of a tag, empty behind `{%`; undefined elsewhere. */
function findTypedTag(text: string, offset: number): string | undefined {
  return /\{%-?\s*([\w-]*)$/.exec(cutLine(text, offset))?.[1];
}

function listTagItems({ edited: { workspace } }: Cursor): readonly CompletionItem[] {
  const aliases = Object.keys(workspace.config.tags ?? {}).map((name) => ({ name, end: undefined }));
  return formatTagItems([...listTags(listVariantNames(workspace.config, workspace.corpus.data)), ...aliases]);
}

/** The usual ones first. */
function formatTagItems(tags: readonly Pick<TagForm, 'name' | 'end'>[]): readonly CompletionItem[] {
  const isUsual = ({ name }: { readonly name: string }) => name === 'data' || name === 'ifversion';
  return [...tags.filter(isUsual), ...tags.filter((tag) => !isUsual(tag))].map(({ name, end }) => ({
    label: name,
    kind: CompletionItemKind.Keyword,
    ...(end !== undefined && { detail: `… {% ${end} %}` }),
  }));
}

/** Names of `data/`; one that ends its tag closes it, in the place of a brace that the editor has closed by itself. */
function offerData(cursor: Cursor, typed: string, line: string): CompletionOffer {
  const { lines, offset } = cursor;
  const items = listDataItems(cursor);
  const [rest = ''] = lines.text.slice(offset).split('\n', 1);
  if (/^(?:[\w./-]|\s*-?%\})/.test(rest) || !/\bdata\s+\S*$/.test(line)) return { typed, items };
  const after = /^ ?\}(?!\})/.exec(rest)?.[0] ?? '';
  return { typed, after, items: items.map((item) => ({ ...item, insertText: `${item.label} %}` })) };
}

function listDataItems({ edited: { workspace }, from }: Cursor): readonly CompletionItem[] {
  const { data } = workspace.corpus;
  const names = [...(data.parts.get(workspace.sourceLanguage)?.sources.keys() ?? [])];
  // Entries of lists have numbers for names, and nobody means them.
  return rankNames(names.filter((name) => !/\.\d+(?:\.|$)/.test(name))).map((name) => {
    const text = data.find(name, from.language)?.source.text.trim() ?? '';
    const [first = ''] = text.split('\n');
    return {
      label: name,
      kind: name.includes('variables.') ? CompletionItemKind.Variable : CompletionItemKind.Snippet,
      detail: first.length > 80 ? `${first.slice(0, 80)}…` : first,
    };
  });
}

/** Variables and reusables before what else `data/` holds. */
function rankNames(names: readonly string[]): readonly string[] {
  const rank = (name: string) => (/\bvariables\./.test(name) ? 0 : /\breusables\./.test(name) ? 1 : 2);
  return [...names].sort((a, b) => rank(a) - rank(b));
}

const COMPARES = ['=', '!=', '<', '>'];

function offerCondition({ edited: { workspace } }: Cursor, condition: string): CompletionOffer {
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

function offerFrontmatter(
  cursor: Cursor,
  line: string,
): Promise<CompletionOffer> | CompletionOffer | undefined {
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
