import type { JsonSchema } from '../config/index.ts';
import { REQUIRED } from './check-frontmatter.ts';
import { CHOICES, FRONTMATTER_KEYS, type FrontmatterKey, type KeyKind, LAYOUTS } from './frontmatter-keys.ts';
import { KEY_MEANINGS } from './key-meanings.ts';

const TEXT: JsonSchema = { type: 'string' };
const TEXTS: JsonSchema = { type: 'array', items: TEXT };
const RANGES: JsonSchema = { anyOf: [TEXT, TEXTS] };
const EVERYWHERE: JsonSchema = { type: 'string', pattern: '^\\s*\\*\\s*$' };
const VERSIONS: JsonSchema = { anyOf: [{ type: 'object', additionalProperties: RANGES }, EVERYWHERE] };

const REST: JsonSchema = {
  type: 'object',
  properties: { tags: RANGES, paths: RANGES, operations: RANGES },
  additionalProperties: false,
};

const KINDS: Readonly<Record<KeyKind, JsonSchema>> = {
  text: TEXT,
  flag: { type: 'boolean' },
  texts: TEXTS,
  'text or texts': RANGES,
  map: { type: 'object' },
  list: { type: 'array' },
  'map or list': { type: ['object', 'array'] },
  layout: { enum: [...LAYOUTS, false] },
  level: { enum: [2, 3, 4] },
  versions: VERSIONS,
};

/** What the frontmatter of an article may hold, made of the tables that check it. */
export function describeFrontmatter(): JsonSchema {
  const properties = Object.entries(FRONTMATTER_KEYS).map(([key, kind]) => [
    key,
    // An empty value counts as an absent key.
    {
      description: KEY_MEANINGS[key as FrontmatterKey] ?? 'Accepted, and not shown to readers.',
      anyOf: [
        describeKey(key as FrontmatterKey, kind),
        { type: 'null' },
        { type: 'string', pattern: '^\\s*$' },
      ],
    },
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: REQUIRED,
    additionalProperties: false,
  };
}

function describeKey(key: FrontmatterKey, kind: KeyKind): JsonSchema {
  if (key === 'rest') return REST;
  const choices = CHOICES.get(key);
  if (choices === undefined) return KINDS[kind];
  const choice = { enum: choices };
  return kind === 'texts' ? { type: 'array', items: choice } : choice;
}

/** What `data/features/NAME.yml` may hold. */
export function describeFeature(): JsonSchema {
  return { type: 'object', properties: { versions: VERSIONS }, required: ['versions'] };
}
