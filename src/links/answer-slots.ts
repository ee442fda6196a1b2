import { nameOwner } from '../diagnostics/index.ts';
import type { FieldName, NoteName } from '../load/index.ts';
import type { Slot, WordName } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { type Anchors, type HtmlField, isNote, type ListAnchors } from './anchors.ts';
import type { SlotAnswers } from './fill-slots.ts';
import type { FragmentLog } from './fragment-log.ts';
import { describeFragment, type LinkProblem, type ProblemFinder } from './problems.ts';
import type { RenderedIndex } from './rendered-index.ts';
import type { Link, LinkContext, LinkResolver } from './resolve-link.ts';
import { readLinkTitle } from './titles.ts';
import type { RenderedArticle } from './types.ts';

/** What answers the slots of every page. */
export interface LinkDeps {
  readonly basePath: string;
  readonly sourceLanguage: string;
  readonly rendered: RenderedIndex;
  readonly resolver: LinkResolver;
  readonly problems: ProblemFinder;
  readonly listAnchors: ListAnchors;
  /** Hears of each fragment of another article that a link names. */
  readonly noteFragment: FragmentLog['note'];
  /** Where prompts can be put; see the site file. */
  readonly promptUrl: string | undefined;
  readonly findWord: (language: string, kind: WordName) => string;
}

/** Takes what is wrong at an offset of a field's Markdown. */
export type ReportProblem = (field: FieldName, offset: number, problem: LinkProblem) => void;

/** Answers the slots of one field of a page; `anchors` are those of the page. */
export function createAnswers(
  answerers: LinkDeps,
  from: LinkContext,
  anchors: Anchors,
  field: HtmlField | NoteName,
  report: ReportProblem,
): SlotAnswers {
  const { resolver, problems, promptUrl, findWord } = answerers;
  return {
    answerLink(slot, index, slots) {
      const { url, offset } = slot;
      const link = resolver.resolveLink(slot, from);
      if (link.kind !== 'article' && isTitled(slots, index, url)) return link.href;
      check(offset, problems.describeLink(url, link));
      return settleFragment(url, offset, link);
    },
    answerImage({ url, offset }) {
      const link = resolver.resolveImage(url);
      check(offset, problems.describeLink(url, link));
      return link.href;
    },
    answerSize: ({ url }) => resolver.findImage(url)?.size,
    answerTitle(slot) {
      const { url, offset } = slot;
      const link = resolver.resolveLink(slot, from);
      check(offset, problems.describeTitle(url, link));
      if (link.kind === 'article') noteFragment(link, '');
      return readLinkTitle(answerers, slot, from);
    },
    answerId: (heading) => (isNote(field) ? '' : (anchors.headings[field][heading] ?? '')),
    answerWord: (word, number = '') => findWord(from.language, word).replaceAll('{number}', () => number),
    answerPrompt: (text) =>
      promptUrl === undefined
        ? undefined
        : { href: formatPromptUrl(promptUrl, text), label: findWord(from.language, 'prompt') },
  };

  function noteFragment({ language, target }: Link & { kind: 'article' }, fragment: string): void {
    answerers.noteFragment(nameOwner(language, target.article.path), target.version, fragment);
  }

  function check(offset: number, problem: LinkProblem | undefined): void {
    if (problem !== undefined) report(field, offset, problem);
  }

  /** Checks the fragment where the target is rendered in this build, and puts the id that the heading has there. */
  function settleFragment(url: string, offset: number, link: Link): string {
    if ((link.kind !== 'self' && link.kind !== 'article') || !isCheckable(link.fragment)) return link.href;
    if (link.kind === 'article') noteFragment(link, link.fragment);
    const there = link.kind === 'self' ? anchors : findTargetAnchors(answerers, link);
    if (there === undefined) return link.href;
    const id = there.ids.get(link.fragment);
    // Of a translation that lacks the heading that is told once, for all links to it.
    const isLacking = there.unpaired.source.some((heading) => heading.id === link.fragment);
    if (id === undefined && !there.isPartial && !isLacking)
      check(offset, describeFragment(url, link.fragment, there.ids.keys()));
    if (id === undefined || id === link.fragment) return link.href;
    return `${link.href.slice(0, link.href.indexOf('#'))}#${encodeURIComponent(id)}`;
  }
}

/** The address of a chat, with the words that it begins with. */
export function formatPromptUrl(url: string, text: string): string {
  return url.replaceAll('{prompt}', () => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')));
}

/** Anchors of a page. A translation takes heading ids from the source for the same version. */
export function findAnchors(answerers: LinkDeps, rendered: RenderedArticle, version: Version): Anchors {
  const { article, language } = rendered.resolution;
  const { sourceLanguage } = answerers;
  const isSource = language === sourceLanguage;
  const source = isSource ? rendered : answerers.rendered.find(sourceLanguage, article.path, version);
  return answerers.listAnchors(rendered, source, version);
}

function findTargetAnchors(answerers: LinkDeps, link: Link & { kind: 'article' }): Anchors | undefined {
  const { article, version } = link.target;
  const rendered = answerers.rendered.find(link.language, article.path, version);
  return rendered && findAnchors(answerers, rendered, version);
}

/** The text of the link is a title: what is wrong with such a link is reported once, there. */
function isTitled(slots: readonly Slot[], index: number, url: string): boolean {
  const next = slots.slice(index + 1).find(({ kind }) => kind === 'title' || kind === 'link');
  return next?.kind === 'title' && next.url === url;
}

/** `#` and `#top` lead to the top of any page, and `#:~:text=…` is the browser's own. */
function isCheckable(fragment: string | undefined): fragment is string {
  return fragment !== undefined && fragment !== '' && fragment !== 'top' && !fragment.startsWith(':~:');
}
