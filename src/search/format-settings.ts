import type { Bundle } from './create-bundle.ts';
import type { SearchGroup } from './types.ts';

/** `index.json` of a group: what the dialog and its engine must know before they can search. `meta` and `engine` are relative to it. */
export function formatSettings(
  { language, languageName, version, versionTitle, words }: SearchGroup,
  { meta, common, frequent }: Pick<Bundle, 'meta' | 'common' | 'frequent'>,
  engine: string,
  groups: readonly SearchGroup[],
): string {
  return JSON.stringify({
    meta,
    engine,
    common,
    frequent,
    version: versionTitle,
    language: languageName,
    others: groups
      .filter((group) => group.language === language && group.version !== version && group.home !== undefined)
      .map((group) => ({ title: group.versionTitle, href: group.home })),
    words,
  });
}
