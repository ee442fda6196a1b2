import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { nameOwner } from '../../diagnostics/index.ts';
import type { Article } from '../../load/index.ts';
import { hasVersion } from '../../versions/index.ts';
import { type Cursor, followLink } from '../open-cursor.ts';
import type { CompletionOffer } from './completion-offer.ts';

/** An address that is being typed: of a link of Markdown, or of HTML in it. */
const ADDRESS = /(\[?\]\(<?|\]:\s+<?|href=["'])([^()"'<>]*)$/;
/** Characters that an address may have: the pattern looks at the line from each that may begin one. */
const LONGEST = 2000;

/** What the address at the end of a line may be; undefined where the line ends with none. */
export async function offerAddresses(cursor: Cursor, line: string): Promise<CompletionOffer | undefined> {
  const [, opening = '', typed] = ADDRESS.exec(line.slice(-LONGEST)) ?? [];
  // Only words of a title have spaces between them; behind a path begins the title of a link.
  if (typed === undefined || /^\s|^[/#]\S*\s/.test(typed)) return undefined;
  const offer = await offerLinks(cursor, typed);
  const isBare = opening.startsWith('[](') && !typed.startsWith('#') && !typed.includes('#');
  return isBare ? { ...offer, items: offer.items.map((each) => addTitle(each, cursor, line)) } : offer;
}

/** A link without words takes those of its target. */
function addTitle(item: CompletionItem, { lines, offset }: Cursor, line: string): CompletionItem {
  const at = offset - line.length + line.lastIndexOf('[](') + 1;
  const range = lines.rangeOf({ start: at, end: at });
  return { ...item, additionalTextEdits: [{ range, newText: 'AUTOTITLE' }] };
}

/** Articles by path or by words of the title; behind `#` the ids of the headings of the target. */
export async function offerLinks(cursor: Cursor, url: string): Promise<CompletionOffer> {
  const { edited, from } = cursor;
  const at = url.indexOf('#');
  if (at !== -1) return { typed: url.slice(at + 1), items: await listFragments(cursor, url.slice(0, at)) };
  const isPath = url === '' || url.startsWith('/');
  const items = [...edited.workspace.corpus.articles.values()].map((article) => {
    const path = `/${article.path}`;
    const title = readTitle(cursor, article);
    const isThere = hasVersion(article.versions, from.version);
    const note = `not in ${from.version.title}`;
    const shown = isPath
      ? { label: path, detail: title, ...(!isThere && { labelDetails: { description: note } }) }
      : {
          label: title === '' ? path : title,
          detail: path,
          labelDetails: { description: path, ...(!isThere && { detail: ` (${note})` }) },
        };
    return { ...shown, insertText: path, kind: CompletionItemKind.File, filterText: `${title} ${path}` };
  });
  return { typed: url, items };
}

/** The title as readers of the version see it. */
function readTitle({ edited, from }: Cursor, article: Article): string {
  const { texts } = article;
  const source = texts.get(edited.workspace.sourceLanguage);
  const title = (texts.get(from.language) ?? source)?.fields.title?.text ?? '';
  return title.includes('{') ? edited.readValue(title, article, from.language, from.version).trim() : title;
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
