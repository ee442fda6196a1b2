/**
 * Config: `data/site.yml` comes in, a complete, checked and frozen SiteConfig goes out, with every fault at its own
 * place. Also lends `load` the two doors it needs itself: reading one text file safely, and YAML with places.
 * What plans and releases mean is left to `versions`.
 */
export type { PlacedText } from './duplicates.ts';
export { createDiagnostic, type Fault, type ReportFault } from './faults.ts';
export { findLanguageKey } from './find-language-key.ts';
export { deepFreeze } from './freeze.ts';
export { findSource, isSource } from './is-source.ts';
export { formatSchema, type JsonSchema } from './json-schema.ts';
export { listSources } from './list-sources.ts';
export {
  outlineYaml,
  type YamlListOutline,
  type YamlMapOutline,
  type YamlOutline,
  type YamlPairOutline,
  type YamlScalarOutline,
} from './outline-yaml.ts';
export { parseConfig } from './parse-config.ts';
export { parseYaml } from './parse-yaml.ts';
export type {
  LocalTexts,
  Presence,
  SiteLink,
  SocialName,
} from './presence/types.ts';
export { readConfig } from './read-config.ts';
export { createSetup, readSetup, type SetupRequest } from './read-setup.ts';
export {
  createReadFault,
  createTextReader,
  decodeFile,
  findTextLimit,
  isRefusal,
  MAX_TEXT_BYTES,
  type ReadFault,
  type ReadOutcome,
  readBinaryFile,
  readTextFile,
  type TextFile,
} from './read-text-file.ts';
export { setYamlValues, type YamlSetting } from './set-yaml-values.ts';
export { isFreeTagName } from './tag-names.ts';
export type {
  Language,
  Plan,
  PlanAddresses,
  RedirectFormat,
  ReleaseDates,
  SiteConfig,
  SiteSetup,
  TagTarget,
} from './types.ts';
export type {
  ParsedYaml,
  YamlEntry,
  YamlFault,
  YamlList,
  YamlMap,
  YamlScalar,
  YamlValue,
} from './yaml-types.ts';
