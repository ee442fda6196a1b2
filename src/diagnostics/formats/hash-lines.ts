/** Characters that a hash looks at from the begin of its line on; white space does not count. */
const WINDOW = 100;
const FACTOR = 37n;

/**
 * A hash for each line that is the same wherever the line stands, as GitHub tells findings of two uploads apart: a rolling one
 * of 64 bits over what begins there, and behind it how many lines before had the same.
 */
export function hashLines(text: string): readonly string[] {
  const leaving = power(FACTOR, WINDOW);
  const window = new Array<bigint>(WINDOW).fill(0n);
  const lines = new Array<number>(WINDOW).fill(-1);
  const hashes: string[] = [];
  const counts = new Map<string, number>();
  let hash = 0n;
  let at = 0;
  let line = 0;
  let isStart = true;
  let wasReturn = false;

  for (let index = 0; index < text.length; index += 1) take(text.charCodeAt(index));
  take(0xffff);
  for (let index = 0; index < WINDOW; index += 1) {
    if (lines[at] !== -1) write();
    roll(0);
  }
  return hashes;

  function take(unit: number): void {
    const isFeed = unit === 10;
    if (unit === 32 || unit === 9 || (wasReturn && isFeed)) {
      wasReturn = false;
      return;
    }
    wasReturn = unit === 13;
    const read = wasReturn ? 10 : unit;
    if (lines[at] !== -1) write();
    if (isStart) {
      isStart = false;
      lines[at] = line;
      line += 1;
    }
    if (read === 10) isStart = true;
    roll(read);
  }

  function roll(unit: number): void {
    const gone = window[at] ?? 0n;
    const come = BigInt(unit);
    window[at] = come;
    hash = BigInt.asUintN(64, FACTOR * hash + come - leaving * gone);
    at = (at + 1) % WINDOW;
  }

  function write(): void {
    const name = hash.toString(16);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    hashes[lines[at] ?? 0] = `${name}:${count}`;
    lines[at] = -1;
  }
}

function power(base: bigint, times: number): bigint {
  let product = 1n;
  for (let index = 0; index < times; index += 1) product = BigInt.asUintN(64, product * base);
  return product;
}
