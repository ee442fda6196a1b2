import { placeAt, type Source } from '../../diagnostics/index.ts';
import { createNames, listVersions, parsePredicate } from '../../versions/index.ts';
import type { ReportFault } from '../faults.ts';
import { describeKeys, describeShape, type JsonSchema, listOf, TEXT } from '../json-schema.ts';
import { DAY } from '../parse-dates.ts';
import { LANGUAGE_CODE } from '../parse-languages.ts';
import {
  findValue,
  type KeyTable,
  readMapKey,
  readShaped,
  readTextKey,
  readTextsKey,
  WRONG_VALUE,
} from '../read-keys.ts';
import type { Language, Plan } from '../types.ts';
import type { YamlMap, YamlValue } from '../yaml-types.ts';
import { LINK_TARGET } from './parse-links.ts';
import { LOCAL_TEXTS, readLocalTexts } from './read-local-texts.ts';
import type { Banner, Presence } from './types.ts';

const BANNER_KEYS = {
  text: 'required',
  href: 'optional',
  versions: 'optional',
  languages: 'optional',
  until: 'optional',
} as const satisfies KeyTable;

const BANNER = describeKeys(BANNER_KEYS, {
  text: LOCAL_TEXTS,
  href: describeShape(LINK_TARGET),
  versions: TEXT,
  languages: listOf(describeShape(LANGUAGE_CODE)),
  until: describeShape(DAY),
});

export const BANNER_SCHEMA: JsonSchema = { anyOf: [BANNER, listOf(BANNER)] };

/** What a banner may ask for. */
interface BannerSite {
  readonly languages: readonly Language[];
  readonly plans: readonly Plan[];
}

/** One banner or a list of them; a page shows the first that is meant for it. */
export function parseBanners(
  site: YamlMap,
  scope: BannerSite,
  report: ReportFault,
): Pick<Presence, 'banner'> {
  const value = findValue(site, 'banner');
  if (value === undefined) return {};
  const written = value.kind === 'list' ? value.values : [value];
  const banner = written.flatMap((each) => readBanner(each, scope, report) ?? []);
  return banner.length === 0 ? {} : { banner };
}

function readBanner(value: YamlValue, scope: BannerSite, report: ReportFault): Banner | undefined {
  const map = readMapKey(value, BANNER_KEYS, 'A banner', report);
  if (map === undefined) return undefined;
  const text = readLocalTexts(findValue(map, 'text'), "'text' of a banner", scope.languages, report);
  const href = readShaped(findValue(map, 'href'), "'href' of a banner", LINK_TARGET, report);
  const until = readShaped(findValue(map, 'until'), "'until' of a banner", DAY, report)?.text;
  const versions = readVersionNames(findValue(map, 'versions'), scope, report);
  const languages = readCodes(map, scope, report);
  if (text === undefined) return undefined;
  return {
    text,
    ...(href && { href }),
    ...(until !== undefined && { until }),
    ...(versions && { versions }),
    ...(languages && { languages }),
  };
}

/** A condition as in `ifversion`, without features, as the names of versions that it is true for. */
function readVersionNames(
  value: YamlValue | undefined,
  { plans }: BannerSite,
  report: ReportFault,
): readonly string[] | undefined {
  const written = readTextKey(value, "'versions' of a banner", report);
  if (written === undefined || value?.kind !== 'scalar') return undefined;
  const versions = listVersions(plans);
  const predicate = parsePredicate(value.source.text, createNames(versions, new Map()), versions);
  for (const { code, severity, message, hint, offset } of predicate.problems)
    report({ code, severity, message, hint, place: placeAt(value.source satisfies Source, offset) });
  return versions.filter(({ index }) => (predicate.versions >> BigInt(index)) & 1n).map(({ name }) => name);
}

function readCodes(
  map: YamlMap,
  { languages }: BannerSite,
  report: ReportFault,
): readonly string[] | undefined {
  const value = findValue(map, 'languages');
  if (value === undefined) return undefined;
  const known = languages.map(({ code }) => code);
  return readTextsKey(value, "'languages' of a banner", LANGUAGE_CODE, report).flatMap(({ text, place }) => {
    if (known.includes(text)) return [text];
    const message = `'languages' of a banner names '${text}', which is not a language of the site.`;
    report({ ...WRONG_VALUE, message, hint: `The languages are ${known.join(', ')}.`, place });
    return [];
  });
}
