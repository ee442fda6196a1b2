import type { SheetNumbers } from './types.ts';

/** What a PDF of Chromium says of its sheets. */
export interface Sheets {
  readonly count: number;
  readonly numbers: SheetNumbers;
}

/**
 * Reads on which sheets the targets of links within a document stand. Made for what Chromium writes: a classic table of objects,
 * which are readable but for their streams, and the targets by name in one dictionary. Undefined for a file of another form.
 *
 * @see https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf 7.5.4, 7.7.3 and 12.3.2.3
 */
export function readSheetNumbers(bytes: Uint8Array): Sheets | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = locateObjects(text);
  const read = (id: string | undefined) => {
    const start = objects?.get(Number(id));
    return start === undefined ? '' : text.slice(start, text.indexOf('endobj', start));
  };
  const catalog = read(findReference(text.slice(text.lastIndexOf('trailer')), 'Root'));
  const sheets = listSheets(findReference(catalog, 'Pages'), read);
  if (sheets.length === 0) return undefined;
  const order = new Map(sheets.map((id, at) => [id, at + 1]));
  const numbers = new Map<string, number>();
  for (const [, name = '', id = ''] of read(findReference(catalog, 'Dests')).matchAll(TARGET)) {
    const number = order.get(id);
    if (number !== undefined) numbers.set(name, number);
  }
  return { count: sheets.length, numbers };
}

/** `/p1 [13 0 R /XYZ 6 827.13 0]`. */
const TARGET = /\/(\S+) \[(\d+) 0 R/g;

/** The place of each object by its number. */
function locateObjects(text: string): ReadonlyMap<number, number> | undefined {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 64));
  if (table === null) return undefined;
  const first = start + table[0].length;
  const length = 20;
  return new Map(
    Array.from({ length: Number(table[1]) }, (_, id) => {
      return [id, Number(text.slice(first + id * length, first + id * length + 10))] as const;
    }),
  );
}

/** Numbers of the objects of sheets, in their order. */
function listSheets(id: string | undefined, read: (id: string | undefined) => string): readonly string[] {
  if (id === undefined) return [];
  const kids = /\/Kids \[([^\]]*)\]/.exec(read(id))?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => listSheets(kid, read));
}

function findReference(text: string, name: string): string | undefined {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1];
}
