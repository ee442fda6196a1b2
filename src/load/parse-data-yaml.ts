import type { ParsedYaml, ReportFault, TextFile } from '../config/index.ts';
import type { HeadParser } from './parse-heads.ts';

/**
 * A YAML file of `data/`; its faults are reported. In a translation (its language code is given) they are warnings,
 * since the values are found in the source language.
 */
export function parseDataYaml(
  file: TextFile,
  translation: string | undefined,
  report: ReportFault,
  { parseData }: Pick<HeadParser, 'parseData'>,
): ParsedYaml {
  const { path } = file;
  const parsed = parseData(file);
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
