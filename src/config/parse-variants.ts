import { type PlacedText, reportDuplicates } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { findValue, readListKey, readTextKey, WRONG_VALUE } from './read-keys.ts';
import { isFreeTagName } from './tag-names.ts';
import type { SiteConfig } from './types.ts';
import type { YamlMap } from './yaml-types.ts';

/** Names of tools and platforms of the site's own; no key where it names none. */
export function parseVariants(map: YamlMap, report: ReportFault): Pick<SiteConfig, 'tools' | 'platforms'> {
  const tools = readNames(map, 'tools', report);
  const platforms = readNames(map, 'platforms', report);
  reportDuplicates([...tools, ...platforms], 'tools and platforms', report);
  return {
    ...(tools.length === 0 ? {} : { tools: tools.map(({ text }) => text) }),
    ...(platforms.length === 0 ? {} : { platforms: platforms.map(({ text }) => text) }),
  };
}

function readNames(map: YamlMap, key: 'tools' | 'platforms', report: ReportFault): readonly PlacedText[] {
  return readListKey(findValue(map, key), `'${key}'`, report).flatMap((child) => {
    const name = readTextKey(child, `A value in '${key}'`, report);
    if (name === undefined || isFreeTagName(name.text)) return name ?? [];
    const message = `A value in '${key}' cannot be '${name.text}'.`;
    const hint =
      "Each is the name of a tag: lowercase letters, digits and '_', and not the name of an existing tag, nor 'end' before it.";
    report({ ...WRONG_VALUE, message, hint, place: name.place });
    return [];
  });
}
