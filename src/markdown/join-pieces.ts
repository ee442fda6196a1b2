import type { Rendering } from './types.ts';

/** HTML of a rendering: its pieces with the value of each slot, already escaped, in between. */
export function joinPieces({ pieces }: Pick<Rendering, 'pieces'>, fills: readonly string[]): string {
  return pieces.map((piece, index) => piece + (fills[index] ?? '')).join('');
}
