import type { ReportFault, YamlValue } from '../../config/index.ts';
import { findMember, isText, listValues, readWord } from '../nodes.ts';
import { reportWrong } from '../read-spec.ts';

/** A call of an operation in a language, as the file has it. */
export interface CodeSample {
  readonly label: string;
  /** Whether the label is in words of the file, and no name that is the same in every language. */
  readonly isWorded?: boolean;
  /** Of the block of code: `javascript`. */
  readonly language: string;
  readonly text: string;
}

/** What files name languages by, where highlighters call them otherwise. */
const LANGUAGES = new Map([
  ['curl', 'shell'],
  ['bash', 'shell'],
  ['sh', 'shell'],
  ['c#', 'csharp'],
  ['c++', 'cpp'],
  ['f#', 'fsharp'],
  ['node', 'javascript'],
  ['node.js', 'javascript'],
  ['js', 'javascript'],
  ['ts', 'typescript'],
]);

/** The calls under `x-codeSamples`, which Redocly and others show, and under `x-code-samples`, its older name. */
export function listSamples(operation: YamlValue, report: ReportFault): readonly CodeSample[] {
  const written = findMember(operation, 'x-codeSamples') ?? findMember(operation, 'x-code-samples');
  if (written !== undefined && written.kind !== 'list')
    reportWrong("'x-codeSamples'", 'a list', written, report);
  return listValues(written).flatMap((sample) => {
    const lang = readWord(findMember(sample, 'lang'));
    const source = findMember(sample, 'source');
    if (lang === undefined || !isText(source)) {
      reportWrong('The sample of code', "a mapping with 'lang' and 'source'", sample, report);
      return [];
    }
    const name = lang.toLowerCase();
    const language = LANGUAGES.get(name) ?? (name.replace(/[^a-z0-9+-]/g, '') || 'text');
    const label = readWord(findMember(sample, 'label'));
    return [{ label: label ?? lang, isWorded: label !== undefined, language, text: source.value }];
  });
}
