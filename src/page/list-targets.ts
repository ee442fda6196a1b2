import type { Link, LinkResolver, RenderedArticle } from '../links/index.ts';
import type { FieldName } from '../load/index.ts';
import type { Rendering, Slot } from '../markdown/index.ts';
import { pickFields } from './pick-fields.ts';
import type { Standpoint } from './render-standpoints.ts';

/**
 * What of other articles the links of a rendered one depend on: the title for AUTOTITLE, the whole for a fragment, which
 * must be the id of a heading there. Looks up every address on the way, images too.
 */
export function listTargets(
  { renderings, resolution }: RenderedArticle,
  from: Standpoint,
  sourceLanguage: string,
  resolver: LinkResolver,
): readonly Standpoint[] {
  const fields = Object.entries(renderings) as [FieldName, Rendering][];
  const slots = fields.flatMap(([field, rendering]) => {
    const language = resolution.failures.includes(field) ? sourceLanguage : from.language;
    return rendering.slots.map((slot) => ({ slot, reader: { ...from, language } }));
  });
  const looked = slots.flatMap(({ slot, reader }) => {
    const link = lookUp(slot, reader, resolver);
    return link?.kind === 'article' && link.target.article.path !== from.article.path ? [{ slot, link }] : [];
  });
  const targets = new Map<string, Standpoint>();
  for (const { slot, link } of looked) {
    if (slot.kind === 'title' && !targets.has(nameTarget(link)))
      targets.set(nameTarget(link), openTitle(link));
    if (link.fragment) targets.set(nameTarget(link), openWhole(link));
  }
  return [...targets.values()];
}

/** The titles that headings of a rendered article show: its anchors are made of them. */
export function listHeadingTitles(
  { renderings }: RenderedArticle,
  from: Standpoint,
  resolver: LinkResolver,
): readonly Standpoint[] {
  const headings = Object.values(renderings).flatMap((rendering) => rendering.headings);
  const urls = new Set(headings.flatMap(({ titled }) => titled?.urls ?? []));
  return [...urls].flatMap((url) => {
    const link = resolver.resolveLink({ url }, from);
    return link.kind === 'article' ? [openTitle(link)] : [];
  });
}

type ArticleLink = Link & { kind: 'article' };

function lookUp(slot: Slot, from: Standpoint, resolver: LinkResolver): Link | undefined {
  if (slot.kind === 'image' || slot.kind === 'size') resolver.resolveImage(slot.url);
  return slot.kind === 'link' || slot.kind === 'title' ? resolver.resolveLink(slot, from) : undefined;
}

function nameTarget({ language, target }: ArticleLink): string {
  return `${language} ${target.version.index} ${target.article.path}`;
}

function openWhole({ language, target }: ArticleLink): Standpoint {
  return { article: target.article, language, version: target.version };
}

function openTitle(link: ArticleLink): Standpoint {
  return { ...openWhole(link), article: pickFields(link.target.article, ['title']) };
}
