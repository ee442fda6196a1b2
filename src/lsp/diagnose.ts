import { setImmediate } from 'node:timers/promises';
import { CODES, type Diagnostic, judge, nameOwner } from '../diagnostics/index.ts';
import { isContent } from '../load/index.ts';
import { type ArticleKey, linkArticles } from '../workspace/index.ts';
import type { EditedSite, EditorSite } from './types.ts';

/** Hears what is known so far of a file, and says whether anybody still wants to know more. */
export type HearFindings = (found: readonly Diagnostic[]) => boolean;

/** Articles, each in a language, that are looked at before anything is said of a file that they use. */
const FIRST = 4;
/** The others are looked at so many at a time, between keystrokes. */
const STEP = 8;
/** A file that every page uses says the same on most of them. */
const MOST = 200;

/**
 * Says what is wrong with a file, as far as the articles show that it is part of: an article itself, or some of those that use a
 * reusable or a variable. What needs all pages of a site is left to `decant check`.
 *
 * @param ofSite what all sources have shown of it
 * @returns whether all was said that there is to say
 */
export async function diagnoseFile(
  site: EditorSite,
  view: EditedSite,
  file: string,
  ofSite: readonly Diagnostic[],
  hear: HearFindings,
): Promise<boolean> {
  const { workspace } = view;
  const found: Diagnostic[] = [...site.listSiteFaults(), ...workspace.findings, ...ofSite];
  const keys = listArticleKeys(view, file);
  for (let at = 0; at < Math.max(1, keys.length); ) {
    const next = keys.slice(at, at + (at === 0 ? FIRST : STEP));
    at += Math.max(1, next.length);
    found.push(...(await lookAtArticles(view, next)));
    const isLast = at >= keys.length;
    const idle = isLast ? listIdle(view, file, keys, found) : [];
    if (!hear([...pickFindings(view, file, found), ...idle]) && !isLast) return false;
    await setImmediate();
  }
  return true;
}

/** The article of a file; of others the articles that may use it, those of the source language first. */
export function listArticleKeys({ workspace, articles }: EditedSite, file: string): readonly ArticleKey[] {
  const own = articles.get(file);
  if (own !== undefined) {
    const { config, files } = workspace;
    // What a comment ignores may be found in a translation alone.
    const codes = hasComment(files.texts.get(file)) ? config.languages.map(({ code }) => code) : [];
    return [...new Set([own.language, ...codes])].map((code) => nameOwner(code, own.article.path));
  }
  if (isContent(workspace.config, file)) return [];
  return [...workspace.usersOf([file])].slice(0, MOST);
}

async function lookAtArticles(
  { workspace, articles, addresses }: EditedSite,
  keys: readonly ArticleKey[],
): Promise<readonly Diagnostic[]> {
  if (keys.length === 0) return [];
  const resolved = await workspace.resolved(keys);
  const rendered = await workspace.rendered(keys);
  const found = [...resolved.diagnostics, ...resolved.legacy, ...rendered.diagnostics];
  const wanted = new Set(keys);
  const pages = [...articles.values()].filter(({ article, language }) =>
    wanted.has(nameOwner(language, article.path)),
  );
  for (const language of new Set(pages.map((page) => page.language))) {
    const paths = new Set(
      pages.filter((page) => page.language === language).map(({ article }) => article.path),
    );
    const linked = await linkArticles({ ...workspace, languages: [language] }, paths, addresses, 'error');
    found.push(...linked.diagnostics);
  }
  return found;
}

/** What stands in the file itself, as the site file and comments weigh it. */
function pickFindings(
  { workspace: { config, files } }: EditedSite,
  file: string,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const own = found.filter(({ place }) => place.file === file);
  const texts = new Map([[file, files.texts.get(file) ?? '']]);
  return judge(own, { rules: config.rules, texts, isWhole: false }).diagnostics;
}

function hasComment(text = ''): boolean {
  return text.includes('decant-ignore');
}

/** Comments of a file that ignore nothing, as far as all is known that they may ignore. */
function listIdle(
  { workspace: { config, files } }: EditedSite,
  file: string,
  keys: readonly ArticleKey[],
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const text = files.texts.get(file);
  if (!hasComment(text) || keys.length === 0 || keys.length >= MOST) return [];
  const own = found.filter(({ place }) => place.file === file);
  const texts = new Map([[file, text ?? '']]);
  return judge(own, { rules: config.rules, texts, wanted: LOOKED_FOR, isWhole: true }).diagnostics.filter(
    ({ code }) => code === IDLE,
  );
}

const IDLE = 'check/unused-ignore';

/** What articles show of their texts. Of the rest, some is seen where no text is open, or only when the site is checked. */
const LOOKED_FOR: ReadonlySet<string> = new Set([
  IDLE,
  ...CODES.map(({ code }) => code).filter(
    (code) => /^(?:links|load|resolve|versions)\//.test(code) && code !== 'resolve/unknown-octicon',
  ),
]);
