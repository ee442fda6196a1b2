import { parseXml, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml';
import { type Diagnostic, type Place, placeAt, type Result, type Source } from '../diagnostics/index.ts';
import type { ReturnedPiece, ReturnedUnit } from './types.ts';

export interface ReturnedFile {
  /** `trgLang`, as it is written. */
  readonly language: string;
  readonly units: readonly ReturnedUnit[];
}

/** Every version of XLIFF 2 has the names that are read here. */
const NAMESPACE = /^urn:oasis:names:tc:xliff:document:2\./;

/** Reads what a translation tool has written. Elements, attributes and notes that are not of XLIFF's core are passed over. */
export function parseXliff(file: {
  readonly path: string;
  readonly text: string;
}): Result<ReturnedFile | undefined> {
  const text = file.text.replace(/^\uFEFF/, '');
  const source: Source = { text, place: { file: file.path, line: 1, column: 1 }, verbatim: true };
  const refuse = (message: string, offset: number, hint: string) => ({
    value: undefined,
    diagnostics: [createProblem('exchange/not-xliff', message, source, offset, hint)],
  });
  let root: XmlElement | null;
  try {
    ({ root } = parseXml(text, { includeOffsets: true, ignoreUndefinedEntities: true }));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return refuse(
      `The file is not valid XML: ${tidy(error.message)}.`,
      error.pos,
      'Export it again from the translation tool.',
    );
  }
  const prefix = findPrefix(root);
  if (root === null || prefix === undefined) {
    return refuse(
      'The file is not an XLIFF 2 document.',
      root?.start ?? 0,
      'decant i18n export writes XLIFF 2.1; have the translation tool save that format, not XLIFF 1.2.',
    );
  }
  const place = createPlacer(source);
  const units = listElements(root, `${prefix}unit`).map((unit) => ({
    ...readUnit(unit, prefix),
    place: place(unit.start),
  }));
  return { value: { language: root.attributes.trgLang ?? '', units }, diagnostics: [] };
}

/** What stands before the names of XLIFF's elements: nothing, or a prefix that a tool has chosen. */
function findPrefix(root: XmlElement | null): string | undefined {
  const [, prefix = ''] = /^(?:([^:]*):)?xliff$/.exec(root?.name ?? '') ?? [];
  if (root === null || !/(?:^|:)xliff$/.test(root.name)) return undefined;
  const namespace = root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? '';
  if (!NAMESPACE.test(namespace)) return undefined;
  return prefix === '' ? '' : `${prefix}:`;
}

function listElements(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (!(child instanceof XmlElement)) return [];
    return child.name === name ? [child] : listElements(child, name);
  });
}

/** A tool may part a unit into several segments, with what is between sentences as `ignorable`: they are joined in their order. */
function readUnit(unit: XmlElement, prefix: string): Omit<ReturnedUnit, 'place'> {
  const parts = unit.children.filter(
    (child): child is XmlElement =>
      child instanceof XmlElement && [`${prefix}segment`, `${prefix}ignorable`].includes(child.name),
  );
  const find = (part: XmlElement, name: string) =>
    part.children.find(
      (child): child is XmlElement => child instanceof XmlElement && child.name === prefix + name,
    );
  const targets = parts.map((part) => {
    const target = find(part, 'target');
    // What is between sentences is the same in most languages, and many tools write it once.
    return target ?? (part.name === `${prefix}ignorable` ? find(part, 'source') : undefined);
  });
  const isWhole = targets.length > 0 && targets.every((target) => target !== undefined);
  return {
    id: unit.attributes.id ?? '',
    target: isWhole
      ? mergeWords(targets.flatMap((target) => readPieces(target?.children ?? [], prefix)))
      : undefined,
  };
}

/** Places of offsets that rise: each line is counted once. */
function createPlacer({ text, place }: Source): (offset: number) => Place {
  let [at, line, start] = [0, 1, 0];
  return (offset) => {
    for (let end = text.indexOf('\n', at); end !== -1 && end < offset; end = text.indexOf('\n', at)) {
      line += 1;
      at = end + 1;
      start = at;
    }
    return { file: place.file, line, column: offset - start + 1 };
  };
}

/** Words and placeholders. Marks of annotations are taken away, and what stands in them stays. */
function readPieces(nodes: readonly XmlNode[], prefix: string): readonly ReturnedPiece[] {
  return nodes.flatMap((node): readonly ReturnedPiece[] => {
    if (node instanceof XmlText) return [{ kind: 'words', text: node.text }];
    if (!(node instanceof XmlElement) || !node.name.startsWith(prefix)) return [];
    const { id = '', hex = '', startRef = '' } = node.attributes;
    const inner = () => readPieces(node.children, prefix);
    switch (node.name.slice(prefix.length)) {
      case 'ph':
        return [{ kind: 'sealed', id, part: 'whole' }];
      case 'pc':
        return [{ kind: 'sealed', id, part: 'start' }, ...inner(), { kind: 'sealed', id, part: 'end' }];
      case 'sc':
        return [{ kind: 'sealed', id, part: 'start' }];
      case 'ec':
        return [{ kind: 'sealed', id: startRef || id, part: 'end' }];
      case 'cp':
        return /^[\da-fA-F]{1,6}$/.test(hex) && Number.parseInt(hex, 16) <= 0x10ffff
          ? [{ kind: 'words', text: String.fromCodePoint(Number.parseInt(hex, 16)) }]
          : [];
      case 'mrk':
        return inner();
      default:
        return [];
    }
  });
}

function mergeWords(pieces: readonly ReturnedPiece[]): readonly ReturnedPiece[] {
  const merged: ReturnedPiece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === 'words' && last?.kind === 'words') {
      merged[merged.length - 1] = { kind: 'words', text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

/** The first line of what the parser says, without its own place. */
function tidy(message: string): string {
  return (message.split('\n')[0] ?? '')
    .replace(/(?<!\s)\s*\(line \d+, column \d+\)\s*:?$/, '')
    .replace(/[.:]$/, '');
}

function createProblem(
  code: string,
  message: string,
  source: Source,
  offset: number,
  hint: string,
): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    hint,
    place: placeAt(source, Math.min(offset, source.text.length)),
    via: [],
    versions: [],
    languages: [],
  };
}
