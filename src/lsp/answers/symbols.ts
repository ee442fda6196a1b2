import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import type { Documents } from '../documents.ts';
import type { Mark } from '../text/scan-marks.ts';
import { createLines } from '../text/text-lines.ts';
import type { EditedSite, EditorSite } from '../types.ts';
import { locatePlace } from './definition.ts';
import { levelOf } from './fold-text.ts';

/** The headings of a text as a tree; of a file of data the values that it holds. */
export function listSymbols(
  file: string,
  text: string,
  marks: readonly Mark[],
  edited: EditedSite | undefined,
): DocumentSymbol[] {
  const lines = createLines(text);
  if (!file.endsWith('.md')) return listValues(file, text, edited);
  const headings = marks.filter(({ kind }) => kind === 'heading');
  const roots: DocumentSymbol[] = [];
  const open: { readonly level: number; readonly symbol: DocumentSymbol }[] = [];
  for (const [at, mark] of headings.entries()) {
    const level = levelOf(text, mark);
    const next = headings.slice(at + 1).find((other) => levelOf(text, other) <= level);
    const end = next === undefined ? text.length : text.lastIndexOf('\n', next.start - 1);
    const range = lines.rangeOf({
      start: text.lastIndexOf('\n', mark.start - 1) + 1,
      end: Math.max(end, mark.end),
    });
    const symbol = {
      name: mark.name,
      kind: SymbolKind.String,
      range,
      selectionRange: lines.rangeOf(mark),
      children: [],
    };
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(symbol);
    open.push({ level, symbol });
  }
  return roots;
}

function listValues(file: string, text: string, edited: EditedSite | undefined): DocumentSymbol[] {
  const rows = text.split('\n');
  return [...(edited?.workspace.corpus.data.parts.values() ?? [])].flatMap(({ sources }) =>
    [...sources].flatMap(([name, { place }]) => {
      if (place.file !== file) return [];
      const line = place.line - 1;
      const range = { start: { line, character: 0 }, end: { line, character: rows[line]?.length ?? 0 } };
      return [{ name, kind: SymbolKind.Variable, range, selectionRange: range }];
    }),
  );
}

/** As many as an editor shows. */
const MOST = 300;

/** Articles by path and title, and names of `data/`. */
export function findSymbols(
  site: EditorSite,
  edited: EditedSite,
  documents: Documents,
  query: string,
): WorkspaceSymbol[] {
  const { corpus, sourceLanguage } = edited.workspace;
  const wanted = query.toLowerCase();
  const articles = [...corpus.articles.values()].map(({ path, file, texts }) => ({
    name: texts.get(sourceLanguage)?.fields.title?.text.trim() ?? path,
    containerName: `/${path}`,
    kind: SymbolKind.File,
    place: { file, line: 1, column: 1 },
  }));
  const values = [...(corpus.data.parts.get(sourceLanguage)?.sources ?? [])].map(([name, { place }]) => ({
    name,
    containerName: place.file,
    kind: SymbolKind.Variable,
    place,
  }));
  return [...articles, ...values]
    .filter(({ name, containerName }) => `${name} ${containerName}`.toLowerCase().includes(wanted))
    .slice(0, MOST)
    .map(({ place, ...symbol }) => ({ ...symbol, location: locatePlace({ site, documents }, place) }));
}
