import { createHash } from 'node:crypto';
import { CODES, formatCodeAnchor } from '../codes/index.ts';
import type { CodeEntry } from '../codes/types.ts';
import type { Diagnostic, FileEdit, Fix, Place, Point } from '../types.ts';
import { hashLines } from './hash-lines.ts';
import type { DiagnosticReport } from './types.ts';

/** GitHub shows that many of a result. */
const MAX_RELATED = 20;

/** A SARIF 2.1.0 log with one run; https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns count UTF-16 units. */
export function formatSarif(report: DiagnosticReport): string {
  const { diagnostics, version, homepage, documentUrl } = report;
  const found = new Set(diagnostics.map(({ code }) => code));
  const entries = CODES.filter(({ code }) => found.has(code));
  const indexes = new Map(entries.map(({ code }, at) => [code, at]));
  const nameLine = createLineNamer(report);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'decant',
            semanticVersion: version,
            ...(homepage !== '' && { informationUri: homepage }),
            rules: entries.map((entry) => describeRule(entry, documentUrl)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [BASE]: { description: { text: 'The root of the repository.' } } },
        results: diagnostics.map((each) => describeResult(each, report, indexes, nameLine)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const BASE = '%SRCROOT%';

function describeRule({ code, severity, means, example, remedy, cost }: CodeEntry, documentUrl: string) {
  const shown = example === undefined ? '' : `\n\n\`\`\`text\n${example}\n\`\`\``;
  return {
    id: code,
    shortDescription: { text: means },
    fullDescription: { text: `${means} ${remedy}` },
    help: { text: `${remedy} ${cost}`, markdown: `${means}${shown}\n\n${remedy}\n\n${cost}` },
    helpUri: `${documentUrl}#${formatCodeAnchor(code)}`,
    defaultConfiguration: { level: severity },
  };
}

function describeResult(
  { code, severity, message, hint, place, end, via, versions, languages, fixes = [] }: Diagnostic,
  report: DiagnosticReport,
  indexes: ReadonlyMap<string, number>,
  nameLine: (place: Place) => string,
) {
  const related = via.slice(0, MAX_RELATED).map((use, id) => ({
    id,
    ...describeLocation(use, undefined, report),
    message: { text: 'The text is used here.' },
  }));
  return {
    ruleId: code,
    ruleIndex: indexes.get(code) ?? -1,
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [describeLocation(place, end, report)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: {
      primaryLocationLineHash: nameLine(place),
      'decant/v1': createHash('sha256')
        .update(`${code}\0${place.file}\0${message}`)
        .digest('hex')
        .slice(0, 32),
    },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => describeFix(fix, report)) }),
    ...((versions.length > 0 || languages.length > 0) && { properties: { versions, languages } }),
  };
}

function describeLocation(place: Place, end: Point | undefined, report: DiagnosticReport) {
  return {
    physicalLocation: {
      artifactLocation: nameArtifact(place.file, report),
      region: describeRegion(place, end ?? findLineEnd(place, report)),
    },
  };
}

function nameArtifact(file: string, { prefix }: DiagnosticReport) {
  const uri = `${prefix}${file}`.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: BASE };
}

function describeRegion(start: Point, end: Point) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A region is never empty: viewers show nothing of one that is. */
function findLineEnd({ file, line, column }: Place, { readText }: DiagnosticReport): Point {
  const length = readText(file)?.split('\n')[line - 1]?.length ?? 0;
  return { line, column: Math.max(length, column) + 1 };
}

function describeFix({ title, edits }: Fix, report: DiagnosticReport) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: nameArtifact(file, report),
      replacements: edits.filter((edit) => edit.file === file).map(describeEdit),
    })),
  };
}

function describeEdit({ start, end, text }: FileEdit) {
  return { deletedRegion: describeRegion(start, end), insertedContent: { text } };
}

/** Hashes of lines by the rule of GitHub's upload action, which makes none where a log comes by another way. */
function createLineNamer({ readText }: DiagnosticReport): (place: Place) => string {
  const known = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    const hashes = known.get(file) ?? hashLines(readText(file) ?? '');
    known.set(file, hashes);
    return hashes[line - 1] ?? `${createHash('sha256').update(file).digest('hex').slice(0, 16)}:1`;
  };
}
