import { findNearest } from '../diagnostics/index.ts';
import { createAddressParser } from '../links/index.ts';
import { type Article, type Corpus, createPermalink, isContent } from '../load/index.ts';
import { foldAddress, produceRedirects } from '../redirects/index.ts';
import { UsageError } from '../usage-error.ts';
import {
  compareReleases,
  createSet,
  findSuccessor,
  formatRanges,
  hasVersion,
  listMembers,
  type Version,
} from '../versions/index.ts';
import { assemblePart } from './assemble-part.ts';
import { describeUnpublished } from './describe-unpublished.ts';
import type { SiteSource } from './types.ts';

/** The page that an address is of. */
export interface FoundPage {
  readonly article: Article;
  readonly language: string;
  readonly version: Version;
  /** The article, the index pages and all data. */
  readonly corpus: Corpus;
}

/**
 * Finds the page of an address as browsers show it, with or without the host and the base path.
 *
 * @throws UsageError where there is none: says whether it is a redirect, and what there is instead
 */
export function findPage(site: SiteSource, address: string): FoundPage {
  const { config, versions, files, sourceLanguage } = site;
  const path = readPath(address, config.basePath);
  const paths = listPaths(site);
  const parsed = createAddressParser(config, versions, paths)(path);
  const language = parsed.language ?? sourceLanguage;
  const version = parsed.version ?? versions.find(({ segment }) => segment === '') ?? versions[0];
  const file = paths.get(parsed.path);
  const corpus = assemblePart(site, files, file === undefined ? [] : [file]);
  const article = corpus.articles.get(parsed.path);
  const isThere = article !== undefined && version !== undefined && hasVersion(article.versions, version);
  if (isThere && parsed.missingRelease === undefined) {
    const { href } = createPermalink(config, language, version, article.path);
    if (isSameAddress(href, `${config.basePath}${path}`)) return { article, language, version, corpus };
  }
  const redirect = findRedirect(site, path, file);
  if (redirect !== undefined)
    throw new UsageError(`/${path} is a redirect: it leads to ${redirect}. Ask for that address.`);
  if (isThere && parsed.missingRelease === undefined) {
    const { href } = createPermalink(config, language, version, article.path);
    throw new UsageError(`${address} is not how the address of the page is written. It is ${href}.`);
  }
  throw new UsageError(
    describeAbsence(site, { address, path, language, version, article, paths, ...pickMissing(parsed) }),
  );
}

function pickMissing({
  missingRelease,
  path,
}: {
  readonly missingRelease: string | undefined;
  readonly path: string;
}) {
  return { missingRelease, articlePath: path };
}

/** Without host, base path, query, fragment, slashes at the ends and the name of the file. */
function readPath(address: string, basePath: string): string {
  const plain = address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '');
  const base = basePath.replace(/\/$/, '');
  const below = base !== '' && `${plain}/`.startsWith(`${base}/`) ? plain.slice(base.length) : plain;
  const path = below.replace(/(?:\/index\.html|\.html|\.md)$/, '').replace(/^\/+|(?<!\/)\/+$/g, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function isSameAddress(a: string, b: string): boolean {
  return trim(a) === trim(b);
}

function trim(address: string): string {
  return address.replace(/(?<!\/)\/+$/, '');
}

/** Files of articles by what their paths would be. */
function listPaths({ config, files }: SiteSource): ReadonlyMap<string, string> {
  const [source] = config.languages;
  const folder = source === undefined || source.dir === '.' ? 'content/' : `${source.dir}/content/`;
  const named = [...files.texts.keys()].filter((file) => file.startsWith(folder) && isContent(config, file));
  return new Map(
    named.map((file) => [file.slice(folder.length).replace(/(?:(?:^|\/)index)?\.md$/, ''), file]),
  );
}

/** Where an old address or another name of a version or language leads. Reads the articles only that may claim it. */
function findRedirect(site: SiteSource, path: string, file: string | undefined): string | undefined {
  const { config, versions, files } = site;
  const [name = ''] = path.split('/').slice(-1);
  const mentions = [...files.texts].flatMap(([each, text]) =>
    each === file || (isContent(config, each) && text.toLowerCase().includes(name.toLowerCase()))
      ? [each]
      : [],
  );
  const corpus = assemblePart(site, files, mentions);
  const all = createSet(versions);
  const languages = config.languages.map(({ code }) => code);
  const { value } = produceRedirects({ config, corpus, versions, built: all, languages });
  const address = foldAddress(trim(`${config.basePath}${path}`));
  const { sourceLanguage, basePath } = { ...site, basePath: config.basePath };
  const spelled = [address, foldAddress(trim(`${basePath}${sourceLanguage}/${path}`))];
  for (const each of spelled) {
    const found = [...value.redirects, ...value.aliases].find(({ from }) => foldAddress(trim(from)) === each);
    if (found !== undefined) return found.to;
  }
  return undefined;
}

interface Absence {
  readonly address: string;
  readonly path: string;
  readonly articlePath: string;
  readonly language: string;
  readonly version: Version | undefined;
  readonly article: Article | undefined;
  readonly missingRelease: string | undefined;
  readonly paths: ReadonlyMap<string, string>;
}

function describeAbsence(site: SiteSource, absence: Absence): string {
  const { config, versions } = site;
  const { address, path, articlePath, article, language, version, missingRelease, paths } = absence;
  const [first = ''] = path.split('/');
  const codes = config.languages.map(({ code }) => code);
  const link = (each: Version) => createPermalink(config, language, each, articlePath).href;
  if (missingRelease !== undefined) return describeRelease(site, missingRelease, article, link);
  const spelled = codes.find((code) => code.toLowerCase() === first.toLowerCase());
  if (spelled !== undefined && spelled !== first)
    return `The site has no language '${first}'. Did you mean '${spelled}'?`;
  if (!codes.includes(first) && /^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(first) && !paths.has(first))
    return `The site has no language '${first}'. It has ${codes.join(', ')}.`;
  if (article !== undefined && version !== undefined) {
    const members = listMembers(article.versions, versions).filter(({ isPreview }) => !isPreview);
    const [elsewhere] = members;
    const where = elsewhere === undefined ? '' : ` See ${link(elsewhere)}.`;
    return `The article '${articlePath}' is not in ${version.name}. It is in: ${formatRanges(article.versions, versions)}.${where}`;
  }
  const file = paths.get(articlePath);
  if (file !== undefined)
    return `The article '${articlePath}' is not published: ${describeUnpublished(site, file)}`;
  const nearest = findNearest(articlePath, paths.keys());
  const guess =
    nearest === undefined || version === undefined
      ? ''
      : ` Did you mean ${createPermalink(config, language, version, nearest).href}?`;
  return `The site has no page at ${address}.${guess}`;
}

/** What there is instead of a release that the site does not document. */
function describeRelease(
  { config, versions }: SiteSource,
  missing: string,
  article: Article | undefined,
  link: (version: Version) => string,
): string {
  const plan = config.plans.find(({ id }) => missing.startsWith(`${id}@`));
  const release = missing.slice(missing.indexOf('@') + 1);
  const isRetired = plan?.deprecated.includes(release) === true;
  const [newest = ''] = plan?.releases ?? [];
  // Of a release that is yet to come, or was never one, there is nothing that comes after it.
  const next =
    plan && (isRetired || compareReleases(release, newest) < 0) ? findSuccessor(plan, release) : undefined;
  const successor = versions.find((each) => each.plan === plan && each.release === next);
  const there = successor !== undefined && article !== undefined && hasVersion(article.versions, successor);
  const instead = there
    ? `The page is at ${link(successor)}.`
    : `Its versions are ${versions.map(({ name }) => name).join(', ')}.`;
  return `The site ${isRetired ? 'no longer documents' : 'does not have'} ${missing}. ${instead}`;
}
