import { posix } from 'node:path';
import type { SiteSetup } from '../config/index.ts';
import { nameOwner } from '../diagnostics/index.ts';
import { type Article, type Corpus, isContent, isMadeOfData } from '../load/index.ts';
import type { ArticleKey } from './types.ts';

interface UserScope extends Pick<SiteSetup, 'config'> {
  readonly corpus: Corpus;
}

/** What makes names that nobody can read out of a text. */
const COMPUTES = /\bsite\.data\b|\{%-?\s*(?:data|include|indented_data_reference)\b[^%]*\{\{/;

/**
 * Articles whose outcome may depend on some files. A text that mentions the name of a file of `data/` may use the file, and so may
 * what uses that text; a text that computes names may use any. Files that everything depends on (site file, texts of the interface)
 * reach every article.
 */
export function findUsers(
  files: Iterable<string>,
  texts: ReadonlyMap<string, string>,
  { config, corpus }: UserScope,
): ReadonlySet<ArticleKey> {
  const codes = config.languages.map(({ code }) => code);
  const changed = new Set(files);
  const data = [...texts.keys()].filter((file) => !isContent(config, file));
  const reached = new Set<string>();
  let frontier = [...changed].filter((file) => !isContent(config, file));
  const names = new Set<string>();
  while (frontier.length > 0) {
    const mentioned = frontier.map((file) => listNames(file, config));
    // Of files that have no name to ask for, everybody may be a user.
    if (mentioned.some((each) => each === undefined)) return listAll(corpus, codes);
    const fresh = new Set(mentioned.flatMap((each) => each ?? []).filter((name) => !names.has(name)));
    for (const name of fresh) names.add(name);
    for (const file of frontier) reached.add(file);
    frontier = data.filter((file) => !reached.has(file) && mentions(texts.get(file) ?? '', fresh));
  }
  const users = new Set<ArticleKey>();
  for (const article of corpus.articles.values())
    for (const code of codes) if (isUser(article, code)) users.add(nameOwner(code, article.path));
  return users;

  /** Texts of the source language stand in for those that a translation lacks. */
  function isUser(article: Article, code: string): boolean {
    const { file, path, texts: words } = article;
    const own = [file, words.get(code)?.file].flatMap((each) => each ?? []);
    if (own.some((each) => changed.has(each))) return true;
    // The home page shows all products; release notes and operations are made of data.
    if (names.size > 0 && (path === '' || isMadeOfData(article))) return true;
    return own.some((each) => mentions(texts.get(each) ?? '', names));
  }
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  if (COMPUTES.test(text)) return true;
  for (const name of names) if (text.includes(name)) return true;
  return false;
}

/** What texts call a file of `data/`: with dots, and with slashes in older forms. Undefined where it needs no name. */
function listNames(
  file: string,
  { languages }: Pick<SiteSetup['config'], 'languages'>,
): readonly string[] | undefined {
  for (const { dir } of languages) {
    const folder = `${posix.join(dir, 'data')}/`;
    if (!file.startsWith(folder)) continue;
    const path = file.slice(folder.length).replace(/\.[a-z]+$/, '');
    const [kind = '', ...rest] = path.split('/');
    if (rest.length === 0 || kind === 'ui') return undefined;
    const inner = rest.join('/');
    return kind === 'features' ? [inner] : [...new Set([inner, inner.replaceAll('/', '.')])];
  }
  return file.startsWith('assets/') ? [file] : undefined;
}

function listAll({ articles }: Corpus, codes: readonly string[]): ReadonlySet<ArticleKey> {
  return new Set(codes.flatMap((code) => [...articles.keys()].map((path) => nameOwner(code, path))));
}
