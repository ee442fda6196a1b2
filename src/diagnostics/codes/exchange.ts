import type { CodeEntry } from './types.ts';

/** What `decant i18n import` says of a file that translators give back. */
export const EXCHANGE_CODES: readonly CodeEntry[] = [
  {
    code: 'exchange/not-xliff',
    severity: 'error',
    means: 'The file is not an XLIFF 2 document.',
    example: '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    remedy: 'Save it as XLIFF 2.0 or 2.1, the formats of `decant i18n export`.',
    cost: 'Nothing is imported.',
  },
  {
    code: 'exchange/refused-unit',
    severity: 'error',
    means:
      'The target of a unit lost or gained a placeholder, contains Markdown or Liquid that is not in the source, or is more than one block.',
    example: '<source>Run <ph id="1"/> again.</source> <target>もう一度実行します。</target>',
    remedy: 'Use every placeholder of the source in the target, and otherwise only plain text.',
    cost: 'The block stays as it was; all other units are imported.',
  },
  {
    code: 'exchange/unknown-unit',
    severity: 'warning',
    means:
      'A unit no longer matches a text in the sources, or the text has been translated differently since: the files have changed after the export.',
    example: '<unit id="t0123456789abcdef">',
    remedy: 'Export again. The translation memory of your tool fills in what has not changed.',
    cost: 'The unit is left out.',
  },
  {
    code: 'exchange/laid-out-anew',
    severity: 'warning',
    means:
      'The blocks of a translated file do not match those of its source, so the file was rebuilt from the blocks of the source with the words of the translation.',
    example: '# the source has three steps, the translation two\n1. ポットを温める\n2. 待つ',
    remedy:
      'Compare both states in git, and restore what you still need of the lines that the message names.',
    cost: 'The translation loses these lines.',
  },
];
