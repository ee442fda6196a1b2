import { type SourceBlock, splitSource } from '../queries/index.ts';
import { foldLines } from './fold-lines.ts';
import { joinInline, listSealed, sealText } from './seal.ts';
import { trimBlock } from './trim-block.ts';
import type { Inline, ReturnedPiece } from './types.ts';

/** What a block is to say in the translation, or why it cannot, as a message and a hint. */
export type ReadTarget =
  | { readonly text: string }
  /** The translation says so already, whatever else there is to say of it. */
  | 'known'
  | Problem;

interface Problem {
  readonly message: string;
  readonly hint: string;
}

/**
 * The text of a returned unit for one block: placeholders become what the source has in their place, and each has to be there as often
 * as in the source. What a translator types is words: a tag, code or an address that the source lacks is refused.
 *
 * @param known what the translation says now; a target that repeats it, or the source where there is none, is nothing new
 */
export function readTarget(
  target: readonly ReturnedPiece[],
  block: SourceBlock,
  known: string | undefined,
): ReadTarget {
  const source = sealText(trimBlock(block).text, { hasCells: block.kind === 'row' });
  const problem = comparePlaceholders(target, source);
  if (problem !== undefined) return problem;
  const folded = foldLines(target, source);
  const text = unseal(folded, source);
  // Of a target that a tool has laid out in lines nobody knows which space was there before.
  const bare = folded === target ? fold : drop;
  if (bare(text) === bare(known ?? joinInline(source))) return 'known';
  if (text.trim() === '')
    return { message: 'The target is empty.', hint: 'Translate it, or leave the target out.' };
  const now = listSealed(sealText(text, { hasCells: block.kind === 'row' }));
  const added = subtract(now, listSealed(source));
  const lost = subtract(listSealed(source), now);
  if (added.length > 0) {
    return {
      message: `The target has ${quote(added)}, which the source lacks.`,
      hint: 'Write words only: tags, code and addresses come from placeholders.',
    };
  }
  if (lost.length > 0) {
    return {
      message: `With the words around it, ${quote(lost)} of the source no longer works.`,
      hint: 'Look for backquotes, brackets or angle brackets that were typed beside a placeholder.',
    };
  }
  return keepsShape(text, block)
    ? { text }
    : {
        message: 'The target would become more than one block of Markdown, or another kind of block.',
        hint: 'Keep it on as many lines as the source, and begin no line with a mark such as #, - or 1.',
      };
}

function comparePlaceholders(
  target: readonly ReturnedPiece[],
  source: readonly Inline[],
): Problem | undefined {
  const name = ({ id, part }: { id: string; part: string }) => `${part === 'end' ? 'end' : part} ${id}`;
  const texts = new Map<string, string>();
  for (const piece of source) if (piece.kind === 'sealed') texts.set(name(piece), piece.text);
  const found = target.flatMap((piece) => (piece.kind === 'sealed' ? [name(piece)] : []));
  const wanted = [...texts.keys()];
  const [lost, gained] = [subtract(wanted, found), subtract(found, wanted)];
  if (lost.length > 0) {
    return {
      message: `The target has lost ${quote(lost.map((each) => texts.get(each) ?? each))}.`,
      hint: 'Use every placeholder of the source in the target, as often as in the source.',
    };
  }
  if (gained.length > 0) {
    const names = gained.map((each) => texts.get(each) ?? `the placeholder ${each.split(' ')[1]}`);
    return {
      message: `The target has ${quote(names)} once too often.`,
      hint: 'Remove the extra placeholder.',
    };
  }
  return undefined;
}

/** White space that a tool has laid out in another way is nothing new. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function drop(text: string): string {
  return text.replace(/\s+/g, '');
}

function unseal(target: readonly ReturnedPiece[], source: readonly Inline[]): string {
  return joinInline(
    target.map((piece): Inline => {
      if (piece.kind === 'words') return { kind: 'words', text: piece.text };
      const own = source.find(
        (each) => each.kind === 'sealed' && each.id === piece.id && each.part === piece.part,
      );
      return { kind: 'words', text: own?.text ?? '' };
    }),
  );
}

function keepsShape(text: string, block: SourceBlock): boolean {
  if (block.key !== undefined) return block.text.includes('\n') || !text.includes('\n');
  const { lead, trail } = trimBlock(block);
  const blocks = splitSource('block.md', `${lead}${text}${trail}`);
  return blocks.length === 1 && blocks[0]?.kind === block.kind;
}

function subtract(from: readonly string[], texts: readonly string[]): readonly string[] {
  const rest = [...texts];
  return from.filter((text) => {
    const at = rest.indexOf(text);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

function quote(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).map((text) => `'${text}'`);
  return texts.length > 3 ? `${shown.join(', ')} and ${texts.length - 3} more` : shown.join(', ');
}
