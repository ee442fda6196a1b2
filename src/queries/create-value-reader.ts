import type { Article } from '../load/index.ts';
import { createResolver } from '../resolve/index.ts';
import type { Version } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** What stands where a `data` tag names a value: Markdown without Liquid. */
export type ReadValue = (text: string, article: Article, language: string, version: Version) => string;

/** Reads values of `data/` as pages of one version show them. */
export function createValueReader({ config, corpus, versions }: Workspace): ReadValue {
  return createResolver({ config, corpus, versions }).resolveText;
}
