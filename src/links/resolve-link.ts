import { posix } from 'node:path';
import type { SiteConfig } from '../config/types.ts';
import { type Article, type Corpus, createPermalink, type Image } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import type { AddressLog } from './address-log.ts';
import type { FindTarget, Target } from './find-target.ts';
import type { Address, ParseAddress } from './parse-address.ts';
import { decodeText, encodePath, splitUrl } from './url.ts';

/** What an address in a text turns out to be. `href` goes into the page. */
export type Link =
  /** An article, in its target's version; `language` is the reader's unless the link names another. */
  | {
      readonly kind: 'article';
      readonly href: string;
      readonly target: Target;
      readonly language: string;
      readonly fragment: string | undefined;
    }
  /** A place on the page itself, or the page with a query. */
  | { readonly kind: 'self'; readonly href: string; readonly fragment: string | undefined }
  | { readonly kind: 'asset'; readonly href: string; readonly file: string; readonly isMissing: boolean }
  | { readonly kind: 'outside'; readonly href: string }
  /** Nothing answers. `path` is the article that was looked for. */
  | {
      readonly kind: 'broken';
      readonly href: string;
      readonly path: string;
      readonly missingRelease: string | undefined;
    };

/** The page a link stands on. */
export interface LinkContext {
  readonly article: Article;
  readonly language: string;
  readonly version: Version;
}

/** The address of a link, and whether it means the default plan, whatever the version of its page. */
export interface WrittenLink {
  readonly url: string;
  readonly isDefault?: true;
}

interface AnsweredAddress {
  readonly address: Address;
  readonly link: Link;
}

export interface LinkResolver {
  resolveLink(link: WrittenLink, from: LinkContext): Link;
  resolveImage(url: string): Link;
  /** The picture of the site that an address shows. */
  findImage(url: string): Image | undefined;
}

/**
 * Everything is worked out once per address, language and version; relative addresses count from the article's folder.
 *
 * @param noteAddress hears each time what address of an article is asked for
 */
export function createLinkResolver(
  config: Pick<SiteConfig, 'basePath'>,
  { assets, images }: Pick<Corpus, 'assets' | 'images'>,
  versions: readonly Version[],
  parseAddress: ParseAddress,
  findTarget: FindTarget,
  noteAddress: AddressLog['note'] = () => {},
): LinkResolver {
  const ofDefault = versions.find(({ plan }) => plan.isDefault);
  const known = new Map<string, AnsweredAddress>();
  return { resolveLink, resolveImage, findImage };

  function resolveLink({ url, isDefault }: WrittenLink, from: LinkContext): Link {
    const leaves = isDefault && ofDefault !== undefined && !from.version.plan.isDefault;
    return resolveUrl(url, leaves ? { ...from, version: ofDefault } : from);
  }

  function resolveUrl(url: string, from: LinkContext): Link {
    const { path, fragment } = splitUrl(url);
    if (path === '' && url !== '') return { kind: 'self', href: url, fragment };
    if (url.startsWith('//')) return { kind: 'outside', href: url };
    if (!url.startsWith('/')) return resolveRelative(url, from);
    if (/^\/(assets|public)\//.test(path)) return resolveAsset(url);
    return resolveArticle(url, from);
  }

  function resolveImage(url: string): Link {
    if (url.startsWith('//')) return { kind: 'outside', href: url };
    const asset = resolveAsset(url);
    const image = findImage(url);
    return image === undefined ? asset : { ...asset, href: formatAsset(image.output, splitUrl(url).suffix) };
  }

  /** An address that is relative means no file, for nobody knows what it was relative to. */
  function findImage(url: string): Image | undefined {
    return url.startsWith('/') ? images.get(findFile(url)) : undefined;
  }

  function findFile(url: string): string {
    return decodeText(splitUrl(url).path.replace(/^\/+/, ''));
  }

  function formatAsset(file: string, suffix: string): string {
    return `${config.basePath}${encodePath(file)}${suffix}`;
  }

  function resolveAsset(url: string): Link {
    const { path, suffix } = splitUrl(url);
    const file = findFile(url);
    const href = path.startsWith('/') ? formatAsset(file, suffix) : url;
    return { kind: 'asset', href, file, isMissing: !assets.has(file) };
  }

  /**
   * An address counts from the folder of the article, or from that of its file: `../../assets/list.csv` leads out of `content/`.
   * What answers to nothing of the site stays as it is written, for nobody knows what it was relative to.
   */
  function resolveRelative(url: string, from: LinkContext): Link {
    if (url === '') return { kind: 'broken', href: '', path: '', missingRelease: undefined };
    const { path, kind } = from.article;
    const folder = kind === 'index' ? path : path.split('/').slice(0, -1).join('/');
    const link = resolveArticle(`/${encodePath(folder)}/${url}`, from);
    if (link.kind !== 'broken') return link;
    const written = splitUrl(url);
    const asset = resolveAsset(
      `${posix.join('/content', encodePath(folder), written.path)}${written.suffix}`,
    );
    return asset.kind === 'asset' && !asset.isMissing ? asset : { ...link, href: url };
  }

  function resolveArticle(url: string, from: LinkContext): Link {
    const key = `${from.language} ${from.version.index} ${url}`;
    const found = known.get(key) ?? findArticle(url, from);
    known.set(key, found);
    noteAddress(found.address, found.link.kind === 'broken');
    return found.link;
  }

  function findArticle(url: string, from: LinkContext): AnsweredAddress {
    const address = parseAddress(splitUrl(url).path);
    return { address, link: answerAddress(url, address, from) };
  }

  function answerAddress(url: string, address: Address, from: LinkContext): Link {
    const { suffix, fragment } = splitUrl(url);
    const language = address.language ?? from.language;
    const target = findTarget(address, from.version);
    if (target !== undefined) {
      const href = `${formatHref(language, target.version, target.article.path)}${suffix}`;
      return { kind: 'article', href, target, language, fragment };
    }
    const { missingRelease } = address;
    const version =
      missingRelease === undefined ? (address.version ?? from.version) : { segment: missingRelease };
    const href = `${formatHref(language, version, address.path)}${suffix}`;
    return { kind: 'broken', href, path: address.path, missingRelease };
  }

  function formatHref(language: string, version: Pick<Version, 'segment'>, path: string): string {
    return createPermalink(config, language, version, encodePath(path)).href;
  }
}
