import { type AlignStep, alignSequences } from './align.ts';
import { measureLikeness } from './compare-words.ts';
import type { BoxPair } from './in-page.ts';
import type { Box, LookReason, Photo, VisualBlock, VisualChange } from './types.ts';

export type CountPixels = (base: Photo, head: Photo, pairs: readonly BoxPair[]) => Promise<readonly number[]>;

/** Blocks of unequal words are one block that changed where this much of them is the same. */
const ALIKE = 0.3;

/** A block may be placed this many pixels elsewhere: browsers round. */
const PLAY = 1;

/**
 * Compares two pictures of a page block by block. Blocks are paired by their words, so one that was put in moves the others
 * without changing them.
 */
export async function comparePictures(
  base: Photo,
  head: Photo,
  countPixels: CountPixels,
): Promise<readonly VisualChange[]> {
  if (base.png === head.png) return [];
  const steps = pairRewritten(alignSequences(base.blocks.map(nameBlock), head.blocks.map(nameBlock)));
  const equal = steps.flatMap((pair, index) => {
    const { before, after } = pick(pair);
    return before && after && nameBlock(before) === nameBlock(after)
      ? [{ index, base: before.box, head: after.box, isDrifted: before.drift !== after.drift }]
      : [];
  });
  const shares = await countPixels(base, head, equal);
  const shareOf = new Map(equal.map(({ index }, at) => [index, shares[at] ?? 0]));
  return steps.flatMap((step, index) => judge(step, index));

  function pick(step: AlignStep | undefined) {
    return {
      before: step?.base === undefined ? undefined : base.blocks[step.base],
      after: step?.head === undefined ? undefined : head.blocks[step.head],
    };
  }

  function pairRewritten(all: readonly AlignStep[]): readonly AlignStep[] {
    const paired: AlignStep[] = [];
    let gone: number[] = [];
    for (const step of all) {
      if (step.base !== undefined && step.head !== undefined) {
        flush();
        paired.push(step);
      } else if (step.base !== undefined) gone.push(step.base);
      else if (step.head !== undefined) paired.push(takeAlike(step.head));
    }
    flush();
    return paired;

    function flush(): void {
      paired.push(...gone.map((index) => ({ base: index })));
      gone = [];
    }

    function takeAlike(index: number): AlignStep {
      const block = head.blocks[index];
      const at = gone.findIndex((each) => isAlike(base.blocks[each], block, head.language));
      if (at === -1) return { head: index };
      const earlier = gone.slice(0, at);
      const [found] = gone.slice(at);
      gone = gone.slice(at + 1);
      paired.push(...earlier.map((each) => ({ base: each })));
      return found === undefined ? { head: index } : { base: found, head: index };
    }
  }

  function judge(step: AlignStep, index: number): readonly VisualChange[] {
    const { before, after } = pick(step);
    if (before === undefined) return after === undefined ? [] : [{ kind: 'added', head: after }];
    if (after === undefined) return [{ kind: 'removed', base: before }];
    const share = shareOf.get(index);
    if (share === undefined) return [{ kind: 'words', base: before, head: after }];
    const reason = findReason(before, after, share) ?? findMove(index, before, after);
    return reason === undefined ? [] : [{ kind: 'look', reason, base: before, head: after }];
  }

  /** The distance from the block above counts only where that block is the same on both sides. */
  function findMove(index: number, before: VisualBlock, after: VisualBlock): LookReason | undefined {
    if (!isNear(before.box.x, after.box.x)) return 'place';
    const above = pick(steps[index - 1]);
    if (above.before === undefined || above.after === undefined || !shareOf.has(index - 1)) return undefined;
    if (!isBelow(before.box, above.before.box) || !isBelow(after.box, above.after.box)) return undefined;
    const distance = before.box.y - above.before.box.y - above.before.box.height;
    return isNear(distance, after.box.y - above.after.box.y - above.after.box.height) ? undefined : 'place';
  }
}

function nameBlock({ region, words, name }: VisualBlock): string {
  return `${region}\n${words === '' ? name : words}`;
}

function isAlike(one: VisualBlock | undefined, other: VisualBlock | undefined, language: string): boolean {
  if (one === undefined || other === undefined || one.region !== other.region) return false;
  return one.name === other.name && measureLikeness(one.words, other.words, language) >= ALIKE;
}

function findReason(
  { box: one }: VisualBlock,
  { box: other }: VisualBlock,
  share: number,
): LookReason | undefined {
  if (!isNear(one.width, other.width) || !isNear(one.height, other.height)) return 'size';
  return share > 0 ? 'pixels' : undefined;
}

/** What stands beside the block before it, in another column, does not keep a distance from it. */
function isBelow(one: Box, above: Box): boolean {
  return one.y >= above.y && one.x < above.x + above.width && above.x < one.x + one.width;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= PLAY;
}
