import { createHash } from 'node:crypto';
import { UsageError } from '../../usage-error.ts';

/** A part of a list or a text, and how to ask for the next one. */
export interface ListStretch {
  readonly start: number;
  /** Makes the cursor of what begins at an offset; undefined where nothing is left. */
  next(offset: number, length: number): string | undefined;
}

/**
 * Where an answer goes on. A cursor belongs to one question about one state, for in another one its offset would mean
 * something else.
 *
 * @throws UsageError for a cursor of another question, or of sources that have changed since
 */
export function readListCursor(cursor: string | undefined, question: object, stamp: string): ListStretch {
  const sign = createHash('sha256')
    .update(JSON.stringify([question, stamp]))
    .digest('base64url')
    .slice(0, 10);
  // Models fill what they may leave out with nothing.
  const [, offset, found] = /^(\d{1,9})\.([\w-]{10})$/.exec(cursor?.trim() || `0.${sign}`) ?? [];
  if (offset === undefined || found !== sign)
    throw new UsageError(
      'The cursor belongs to another question, or the site has changed since. Ask again without a cursor.',
    );
  return {
    start: Number(offset),
    next: (at, length) => (at < length ? `${at}.${sign}` : undefined),
  };
}

/** Of a list, for one answer. */
const MAX_CHARACTERS = 12_000;

/** As many of a list, described, as a number and a size allow; at least one. */
export async function takeStretch<T, Described>(
  list: readonly T[],
  { start, next }: ListStretch,
  most: number,
  tell: (each: T) => Described | Promise<Described>,
): Promise<{ readonly part: Described[]; readonly nextCursor?: string }> {
  const part: Described[] = [];
  let size = 0;
  for (const each of list.slice(start, start + most)) {
    const told = await tell(each);
    size += JSON.stringify(told).length;
    if (part.length > 0 && size > MAX_CHARACTERS) break;
    part.push(told);
  }
  const nextCursor = next(start + part.length, list.length);
  return { part, ...(nextCursor !== undefined && { nextCursor }) };
}
