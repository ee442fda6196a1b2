import type { Inline, ReturnedPiece } from './types.ts';

/**
 * Takes out the lines into which a tool has laid a target out, where the source is one line: beside a placeholder there is a space
 * where the source has one there, and elsewhere a space is left of each. A target without such lines is given back itself.
 */
export function foldLines(
  target: readonly ReturnedPiece[],
  source: readonly Inline[],
): readonly ReturnedPiece[] {
  const hasLines = (piece: Inline | ReturnedPiece) => piece.kind === 'words' && piece.text.includes('\n');
  if (source.some(hasLines) || !target.some(hasLines)) return target;
  return target.map((piece, at) => {
    if (piece.kind === 'sealed' || !piece.text.includes('\n')) return piece;
    const [before, after] = [target[at - 1], target[at + 1]];
    const text = piece.text
      .replace(/^\s*\n\s*/, () => findSpace(before, source, 'after'))
      .replace(/(?<!\s)(?=\s+$)\s*\n\s*/, () => findSpace(after, source, 'before'))
      .replace(/(?<!\s)\s*\n\s*/g, ' ');
    return { kind: 'words', text };
  });
}

/** The white space that the source has on that side of the same placeholder. */
function findSpace(
  piece: ReturnedPiece | undefined,
  source: readonly Inline[],
  side: 'before' | 'after',
): string {
  if (piece?.kind !== 'sealed') return '';
  const at = source.findIndex(
    (each) => each.kind === 'sealed' && each.id === piece.id && each.part === piece.part,
  );
  const beside = source[side === 'after' ? at + 1 : at - 1];
  if (beside?.kind !== 'words') return '';
  return (side === 'after' ? /^\s/ : /\s$/).test(beside.text) ? ' ' : '';
}
