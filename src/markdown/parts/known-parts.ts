import { nameOptions } from '../name-options.ts';
import type { MarkdownOptions } from '../types.ts';
import type { Part } from './part.ts';

/** Parts that were rendered, for texts that share them: versions of an article do, and articles with the same reusables. */
export interface KnownParts {
  /** Parts of texts that are rendered alike. Those of other options are forgotten. */
  of(options: MarkdownOptions): PartsByKey;
}

export interface PartsByKey {
  get(key: string): Part | undefined;
  set(key: string, part: Part): void;
}

/** Characters of keys. What a part becomes is two or three times as large. */
const ROOM = 2_000_000;

/** @param room characters of keys that are remembered for sure; up to twice as many are */
export function createKnownParts(room = ROOM): KnownParts {
  let name: string | undefined;
  let young = new Map<string, Part>();
  let old = new Map<string, Part>();
  let size = 0;

  const parts: PartsByKey = {
    get(key) {
      const part = young.get(key);
      if (part !== undefined) return part;
      const found = old.get(key);
      if (found !== undefined) parts.set(key, found);
      return found;
    },
    set(key, part) {
      if (size > room) {
        // What nobody has asked for since the last time goes.
        old = young;
        young = new Map();
        size = 0;
      }
      young.set(key, part);
      size += key.length;
    },
  };

  return {
    of(options) {
      const wanted = nameOptions(options);
      if (name !== wanted) {
        young = new Map();
        old = new Map();
        size = 0;
      }
      name = wanted;
      return parts;
    },
  };
}
