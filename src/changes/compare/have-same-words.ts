import { compareTexts } from './compare-texts.ts';
import { createFingerprint } from './fingerprint.ts';
import { createCompareNode } from './node.ts';
import { parseHtml } from './parse-html.ts';
import type { CompareOptions } from './types.ts';

/** Whether a reader sees the same in two texts. Far quicker than comparing them; the two agree. */
export function haveSameWords(
  before: string,
  after: string,
  options: Pick<CompareOptions, 'language' | 'names' | 'addresses' | 'readAddress'>,
): boolean {
  const { names, addresses } = options;
  if (isSurelyOther(before, after, names)) return false;
  const fingerprint = createFingerprint(options);
  const [older, newer] = [before, after].map((html, at) =>
    fingerprint(createCompareNode('main', parseHtml(html, addresses[at] ?? ''))),
  );
  if (older === newer) return true;
  // Where a text prints its version, only comparing shows whether that is all.
  if (!names.some(([name]) => older?.includes(name))) return false;
  const words = {
    added: '',
    removed: '',
    linkChanged: '',
    unchangedBlocks: '',
    unchangedItems: '',
    unchangedRows: '',
    unchangedLines: '',
  };
  return compareTexts(before, after, { ...options, words, folds: false, name: '' }).changes.length === 0;
}

/** Whether the words alone, without the tags around them, tell two texts apart: nearly always they do. */
function isSurelyOther(before: string, after: string, names: CompareOptions['names']): boolean {
  if (HIDDEN.test(before) || HIDDEN.test(after)) return false;
  return readWords(before, names) !== readWords(after, names);
}

/** What stands in a text without being part of it. */
const HIDDEN = /<!--|<script|<style/;

const TAG_OR_BLANK = /<(?:"[^"]*"|[^>"])*>|\s+/g;

function readWords(html: string, names: CompareOptions['names']): string {
  const named = names.reduce((text, [older, newer]) => text.replaceAll(older, newer), html);
  return named.replace(TAG_OR_BLANK, '');
}
