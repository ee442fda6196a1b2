import type { ReportFault } from '../faults.ts';
import { type JsonSchema, SWITCH, TEXT } from '../json-schema.ts';
import { findValue, type KeyTable, readSwitch } from '../read-keys.ts';
import type { SiteConfig } from '../types.ts';
import type { YamlMap } from '../yaml-types.ts';
import { ACCENT_SCHEMA, parseAccent } from './parse-accent.ts';
import { BANNER_SCHEMA, parseBanners } from './parse-banners.ts';
import { FONTS_SCHEMA, parseFonts } from './parse-fonts.ts';
import { parseHeadTags } from './parse-head-tags.ts';
import { LINK_SCHEMAS, parseLinks } from './parse-links.ts';
import { PICTURE_SCHEMAS, parseFavicon, parseLogo } from './parse-pictures.ts';
import { LOCAL_TEXTS, readLocalTexts } from './read-local-texts.ts';
import type { Presence } from './types.ts';

/** Keys of the site file by which an owner shows what the site is. */
export const PRESENCE_KEYS = {
  description: 'optional',
  logo: 'optional',
  favicon: 'optional',
  header: 'optional',
  footer: 'optional',
  social: 'optional',
  banner: 'optional',
  head: 'optional',
  accent: 'optional',
  fonts: 'optional',
  cards: 'optional',
} as const satisfies KeyTable;

export const PRESENCE_SCHEMAS: Readonly<Record<keyof typeof PRESENCE_KEYS, JsonSchema>> = {
  description: LOCAL_TEXTS,
  ...PICTURE_SCHEMAS,
  ...LINK_SCHEMAS,
  banner: BANNER_SCHEMA,
  head: TEXT,
  accent: ACCENT_SCHEMA,
  fonts: FONTS_SCHEMA,
  cards: SWITCH,
};

/** Those keys of a site file, checked as far as the file alone can tell; what it does not name is absent. */
export function parsePresence(
  site: YamlMap,
  scope: Pick<SiteConfig, 'languages' | 'plans'>,
  report: ReportFault,
): Presence {
  const { languages } = scope;
  const description = readLocalTexts(findValue(site, 'description'), "'description'", languages, report);
  return {
    ...(description && { description }),
    ...parseLogo(site, report),
    ...parseFavicon(site, report),
    ...parseLinks(site, languages, report),
    ...parseBanners(site, scope, report),
    ...parseHeadTags(site, report),
    ...parseAccent(site, report),
    ...parseFonts(site, report),
    ...parseCards(site, report),
  };
}

function parseCards(site: YamlMap, report: ReportFault): Pick<Presence, 'cards'> {
  const value = findValue(site, 'cards');
  return value !== undefined && readSwitch(value, "'cards'", report, false) ? { cards: value.place } : {};
}
