import { isScalar, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Place, Source } from '../diagnostics/index.ts';
import { convertNode } from './convert-yaml.ts';
import { explainYaml } from './explain-yaml.ts';
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
    const describe = ({ code, message, pos: [offset] }: YAMLError): YamlFault => {
      // What the library itself was too deep in.
      if (message.includes('call stack')) throw new RangeError(message);
      const twin = code === 'DUPLICATE_KEY' ? twins.shift() : undefined;
      if (twin !== undefined) {
        const first = `The key '${twin.name}' is already on line ${placeOf(twin.offset).line}`;
        return { message: first, hint: 'Remove one of the two.', place: placeOf(offset) };
      }
      const { offset: at, ...words } = explainYaml({ code, message, offset }, source.text);
      return { ...words, place: placeOf(at) };
    };
    const faults = keepFirstOfLines([...document.errors, ...document.warnings].map(describe));
    if (faults.length > 0 || document.contents === null) return { value: undefined, faults };
    return convertNode(document.contents, source.text, placeOf);
  } catch (error) {
    // The library recurses, so a text of nothing but brackets exhausts the stack; aliases of aliases have their own limit.
    if (!(error instanceof RangeError)) throw error;
    return {
      value: undefined,
      faults: [
        { message: 'It is nested too deeply, or refers to its own parts too often', place: source.place },
      ],
    };
  }
}

/** What else the library finds on a line mostly follows from the first, but for keys that are there already. */
function keepFirstOfLines(faults: readonly YamlFault[]): readonly YamlFault[] {
  const lines = new Set<number>();
  return faults.filter(({ message, place: { line } }) => {
    if (message.startsWith('The key ')) return true;
    const isFirst = !lines.has(line);
    lines.add(line);
    return isFirst;
  });
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
