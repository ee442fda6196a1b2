import { findNearest } from '../../diagnostics/index.ts';
import type { ReportFault } from '../faults.ts';
import { describeKeys, describeShape, type JsonSchema, listOf } from '../json-schema.ts';
import {
  findValue,
  type KeyTable,
  readListKey,
  readMapKey,
  readShaped,
  type Shape,
  WRONG_TYPE,
} from '../read-keys.ts';
import type { Language } from '../types.ts';
import type { YamlMap, YamlValue } from '../yaml-types.ts';
import { LOCAL_TEXTS, readLocalTexts } from './read-local-texts.ts';
import type { Presence, SiteFooter, SiteLink, SocialName } from './types.ts';

const LINK_KEYS = { label: 'required', href: 'required' } as const satisfies KeyTable;
const FOOTER_KEYS = { links: 'optional', imprint: 'optional' } as const satisfies KeyTable;

/** What a link leads to: it is followed by readers, so nothing else is an address. */
export const LINK_TARGET: Shape = {
  pattern: /^(?:https?:\/\/[^\s/]\S*|mailto:(?=\S+@\S)\S*|\/(?!\/)\S*)$/,
  hint: "Write an address, 'https://example.com/', or the path of a page, '/packages/quickstart'.",
};

const SOCIAL_ADDRESS: Shape = {
  pattern: /^(?:https?:\/\/[^\s/]\S*|mailto:(?=\S+@\S)\S*)$/,
  hint: "Write an address: 'https://example.social/@docs', 'mailto:docs@example.com'.",
};

const SOCIAL_NAMES: readonly SocialName[] = [
  'bluesky',
  'discord',
  'email',
  'facebook',
  'forum',
  'github',
  'gitlab',
  'instagram',
  'linkedin',
  'mastodon',
  'matrix',
  'reddit',
  'rss',
  'slack',
  'stackoverflow',
  'telegram',
  'twitch',
  'x',
  'youtube',
];

const LINKS = listOf(describeKeys(LINK_KEYS, { label: LOCAL_TEXTS, href: describeShape(LINK_TARGET) }));

/** Schemas of `header`, `footer` and `social`. */
export const LINK_SCHEMAS: Readonly<Record<'header' | 'footer' | 'social', JsonSchema>> = {
  header: LINKS,
  footer: describeKeys(FOOTER_KEYS, { links: LINKS, imprint: LOCAL_TEXTS }),
  social: {
    type: 'object',
    properties: Object.fromEntries(SOCIAL_NAMES.map((name) => [name, describeShape(SOCIAL_ADDRESS)])),
    additionalProperties: false,
  },
};

/** What `header`, `footer` and `social` say. Whether paths lead to pages is left to who knows the pages. */
export function parseLinks(
  site: YamlMap,
  languages: readonly Language[],
  report: ReportFault,
): Pick<Presence, 'header' | 'footer' | 'social'> {
  const header = readLinks(findValue(site, 'header'), "'header'", languages, report);
  const footer = parseFooter(findValue(site, 'footer'), languages, report);
  const social = parseSocial(findValue(site, 'social'), report);
  return {
    ...(header.length > 0 && { header }),
    ...(footer && { footer }),
    ...(social.length > 0 && { social }),
  };
}

function parseFooter(
  value: YamlValue | undefined,
  languages: readonly Language[],
  report: ReportFault,
): SiteFooter | undefined {
  const map = value && readMapKey(value, FOOTER_KEYS, "'footer'", report);
  if (map === undefined) return undefined;
  const imprint = readLocalTexts(findValue(map, 'imprint'), "'imprint' of 'footer'", languages, report);
  return {
    links: readLinks(findValue(map, 'links'), "'links' of 'footer'", languages, report),
    ...(imprint && { imprint }),
  };
}

function readLinks(
  value: YamlValue | undefined,
  name: string,
  languages: readonly Language[],
  report: ReportFault,
): readonly SiteLink[] {
  return readListKey(value, name, report).flatMap((each): readonly SiteLink[] => {
    const map = readMapKey(each, LINK_KEYS, `A link of ${name}`, report);
    if (map === undefined) return [];
    const label = readLocalTexts(findValue(map, 'label'), `'label' of a link of ${name}`, languages, report);
    const href = readShaped(findValue(map, 'href'), `'href' of a link of ${name}`, LINK_TARGET, report);
    return label === undefined || href === undefined ? [] : [{ label, href }];
  });
}

function parseSocial(value: YamlValue | undefined, report: ReportFault): NonNullable<Presence['social']> {
  if (value === undefined) return [];
  if (value.kind !== 'map') {
    const hint = 'Write `mastodon: https://example.social/@docs`, a line for each.';
    report({ ...WRONG_TYPE, message: "'social' is not a mapping.", hint, place: value.place });
    return [];
  }
  return [...value.entries].flatMap(([written, { value: address, keyPlace }]) => {
    const name = SOCIAL_NAMES.find((each) => each === written);
    if (name === undefined) {
      const nearest = findNearest(written, SOCIAL_NAMES);
      const hint =
        nearest === undefined
          ? `There are icons for ${SOCIAL_NAMES.join(', ')}. Put other links under 'links' of 'footer'.`
          : `Did you mean '${nearest}'?`;
      const message = `'social' has no icon for '${written}'.`;
      report({ code: 'config/unknown-key', severity: 'warning', message, hint, place: keyPlace });
      return [];
    }
    const href = readShaped(address, `'${name}' of 'social'`, SOCIAL_ADDRESS, report)?.text;
    return href === undefined ? [] : [{ name, href }];
  });
}
