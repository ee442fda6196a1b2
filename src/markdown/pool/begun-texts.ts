import { nameOptions } from '../name-options.ts';
import type { MarkdownOptions, Rendering } from '../types.ts';

/** Texts whose rendering was begun before it was asked for. */
export interface BegunTexts {
  has(text: string, options: MarkdownOptions): boolean;
  add(text: string, options: MarkdownOptions, rendering: Promise<Rendering>): void;
  /** Undefined where it was not begun, or is taken already. */
  take(text: string, options: MarkdownOptions): Promise<Rendering> | undefined;
  /** Forgets those that nobody has taken. */
  clear(): void;
}

export function createBegunTexts(): BegunTexts {
  // Texts themselves are the keys: with the options before them they would take their place in memory twice.
  const byOptions = new Map<string, Map<string, Promise<Rendering>>>();
  const find = (options: MarkdownOptions) => byOptions.get(nameOptions(options));
  return {
    has: (text, options) => find(options)?.has(text) === true,
    add(text, options, rendering) {
      const found = find(options) ?? new Map<string, Promise<Rendering>>();
      byOptions.set(nameOptions(options), found.set(text, rendering));
      // Whoever takes it hears of its failure; nobody may.
      rendering.catch(() => {});
    },
    take(text, options) {
      const found = find(options);
      const rendering = found?.get(text);
      found?.delete(text);
      return rendering;
    },
    clear: () => byOptions.clear(),
  };
}
