import { findRawText } from '../repairs/find-tags.ts';
import type { TemplateFault } from './faults.ts';
import { splitDelimiter } from './misuse.ts';

const SPLIT =
  /(?<!\{)(?:\{[ \u3000]{1,2}[%％]|\{％|｛[ \u3000]?[%％])([^{}｛｝%％\n]{1,200})[%％][ \u3000]{0,2}[}｝](?!\})/g;

/** Stretches of text that were meant to be tags: `{ % data a.b % }`, `｛％ data a.b ％｝`. */
export function findSplitTags(text: string, isTag: (name: string) => boolean): readonly TemplateFault[] {
  if (!/\{[ \u3000]{1,2}[%％]|\{％|｛[ \u3000]?[%％]/.test(text)) return [];
  const raw = findRawText(text);
  return [...text.matchAll(SPLIT)].flatMap(({ 0: found, 1: inner = '', index }): readonly TemplateFault[] => {
    const words = inner.normalize('NFKC').replace(/^-|-$/g, '').trim();
    const isRaw = raw.some(({ start, end }) => start <= index && index < end);
    const [name = ''] = words.split(/\s/);
    return isRaw || !isTag(name) ? [] : [splitDelimiter(index, found, words, false)];
  });
}
