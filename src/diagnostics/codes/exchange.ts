import type { CodeEntry } from './types.ts';

/** What `decant i18n import` says of a file that translators give back. */
export const EXCHANGE_CODES: readonly CodeEntry[] = [
  {
    code: 'exchange/not-xliff',
    severity: 'error',
    means: 'The file is not an XLIFF 2 document.',
    example: '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    remedy: 'Save it as XLIFF 2.0 or 2.1, the form in which `decant i18n export` writes.',
    cost: 'Nothing is imported.',
  },
  {
    code: 'exchange/refused-unit',
    severity: 'error',
    means:
      'The target of a unit lost or gained a placeholder, holds Markdown or Liquid that the source lacks, or is more than one block.',
    example: '<source>Run <ph id="1"/> again.</source> <target>もう一度実行します。</target>',
    remedy: 'Put every placeholder of the source into the target, and only words beside them.',
    cost: 'The block stays as it was; all other units are written.',
  },
  {
    code: 'exchange/unknown-unit',
    severity: 'warning',
    means:
      'No text of the sources belongs to a unit, or its text has been translated in other words since: the files have changed after the export.',
    example: '<unit id="t0123456789abcdef">',
    remedy: 'Export again. The translation memory of the tool fills in what stayed.',
    cost: 'The unit is left out.',
  },
  {
    code: 'exchange/laid-out-anew',
    severity: 'warning',
    means:
      'A file of the translation has other blocks than its source, so the blocks of the source were taken, with the words of the translation.',
    example: '# the source has three steps, the translation two\n1. ポットを温める\n2. 待つ',
    remedy:
      'Compare the two states in git, and put back what is still wanted of the lines that the message names.',
    cost: 'These lines of the translation.',
  },
];
