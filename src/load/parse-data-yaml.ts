import { type ParsedYaml, parseYaml, type ReportFault, type TextFile } from '../config/index.ts';

/**
 * A YAML file of `data/`; its faults are reported. In a translation (its language code is given) they are warnings,
 * since the values are found in the source language.
 */
export function parseDataYaml(
  { path, text }: TextFile,
  translation: string | undefined,
  report: ReportFault,
): ParsedYaml {
  const parsed = parseYaml({ text, place: { file: path, line: 1, column: 1 }, verbatim: true });
  for (const { message, ...fault } of parsed.faults) {
    report({
      code: 'load/data-syntax',
      severity: translation === undefined ? 'error' : 'warning',
      message: `The file '${path}' is not valid YAML: ${message}.`,
      ...fault,
      languages: translation === undefined ? [] : [translation],
    });
  }
  return parsed;
}
