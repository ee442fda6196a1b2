import { outlineYaml, type YamlOutline } from '../config/index.ts';
import { type Place, placeAt, type Source } from '../diagnostics/index.ts';
import { findFrontmatterEnd, parseFrontmatter } from '../load/index.ts';
import { alignScalar } from './align-scalar.ts';

/** A text that Liquid reads, and where it stands in its file. */
export interface PlacedSource {
  readonly source: Source;
  /** Of what stands for it in the file: of a scalar with its quotes, of a block the lines below its header. */
  readonly start: number;
  readonly end: number;
  readonly isBody: boolean;
  /** Where an offset of the source's text stands in the file; undefined where escapes have made something else of it. */
  findOffset(offset: number): number | undefined;
}

/** The texts of a file that hold tags: its body and every value of its YAML. None of a file that cannot be read. */
export function listPlacedSources(file: string, text: string): readonly PlacedSource[] {
  if (!text.includes('{%')) return [];
  const whole: Source = { text, place: { file, line: 1, column: 1 }, verbatim: true };
  if (!file.endsWith('.md')) return listScalars(whole, 0);
  const { body } = parseFrontmatter({ path: file, text });
  const start = text.length - body.text.length;
  const head = locateFrontmatter(text, file);
  const own: PlacedSource = {
    source: body,
    start,
    end: text.length,
    isBody: true,
    findOffset: (offset) => start + offset,
  };
  return [...(head === undefined ? [] : listScalars(head.source, head.start)), own];
}

/** What stands between the lines `---` of a file, and the offset at which it begins. */
export function locateFrontmatter(
  text: string,
  file: string,
): { readonly source: Source; readonly start: number } | undefined {
  const end = findFrontmatterEnd(text);
  const start = text.indexOf('\n') + 1;
  if (end === 0 || end === text.length || start === 0) return undefined;
  const source = { text: text.slice(start, end - 3), place: { file, line: 2, column: 1 }, verbatim: true };
  return { source, start };
}

function listScalars(yaml: Source, start: number): readonly PlacedSource[] {
  const found: PlacedSource[] = [];
  const visit = (node: YamlOutline | undefined): void => {
    if (node?.kind === 'list') for (const item of node.items) visit(item);
    else if (node?.kind === 'map') for (const { value } of node.pairs) visit(value);
    else if (node?.source.text.includes('{%')) {
      const raw = yaml.text.slice(node.start, node.end);
      const offsets = alignScalar(raw, node.source.text);
      found.push({
        source: node.source,
        start: start + node.start + (/^[|>][^\n]*\n/.exec(raw)?.[0].length ?? 0),
        end: start + node.end,
        isBody: false,
        findOffset: (offset) => {
          const at = offsets?.[offset];
          return at === undefined ? undefined : start + node.start + at;
        },
      });
    }
  };
  visit(outlineYaml(yaml));
  return found;
}

/** Names a place, to find a source by it. */
export function namePlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

export function placeIn(file: string, text: string, offset: number): Place {
  return placeAt({ text, place: { file, line: 1, column: 1 }, verbatim: true }, offset);
}
