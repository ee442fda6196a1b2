import type { ReportFault } from '../config/index.ts';
import type { ParsedFile } from './parse-frontmatter.ts';

/** Reports frontmatter that cannot be read, and says whether it can. */
export function reportFrontmatter({ yaml, foreign }: ParsedFile, report: ReportFault): boolean {
  if (foreign !== undefined) {
    // Where no other character ends lines, all of the file seems to be the name.
    const isOneLine = foreign.name.includes('\r');
    const message = isOneLine
      ? 'The lines of the file end with only carriage returns.'
      : `The frontmatter is written in '${foreign.name}'.`;
    const hint = isOneLine
      ? 'Save it with the line endings of Unix (LF) or Windows (CRLF).'
      : "Write it in YAML, after a line that contains only '---'.";
    report({ code: 'load/frontmatter-language', severity: 'error', message, hint, place: foreign.place });
  }
  for (const fault of yaml?.faults ?? []) {
    const message = `The frontmatter is not valid YAML: ${fault.message}.`;
    report({ code: 'load/frontmatter-syntax', severity: 'error', ...fault, message });
  }
  return foreign === undefined && (yaml?.faults.length ?? 0) === 0;
}

/** The same for a file of a translation: its faults are warnings, since the source language stands in. */
export function createTranslationReport(language: string, report: ReportFault): ReportFault {
  return ({ code, message, ...fault }) =>
    report({
      ...fault,
      code: TRANSLATION_CODES[code] ?? code,
      severity: 'warning',
      message,
      languages: [language],
    });
}

const TRANSLATION_CODES: Readonly<Record<string, string>> = {
  'load/frontmatter-language': 'load/translation-broken',
  'load/frontmatter-syntax': 'load/translation-broken',
  'load/wrong-type': 'load/translation-key',
};
