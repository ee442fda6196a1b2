import { describeKeys, describeShape, type JsonSchema, listOf, SWITCH, TEXT } from './json-schema.ts';
import { ADDRESS_KEYS, ADDRESS_PATTERN } from './parse-addresses.ts';
import {
  AVAILABILITY,
  CHILD_PATH,
  DIAGRAMS,
  EDIT_URL,
  HEADERS,
  HTML,
  LAST_UPDATED,
  PROMPT_URL,
  SITE_KEYS,
} from './parse-config.ts';
import { DATE_KEYS, DAY } from './parse-dates.ts';
import { DIRECTION, LANGUAGE_CODE, LANGUAGE_KEYS } from './parse-languages.ts';
import { ISSUE, PLAN_KEYS, PLAN_NAME } from './parse-plans.ts';
import { REDIRECT_FORMAT, REDIRECT_KEYS } from './parse-redirects.ts';
import { RELEASE_NUMBER } from './parse-releases.ts';
import { LEVELS } from './parse-rules.ts';
import { TAG_TARGET } from './parse-tags.ts';
import { PRESENCE_SCHEMAS } from './presence/index.ts';

/** What `data/site.yml` may hold, made of the tables that check it. What depends on two keys is left to the check. */
export function describeSiteFile(): JsonSchema {
  const formats = listOf(describeShape(REDIRECT_FORMAT));
  return describeKeys(SITE_KEYS, {
    title: TEXT,
    baseUrl: { type: 'string', pattern: '^\\s*https?://' },
    languages: listOf(describeLanguage(), 1),
    plans: listOf(describePlan(), 1),
    addresses: describeAddresses(),
    html: describeShape(HTML),
    math: SWITCH,
    diagrams: describeShape(DIAGRAMS),
    redirects: { anyOf: [formats, describeKeys(REDIRECT_KEYS, { lists: formats, stubs: SWITCH })] },
    headers: describeShape(HEADERS),
    ledger: TEXT,
    search: SWITCH,
    changes: SWITCH,
    theme: TEXT,
    editUrl: describeShape(EDIT_URL),
    promptUrl: describeShape(PROMPT_URL),
    feeds: SWITCH,
    lastUpdated: describeShape(LAST_UPDATED),
    availability: describeShape(AVAILABILITY),
    tools: listOf(TEXT),
    platforms: listOf(TEXT),
    tags: { type: 'object', additionalProperties: describeShape(TAG_TARGET) },
    liquid: { type: 'object' },
    optionalChildren: listOf(describeShape(CHILD_PATH)),
    // YAML reads `off` as a text, but editors for older YAML as false.
    rules: { type: 'object', additionalProperties: { enum: [...LEVELS, false] } },
    ...PRESENCE_SCHEMAS,
  });
}

function describeLanguage(): JsonSchema {
  return describeKeys(LANGUAGE_KEYS, {
    code: describeShape(LANGUAGE_CODE),
    name: TEXT,
    dir: TEXT,
    aliases: listOf(describeShape(LANGUAGE_CODE)),
    direction: describeShape(DIRECTION),
  });
}

function describePlan(): JsonSchema {
  const numbers = listOf(describeShape(RELEASE_NUMBER));
  const day = describeShape(DAY);
  const release = describeKeys(DATE_KEYS, { released: day, deprecated: day });
  return describeKeys(PLAN_KEYS, {
    id: describeShape(PLAN_NAME),
    short: describeShape(PLAN_NAME),
    name: TEXT,
    default: SWITCH,
    releases: numbers,
    next: { anyOf: [SWITCH, describeShape(RELEASE_NUMBER)] },
    deprecated: numbers,
    issues: listOf(describeShape(ISSUE)),
    dates: { type: 'object', additionalProperties: release },
    addresses: describeAddresses(),
  });
}

function describeAddresses(): JsonSchema {
  const pattern = describeShape(ADDRESS_PATTERN);
  return describeKeys(ADDRESS_KEYS, { version: pattern, newest: pattern, alias: pattern });
}
