import { isScalar, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Place, Source } from '../diagnostics/index.ts';
import { convertNode } from './convert-yaml.ts';
import { readPlainYaml } from './plain-yaml.ts';
import type { ParsedYaml, YamlFault } from './yaml-types.ts';

/** YAML 1.2 with the place of every value. Reports every mistake; a broken text has no value. */
export function parseYaml(source: Source): ParsedYaml {
  const plain = readPlainYaml(source);
  return plain === undefined ? parseByLibrary(source) : { value: plain, faults: [] };
}

/** The same by the library, which knows all forms. */
export function parseByLibrary(source: Source): ParsedYaml {
  const lines = new LineCounter();
  const placeOf = createPlacer(source, lines);
  try {
    // Keys that are there already, in the order in which the library finds them: it does not name them.
    const twins: { readonly name: string; readonly offset: number }[] = [];
    const uniqueKeys = (before: ParsedNode, key: ParsedNode): boolean => {
      const isTwin = isScalar(before) && isScalar(key) && String(before.value) === String(key.value);
      if (isTwin) twins.push({ name: String(key.value), offset: before.range[0] });
      return isTwin;
    };
    const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, uniqueKeys });
    const formatFault = ({ code, message }: YAMLError): string => {
      const twin = code === 'DUPLICATE_KEY' ? twins.shift() : undefined;
      if (twin === undefined) return formatReason(message);
      return `The key '${twin.name}' is already on line ${placeOf(twin.offset).line}`;
    };
    const faults = [...document.errors, ...document.warnings].map(
      (error): YamlFault => ({ message: formatFault(error), place: placeOf(error.pos[0]) }),
    );
    if (faults.length > 0 || document.contents === null) return { value: undefined, faults };
    return convertNode(document.contents, source.text, placeOf);
  } catch (error) {
    // The library recurses, so a text of nothing but brackets exhausts the stack; aliases of aliases have their own limit.
    if (!(error instanceof RangeError)) throw error;
    return {
      value: undefined,
      faults: [{ message: 'It is nested too deep or names its own parts too often', place: source.place }],
    };
  }
}

/** Turns an offset in the text into a place in the file that holds it. */
function createPlacer(
  { place: { file, line, column } }: Source,
  lines: LineCounter,
): (offset: number) => Place {
  return (offset) => {
    const found = lines.linePos(offset);
    return found.line <= 1
      ? { file, line, column: column + Math.max(found.col, 1) - 1 }
      : { file, line: line + found.line - 1, column: found.col };
  };
}

/** The library's sentence without its excerpt and final stop, to be put after a colon. */
function formatReason(message: string): string {
  return (message.split('\n', 1)[0] ?? message).replace(/[:.\s]+$/, '');
}
