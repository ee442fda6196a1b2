/** One bad input: the files of a site, and what is said of them. */
export interface CatalogueCase {
  readonly title: string;
  /** Files by name; `site`, `page` and `keys` are short forms, see `expandFiles`. */
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly expected: string;
}

const TITLE = '==== ';
const FILE = '---> ';
const EXPECTED = '===>';

/**
 * Reads the cases of a file. Each begins with a line `==== TITLE`; below it are files, each below a line `---> NAME`, and below `===>` the
 * diagnostics. What no editor shows is written as `⟦U+202E⟧`, a tab as `⟦TAB⟧`, a long text as `⟦×400 > ⟧`.
 */
export function parseCatalogue(text: string): readonly CatalogueCase[] {
  return text
    .split(/^(?===== )/m)
    .filter((part) => part.startsWith(TITLE))
    .map(parseCase);
}

function parseCase(text: string): CatalogueCase {
  const [head = '', ...parts] = text.split(/^(?=---> |===>)/m);
  const files: [string, string][] = [];
  let expected = '';
  for (const part of parts) {
    const [line = '', body = ''] = divide(part);
    if (line.startsWith(FILE)) files.push([line.slice(FILE.length).trim(), body]);
    else expected = body.trimEnd();
  }
  return { title: head.slice(TITLE.length).trim(), files, expected };
}

/** Writes cases as they are read. */
export function formatCatalogue(cases: readonly CatalogueCase[]): string {
  return cases
    .map(({ title, files, expected }) => {
      const parts = files.map(([name, text]) => `${FILE}${name}\n${text}`);
      return [`${TITLE}${title}\n`, ...parts, `${EXPECTED}\n${expected}\n`].join('');
    })
    .join('\n');
}

function divide(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

/** The text of a file as it is on disk. */
export function revealCharacters(text: string): string {
  return text
    .replaceAll('⟦TAB⟧', '\t')
    .replaceAll('⟦CR⟧', '\r')
    .replaceAll('⟦END⟧\n', '')
    .replace(/⟦U\+([0-9A-F]{4,6})⟧/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/⟦×(\d+) ([^⟧]+)⟧/g, (_, count: string, unit: string) =>
      unit.replaceAll('\\n', '\n').repeat(Number(count)),
    );
}

/** The opposite for what is told: nothing invisible gets into a catalogue. */
export function hideCharacters(text: string): string {
  return text
    .replaceAll('\t', '⟦TAB⟧')
    .replace(
      /(?!\n)[\p{Cc}\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu,
      (sign) => `⟦U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
    );
}
