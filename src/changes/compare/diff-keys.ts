/** A stretch of two sequences: both equal, or what is only in the old one, or only in the new one. Ends are not included. */
export interface DiffStretch {
  readonly kind: 'equal' | 'removed' | 'added';
  /** Where it begins and ends in the sequence it is in; in the new one where it is in both. */
  readonly start: number;
  readonly end: number;
}

/** Changes after which two sequences count as having nothing in common: the time of the search grows with their square. */
const MAX_CHANGES = 1200;

/**
 * The shortest way from one sequence to another, by Myers (http://www.xmailserver.org/diff2.pdf). Of a change, what is
 * removed comes before what is added.
 */
export function diffKeys(before: readonly string[], after: readonly string[]): readonly DiffStretch[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moves = [
    ...Array<Move>(head).fill('equal'),
    ...findMoves(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...Array<Move>(tail).fill('equal'),
  ];
  return joinMoves(moves);
}

type Move = DiffStretch['kind'];

function findMoves(before: readonly string[], after: readonly string[]): readonly Move[] {
  const rounds: Int32Array[] = [];
  const limit = Math.min(before.length + after.length, MAX_CHANGES);
  // reached[k + limit]: how far into `before` one comes on the diagonal k = x - y.
  const reached = new Int32Array(2 * limit + 3);
  for (let changes = 0; changes <= limit; changes += 1) {
    rounds.push(reached.slice());
    for (let k = -changes; k <= changes; k += 2) {
      const at = k + limit + 1;
      let x = isDown(reached, at, k, changes) ? (reached[at + 1] ?? 0) : (reached[at - 1] ?? 0) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1;
      reached[at] = x;
      if (x >= before.length && x - k >= after.length)
        return walkBack(rounds, limit, before.length, after.length);
    }
  }
  return [...before.map((): Move => 'removed'), ...after.map((): Move => 'added')];
}

/** Whether the way onto a diagonal comes from above it (something added) instead of from below (something removed). */
function isDown(reached: Int32Array, at: number, k: number, changes: number): boolean {
  return k === -changes || (k !== changes && (reached[at - 1] ?? 0) < (reached[at + 1] ?? 0));
}

function walkBack(rounds: readonly Int32Array[], limit: number, endX: number, endY: number): readonly Move[] {
  const moves: Move[] = [];
  let x = endX;
  let y = endY;
  for (let changes = rounds.length - 1; changes >= 0; changes -= 1) {
    const reached = rounds[changes] ?? new Int32Array();
    const k = x - y;
    const down = isDown(reached, k + limit + 1, k, changes);
    const fromK = down ? k + 1 : k - 1;
    const fromX = changes === 0 ? 0 : (reached[fromK + limit + 1] ?? 0);
    const fromY = changes === 0 ? 0 : fromX - fromK;
    while (x > fromX && y > fromY) {
      moves.push('equal');
      x -= 1;
      y -= 1;
    }
    if (changes > 0) moves.push(down ? 'added' : 'removed');
    x = fromX;
    y = fromY;
  }
  return moves.reverse();
}

function joinMoves(moves: readonly Move[]): readonly DiffStretch[] {
  const stretches: DiffStretch[] = [];
  let x = 0;
  let y = 0;
  for (let at = 0; at < moves.length; ) {
    if (moves[at] === 'equal') {
      const start = y;
      for (; moves[at] === 'equal'; at += 1) {
        x += 1;
        y += 1;
      }
      stretches.push({ kind: 'equal', start, end: y });
      continue;
    }
    const [startX, startY] = [x, y];
    for (; at < moves.length && moves[at] !== 'equal'; at += 1) {
      if (moves[at] === 'removed') x += 1;
      else y += 1;
    }
    if (x > startX) stretches.push({ kind: 'removed', start: startX, end: x });
    if (y > startY) stretches.push({ kind: 'added', start: startY, end: y });
  }
  return stretches;
}
