import type { Manifest } from './types.ts';

/** Name of the file beside the packs of a shard. */
export const MANIFEST = 'shard.json';

export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Undefined for anything that is no manifest. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { number, of, program, texts, versions, languages } = value as Readonly<Record<string, unknown>>;
  return (
    isCount(number) &&
    isCount(of) &&
    number <= of &&
    [program, texts].every(isString) &&
    [versions, languages].every((list) => Array.isArray(list) && list.every(isString))
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
