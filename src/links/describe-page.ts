import { joinPieces } from '../markdown/index.ts';
import type { FilledText } from './types.ts';

/** Plain text of an intro. What an AUTOTITLE says in it is only known once the intro is filled. */
export function describePage(intro: FilledText | undefined): string {
  if (intro === undefined) return '';
  const { rendering, fills } = intro;
  if (rendering.slots.every(({ kind }) => kind !== 'title')) return rendering.text;
  const text = joinPieces(rendering, fills).replace(/<[^>]*>/g, '');
  return unescapeHtml(text).replace(/\s+/g, ' ').trim();
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot));/gi, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
      : (SIGNS[name.toLowerCase()] ?? ''),
  );
}
