import type { ReportFault } from './faults.ts';
import { findValue, readShaped, WRONG_TYPE, WRONG_VALUE } from './read-keys.ts';
import { isFreeTagName } from './tag-names.ts';
import type { SiteConfig, TagTarget } from './types.ts';
import type { YamlMap } from './yaml-types.ts';

const TARGETS: readonly TagTarget[] = [
  'ifversion',
  'codetabs',
  'codetab',
  'note',
  'tip',
  'warning',
  'danger',
  'rowheaders',
  'prompt',
  'none',
];

export const TAG_TARGET = {
  pattern: new RegExp(`^(?:${TARGETS.join('|')})$`),
  hint: `It is one of ${TARGETS.join(', ')}.`,
};

/** Tags of other engines by name, each with the tag that it stands for; no key where there are none. */
export function parseTags(map: YamlMap, report: ReportFault): Pick<SiteConfig, 'tags'> {
  const value = findValue(map, 'tags');
  if (value === undefined) return {};
  if (value.kind !== 'map') {
    const hint = 'Write `if_version: ifversion`, a line for each tag.';
    report({ ...WRONG_TYPE, message: "'tags' is not a mapping.", hint, place: value.place });
    return {};
  }
  const tags = [...value.entries].flatMap(([name, { value: target, keyPlace }]) => {
    if (!isFreeTagName(name)) {
      const message = `A key of 'tags' cannot be '${name}'.`;
      const hint =
        "It is the name of a tag: lowercase letters, digits and '_', and not the name of an existing tag.";
      report({ ...WRONG_VALUE, message, hint, place: keyPlace });
      return [];
    }
    const found = readShaped(target, `The meaning of the tag '${name}'`, TAG_TARGET, report);
    return found === undefined ? [] : [[name, found.text as TagTarget] as const];
  });
  return { tags: Object.fromEntries(tags) };
}
