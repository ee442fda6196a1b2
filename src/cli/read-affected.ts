import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

const LISTS = ['changed', 'added', 'removed', 'unseen', 'around'] as const;

/**
 * Addresses of the pages that a file names which `decant affected --format json` has written.
 *
 * @throws UsageError for a file that is not there, or holds something else
 */
export async function readAffected(file: string): Promise<ReadonlySet<string>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`There is no file '${file}'.`);
  const written = parse(text);
  if (!isRecord(written) || !LISTS.every((name) => Array.isArray(written[name]))) {
    throw new UsageError(
      `'${file}' lists no pages. Create it with decant affected --since main --format json > ${file}.`,
    );
  }
  const moved = Array.isArray(written.moved)
    ? written.moved.flatMap((move) => (isRecord(move) ? [move.to] : []))
    : [];
  const pages = [...LISTS.flatMap((name) => written[name] as readonly unknown[]), ...moved];
  return new Set(
    pages.flatMap((page) => (isRecord(page) && typeof page.href === 'string' ? [page.href] : [])),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
