import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { checkFeedDates } from './check-feed-dates.ts';
import { createDiagnostic, type ReportFault } from './faults.ts';
import { deepFreeze } from './freeze.ts';
import { checkAddresses, parseAddresses } from './parse-addresses.ts';
import { parseLanguages } from './parse-languages.ts';
import { parseLiquid } from './parse-liquid.ts';
import { parsePlans } from './parse-plans.ts';
import { parseRedirects } from './parse-redirects.ts';
import { parseRules } from './parse-rules.ts';
import { parseTags } from './parse-tags.ts';
import { parseVariants } from './parse-variants.ts';
import { parseYaml } from './parse-yaml.ts';
import { PRESENCE_KEYS, parsePresence } from './presence/index.ts';
import { readFolder } from './read-folder.ts';
import {
  findValue,
  type KeyTable,
  MISSING_KEY,
  readMapKey,
  readShaped,
  readSwitch,
  readTextKey,
  readTextsKey,
  type Shape,
  WRONG_VALUE,
} from './read-keys.ts';
import type { TextFile } from './read-text-file.ts';
import type { SiteConfig } from './types.ts';
import type { YamlMap, YamlValue } from './yaml-types.ts';

export const SITE_KEYS = {
  title: 'required',
  baseUrl: 'required',
  languages: 'required',
  plans: 'required',
  addresses: 'optional',
  html: 'optional',
  math: 'optional',
  diagrams: 'optional',
  redirects: 'optional',
  headers: 'optional',
  ledger: 'optional',
  search: 'optional',
  changes: 'optional',
  theme: 'optional',
  editUrl: 'optional',
  promptUrl: 'optional',
  feeds: 'optional',
  lastUpdated: 'optional',
  availability: 'optional',
  tools: 'optional',
  platforms: 'optional',
  tags: 'optional',
  liquid: 'optional',
  optionalChildren: 'optional',
  rules: 'optional',
  ...PRESENCE_KEYS,
} as const satisfies KeyTable;

/** The text of `data/site.yml` as a SiteConfig; undefined if there is an error. `root` is an absolute path. */
export function parseConfig(file: TextFile, root: string): Result<SiteConfig | undefined> {
  const diagnostics: Diagnostic[] = [];
  const report: ReportFault = (fault) => diagnostics.push(createDiagnostic(fault));
  const map = parseSite(file, report);
  const config = map === undefined ? undefined : parseKeys(map, root, report);
  const isSound = diagnostics.every(({ severity }) => severity !== 'error');
  return { value: isSound && config !== undefined ? deepFreeze(config) : undefined, diagnostics };
}

function parseSite({ path, text }: TextFile, report: ReportFault): YamlMap | undefined {
  const place = { file: path, line: 1, column: 1 };
  const { value, faults } = parseYaml({ text, place, verbatim: true });
  for (const fault of faults) {
    const message = `The site file is not valid YAML: ${fault.message}.`;
    report({ code: 'config/syntax', severity: 'error', ...fault, message });
  }
  if (value !== undefined) return readMapKey(value, SITE_KEYS, 'The site file', report);
  if (faults.length === 0) {
    const hint = `It has the keys ${Object.keys(SITE_KEYS).join(', ')}.`;
    report({ ...MISSING_KEY, message: 'The site file is empty.', hint, place });
  }
  return undefined;
}

function parseKeys(map: YamlMap, root: string, report: ReportFault): SiteConfig {
  const editUrl = readShaped(findValue(map, 'editUrl'), "'editUrl'", EDIT_URL, report)?.text;
  const promptUrl = readShaped(findValue(map, 'promptUrl'), "'promptUrl'", PROMPT_URL, report)?.text;
  const headers = readShaped(findValue(map, 'headers'), "'headers'", HEADERS, report)?.text;
  const lastUpdated = readShaped(findValue(map, 'lastUpdated'), "'lastUpdated'", LAST_UPDATED, report);
  const availability = readShaped(findValue(map, 'availability'), "'availability'", AVAILABILITY, report);
  const optional = readTextsKey(findValue(map, 'optionalChildren'), "'optionalChildren'", CHILD_PATH, report);
  const theme = readFolder(findValue(map, 'theme'), "'theme'", 'theme', report)?.text;
  const ledger = readFolder(findValue(map, 'ledger'), "'ledger'", 'data/addresses.txt', report)?.text;
  const title = readTextKey(findValue(map, 'title'), "'title'", report)?.text ?? '';
  const base = parseBaseUrl(findValue(map, 'baseUrl'), report);
  const languages = parseLanguages(findValue(map, 'languages'), report);
  const addresses = parseAddresses(findValue(map, 'addresses'), report);
  const feeds = readSwitch(findValue(map, 'feeds'), "'feeds'", report, false);
  const diagrams = readShaped(findValue(map, 'diagrams'), "'diagrams'", DIAGRAMS, report);
  const math = readSwitch(findValue(map, 'math'), "'math'", report, false);
  const plans = parsePlans(findValue(map, 'plans'), addresses, report);
  checkAddresses(map, plans, languages, report);
  if (feeds) checkFeedDates(map, plans, report);
  return {
    root,
    title,
    ...base,
    languages,
    plans,
    html: parseHtml(findValue(map, 'html'), report),
    ...(math ? { math } : {}),
    ...(diagrams === undefined ? {} : { diagrams: 'mermaid' as const }),
    ...parseRedirects(findValue(map, 'redirects'), report),
    ...(headers === undefined ? {} : { headers: headers as 'netlify' | 'cloudflare' }),
    search: readSwitch(findValue(map, 'search'), "'search'", report),
    changes: readSwitch(findValue(map, 'changes'), "'changes'", report),
    ...(theme === undefined ? {} : { theme }),
    ...(ledger === undefined ? {} : { ledger }),
    ...(editUrl === undefined ? {} : { editUrl }),
    ...(promptUrl === undefined ? {} : { promptUrl }),
    ...(feeds ? { feeds } : {}),
    ...(lastUpdated === undefined ? {} : { lastUpdated: 'git' as const }),
    ...(optional.length === 0 ? {} : { optionalChildren: optional.map(({ text }) => trimSlashes(text)) }),
    ...(availability === undefined ? {} : { availability: 'headings' as const }),
    ...parseVariants(map, report),
    ...parseTags(map, report),
    ...parseLiquid(map, report),
    ...parseRules(map, report),
    ...parsePresence(map, { languages, plans }, report),
  };
}

export const EDIT_URL: Shape = {
  pattern: /^https?:\/\/[^\s/](?=\S*$).*\{file\}/,
  hint: "Write '{file}' where the name of the file goes: 'https://forge.example.com/docs/edit/main/{file}'.",
};

export const PROMPT_URL: Shape = {
  pattern: /^https?:\/\/[^\s/](?=\S*$).*\{prompt\}/,
  hint: "Write '{prompt}' where the words of the prompt go: 'https://chat.example.com/?q={prompt}'.",
};

export const HEADERS: Shape = {
  pattern: /^(?:netlify|cloudflare)$/,
  hint: "It is 'netlify' or 'cloudflare'.",
};

export const DIAGRAMS: Shape = { pattern: /^mermaid$/, hint: "It is 'mermaid'." };

export const LAST_UPDATED: Shape = { pattern: /^git$/, hint: "It is 'git'." };

export const AVAILABILITY: Shape = { pattern: /^headings$/, hint: "It is 'headings'." };

export const CHILD_PATH: Shape = {
  pattern: /^\/?[^\s/]+(\/[^\s/]+)*\/?$/,
  hint: "Write the path of the page: 'early-access', 'packages/internal'.",
};

function trimSlashes(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

const NO_URL = { baseUrl: '', basePath: '/' };

function parseBaseUrl(
  value: YamlValue | undefined,
  report: ReportFault,
): Pick<SiteConfig, 'baseUrl' | 'basePath'> {
  const found = readTextKey(value, "'baseUrl'", report);
  if (found === undefined) return NO_URL;
  const url = URL.canParse(found.text) ? new URL(found.text) : undefined;
  const isBare = url !== undefined && url.search + url.hash + url.username + url.password === '';
  if (!isBare || !/^https?:$/.test(url.protocol)) {
    const hint = "Write where the site will be found: 'https://docs.example.com/'.";
    report({ ...WRONG_VALUE, message: `'baseUrl' cannot be '${found.text}'.`, hint, place: found.place });
    return NO_URL;
  }
  // Two slashes at the start of an address would name a host.
  const basePath = `${url.pathname}/`.replace(/\/{2,}/g, '/');
  return { baseUrl: `${url.origin}${basePath}`, basePath };
}

export const HTML: Shape = { pattern: /^(clean|trusted)$/, hint: "It is 'clean' or 'trusted'." };

function parseHtml(value: YamlValue | undefined, report: ReportFault): SiteConfig['html'] {
  return readShaped(value, "'html'", HTML, report)?.text === 'trusted' ? 'trusted' : 'clean';
}
