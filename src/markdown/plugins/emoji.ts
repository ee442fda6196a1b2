import { nameToEmoji } from 'gemoji';
import type { Root } from 'mdast';
import { visit } from '../visit.ts';

/** Shortcodes by GitHub's names, as in `:tada:`, become characters; never in code or inside a word (`1:100:2`). */
export function replaceEmoji(tree: Root): void {
  visit(tree, 'text', (text) => {
    text.value = text.value.replace(
      /(?<!\w):([a-z0-9_+-]+):(?!\w)/g,
      (code, name) => findEmoji(name) ?? code,
    );
  });
}

function findEmoji(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
