import type { Diagnostic } from '../diagnostics/index.ts';
import { createSet, formatVersions, type Version } from '../versions/index.ts';
import type { LostAddress } from './types.ts';

/** What the lost addresses of a ledger are told with. */
export interface LostScope {
  /** Name of the ledger, as diagnostics name it, and its text. */
  readonly file: string;
  readonly text: string;
  /** All of the site. */
  readonly versions: readonly Version[];
  /** Codes of all languages of the site. */
  readonly languages: readonly string[];
}

/**
 * One diagnostic for each path, with its headings, and for each heading of a page that is still there, whatever versions and
 * languages have lost it; one for all of a release or a language that is lost.
 */
export function describeLost(lost: readonly LostAddress[], scope: LostScope): readonly Diagnostic[] {
  if (lost.length === 0) return [];
  const { file, text, versions, languages } = scope;
  const lines = new Map(text.split(/\r?\n/).map((line, at) => [line, at + 1]));
  return groupLost(lost, languages).map((group): Diagnostic => {
    const [first] = group;
    const known = group.flatMap(({ version }) => version ?? []);
    const place = { file, line: lines.get(first.record) ?? 1, column: 1 };
    return {
      ...describeGroup(group, languages),
      severity: 'error',
      place: findSource(first) ?? place,
      via: [],
      versions: formatVersions(createSet(known), versions),
      languages: languages.filter((code) => group.some(({ language }) => language === code)),
    };
  });
}

/** Never empty. */
type Group = [LostAddress, ...LostAddress[]];

/** The lost addresses that are one mistake. */
export function groupLost(lost: readonly LostAddress[], languages: readonly string[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const each of lost) {
    const key = nameGroup(each, languages);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}

function nameGroup(
  { language, release, path, page, anchor }: LostAddress,
  languages: readonly string[],
): string {
  if (!languages.includes(language)) return `language ${language}`;
  if (page !== undefined) return `heading ${page.article.path}#${anchor} ${path}`;
  return release === undefined ? `page ${path}` : `release ${release}`;
}

type Told = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

function describeGroup(group: Group, languages: readonly string[]): Told {
  const [{ language, release, page }] = group;
  if (!languages.includes(language)) return describeLanguage(group);
  if (page !== undefined) return describeHeading(group);
  return release === undefined ? describePage(group) : describeRelease(group);
}

/** @param name the path, or that and a heading */
function giveUp(name: string): string {
  return `To give it up: decant redirects fix --forget '${name}'.`;
}

function describePage(group: Group): Told {
  const [{ path }] = group;
  const headings = new Set(group.flatMap(({ anchor }) => anchor ?? [])).size;
  const rest = headings === 0 ? '' : `, nor its ${headings === 1 ? 'heading' : `${headings} headings`}`;
  return {
    code: 'ledger/lost-address',
    message: `The address '/${path}' was published, and no longer leads anywhere${rest}.`,
    hint: `Add ${quoteSome(listOldAddresses(group))} to redirect_from of the page that takes its place, or let decant redirects fix find it. ${giveUp(`/${path}`)}`,
  };
}

/** Values of `redirect_from` that answer a lost path. Where its article has other versions left, each lost one is named. */
export function listOldAddresses(group: readonly LostAddress[]): readonly string[] {
  const values = group.map(({ path, article, version }) => {
    const isOfVersion = article !== undefined && version !== undefined;
    return `/${[isOfVersion ? version.id : '', path].filter((part) => part !== '').join('/')}`;
  });
  return [...new Set(values)];
}

function quoteSome(values: readonly string[]): string {
  const shown = values.slice(0, MOST_SHOWN).map((value) => `'${value}'`);
  const more = values.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(' and ');
}

const MOST_SHOWN = 3;

function describeHeading([{ path, page, anchor = '' }]: Group): Told {
  const moved = page?.article.path === path ? '' : `, where '/${path}' leads,`;
  return {
    code: 'ledger/lost-heading',
    message: `The heading '#${anchor}' of '/${path}' was published, and the page${moved} no longer has that id.`,
    hint: `Write <a id="${anchor}"></a> above the heading that takes its place, or let decant redirects fix find it. ${giveUp(`/${path}#${anchor}`)}`,
  };
}

function describeRelease(group: Group): Told {
  const [{ release = '' }] = group;
  const [plan = '', number = ''] = release.split('@');
  return {
    code: 'ledger/lost-release',
    message: `The release '${release}' was published, and ${count(group)} of it no longer lead anywhere.`,
    hint: `If it is no longer documented, write '${number}' into 'deprecated' of the plan '${plan}' in the site file. Pages that the release after it lacks need '/${release}/…' in redirect_from.`,
  };
}

function describeLanguage(group: Group): Told {
  const [{ language }] = group;
  return {
    code: 'ledger/lost-language',
    message: `The site no longer has the language '${language}', and ${count(group)} of it no longer lead anywhere.`,
    hint: "Add its code to 'aliases' of the language that takes its place, or delete its lines from the ledger.",
  };
}

function count(group: Group): string {
  const pages = new Set(group.map(({ address }) => address)).size;
  return pages === 1 ? '1 address' : `${pages} addresses`;
}

/** The article that has lost a heading, or a version; that of an address that is gone stands nowhere. */
function findSource({ page, article, language }: LostAddress): Diagnostic['place'] | undefined {
  if (page === undefined) return article?.keyPlaces.get('versions');
  const text = page.article.texts.get(language);
  return { file: text?.file ?? page.article.file, line: 1, column: 1 };
}
