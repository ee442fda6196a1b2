import type { Redirect } from './types.ts';

/**
 * What a list with patterns says, so that nobody is redirected twice: old addresses, then those below other names of
 * versions and languages, then the patterns. A pattern only puts one begin of an address into the place of another, so
 * what is an old address behind it has a line of its own. The pages behind it need none.
 */
export function collapseChains(redirects: readonly Redirect[]): readonly Redirect[] {
  const old = redirects.filter(({ alias }) => alias === undefined);
  const patterns = redirects.filter(({ alias }) => alias === 'site');
  const names = patterns.filter((pattern) => !isOfLanguage(pattern));
  const languages = patterns.filter(isOfLanguage);
  const known = new Set([...old, ...patterns].map(({ from }) => from));
  const behind = groupByBegin(old, names);
  const below = names.flatMap((name) => (behind.get(name.to) ?? []).flatMap((each) => join(name, each)));
  const inLanguages = languages.flatMap((name) =>
    [...old, ...below, ...names].flatMap((each) => join(name, each)),
  );
  return [
    ...[...old, ...below, ...inLanguages].filter(({ alias }) => alias === undefined),
    ...[...names, ...inLanguages].filter(({ alias }) => alias === 'site'),
    ...languages,
  ];

  /** A redirect as it is under another name; nothing where something else has that address. */
  function join(name: Redirect, redirect: Redirect): readonly Redirect[] {
    if (redirect.language !== name.language) return [];
    const from = `${name.from}${redirect.from.slice(name.to.length)}`;
    if (known.has(from)) return [];
    known.add(from);
    const isTemporary = name.isTemporary ?? redirect.isTemporary;
    return [{ ...redirect, from, ...(isTemporary ? { isTemporary } : {}) }];
  }
}

/** `/jp/` for `/ja/`: all others stand below the segment of a language. */
function isOfLanguage({ from, to, language }: Redirect): boolean {
  return to.endsWith(`/${language}/`) && !from.startsWith(to);
}

/** Old addresses by the home page of their version; below that of the default version stand all others. */
function groupByBegin(
  old: readonly Redirect[],
  names: readonly Redirect[],
): ReadonlyMap<string, readonly Redirect[]> {
  const begins = new Map<string, readonly string[]>();
  const groups = new Map<string, Redirect[]>();
  for (const { to, from, language } of names) {
    begins.set(language, [...(begins.get(language) ?? []), to, from]);
    groups.set(to, []);
  }
  for (const [language, own] of begins)
    begins.set(
      language,
      [...new Set(own)].sort((one, other) => other.length - one.length),
    );
  for (const redirect of old) {
    const begin = begins.get(redirect.language)?.find((each) => redirect.from.startsWith(each));
    groups.get(begin ?? '')?.push(redirect);
  }
  return groups;
}
