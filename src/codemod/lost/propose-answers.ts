import { type AddressLedger, groupLost, type LostAddress, listOldAddresses } from '../../ledger/index.ts';
import type { Page } from '../../links/index.ts';
import type { Article, SiteFiles } from '../../load/index.ts';
import type { Site } from '../../workspace/index.ts';
import { addOldAddresses } from '../add-old-addresses.ts';
import { mergeEdits } from '../source-edits.ts';
import type { SourceEdit } from '../types.ts';
import { findLikest, readGrams } from './likeness.ts';
import { markHeading } from './mark-heading.ts';
import { createPageShelves, shelveSections } from './page-shelves.ts';
import type { LeftAddress, LostAnswers, LostProposal, OldPage, ReadOldPage } from './types.ts';

/** A site that has lost something of its ledger, and what is known of it as it was. */
export interface LostRequest {
  readonly site: Site;
  readonly files: SiteFiles;
  readonly ledger: AddressLedger;
  readonly lost: readonly LostAddress[];
  readonly readOld: ReadOldPage;
}

/** Of a page that the ledger does not know yet, and of one that was there before and has taken another one in. */
const LEAST_NEW = 0.4;
const LEAST_KNOWN = 0.6;

type Group = readonly [LostAddress, ...LostAddress[]];

/** Finds where pages and sections are now by their texts, and writes old addresses and anchors there. Guesses nothing. */
export async function proposeAnswers(request: LostRequest): Promise<LostAnswers> {
  const { site, files, lost, ledger, readOld } = request;
  const languages = site.config.languages.map(({ code }) => code);
  const groups: readonly Group[] = groupLost(lost, languages);
  const start = site.config.basePath.length - 1;
  const isNew = ({ href }: Page) => !ledger.addresses.has(href.slice(start));
  const shelves = createPageShelves(site.pages);
  const proposals: LostProposal[] = [];
  const left: LeftAddress[] = [];
  const values = new Map<Article, string[]>();
  const marks = new Map<string, SourceEdit[]>();
  /** Where pages went, for old addresses that led to them. */
  const moved = new Map<string, Article>();
  const stubs: (readonly [Group, string])[] = [];

  for (const group of groups) {
    const [first] = group;
    if (!languages.includes(first.language))
      leave(group, 'The site no longer has this language: add it to the aliases of another one.');
    else if (first.release !== undefined)
      leave(group, `Add the release to 'deprecated' of its plan in the site file.`);
    else if (first.page !== undefined) await answerHeading(group, first.page);
    else await answerPage(group);
  }
  for (const [group, to] of stubs) answerStub(group, to);
  return { edits: listEdits(), proposals, left };

  async function answerPage(group: Group): Promise<void> {
    const known = await readFirst(group);
    if (known?.old.kind === 'stub') {
      stubs.push([group, known.old.to]);
      return;
    }
    const article = group.find((each) => each.article !== undefined)?.article;
    const found = known && findPage(known.old, known.of, article === undefined);
    if (found?.kind === 'one') claim(group, found.of.article, describeLikeness(found));
    else if (article !== undefined) claim(group, article, 'the same article in another version');
    else if (known === undefined) leave(group, NOT_KNOWN);
    else if (found?.kind === 'rivals') leave(group, describeRivals(found.of.map(({ href }) => href)));
    else leave(group, 'No page has a text like it.');
  }

  /** A page that came first, then one that was there; that one only where the lost one is gone everywhere. */
  function findPage(old: OldPage & { kind: 'page' }, { language, version }: LostAddress, isGone: boolean) {
    const grams = readGrams(old.text.text);
    const shelf = shelves.find(language, version);
    const fresh = findLikest(grams, shelf, LEAST_NEW, isNew);
    if (fresh.kind !== 'none' || !isGone) return fresh;
    return findLikest(grams, shelf, LEAST_KNOWN);
  }

  function answerStub(group: Group, to: string): void {
    const page = site.pages.find(({ href }) => href.slice(start) === to);
    const article = moved.get(to) ?? page?.article;
    if (article === undefined) leave(group, `It led to ${to}, and it is unknown where that is now.`);
    else claim(group, article, `it led to ${to}`);
  }

  async function answerHeading(group: Group, page: Page): Promise<void> {
    const [{ anchor = '' }] = group;
    const known = await readFirst(group);
    const old =
      known?.old.kind === 'page' ? known.old.text.sections.find(({ id }) => id === anchor) : undefined;
    const at = known === undefined ? page : (known.of.page ?? page);
    if (old === undefined) return leave(group, NOT_KNOWN);
    const address = at.href.slice(start);
    const isFresh = ({ id }: { readonly id: string }) => !ledger.addresses.has(`${address}#${id}`);
    const shelf = shelveSections(at);
    const grams = readGrams(old.text);
    const fresh = findLikest(grams, shelf, LEAST_NEW, isFresh);
    const found = fresh.kind === 'none' ? findLikest(grams, shelf, LEAST_KNOWN) : fresh;
    if (found.kind === 'rivals') return leave(group, describeRivals(found.of.map(({ id }) => `#${id}`)));
    if (found.kind === 'none') return leave(group, `No section of ${at.href} has a text like it.`);
    const mark = markHeading(at, found.of.id, anchor, files.texts);
    if (mark === undefined)
      return leave(
        group,
        `It is '#${found.of.id}' now, whose heading is in more than one place of the sources.`,
      );
    marks.set(mark.file, [...(marks.get(mark.file) ?? []), mark.edit]);
    const reason = `above '${found.of.title}', ${formatPercent(found.likeness)} of its text`;
    proposals.push({ records: listRecords(group), file: mark.file, written: mark.edit.text.trim(), reason });
  }

  function claim(group: Group, article: Article, reason: string): void {
    const written = listOldAddresses(group).filter(
      (value) => !article.redirectFrom.some((each) => each.value === value),
    );
    values.set(article, [...(values.get(article) ?? []), ...written]);
    for (const { address } of group) moved.set(address, article);
    proposals.push({
      records: listRecords(group),
      file: article.file,
      written: `redirect_from: ${written.join(', ')}`,
      reason,
    });
  }

  function leave(group: Group, reason: string): void {
    left.push({ records: listRecords(group), reason });
  }

  /** The first of the group of which anybody knows what it was: the source language comes first. */
  async function readFirst(group: Group) {
    const sorted = [...group].sort((one, other) => rank(one) - rank(other));
    for (const of of sorted) {
      const old = await readOld(of.address);
      const hasIt =
        of.page === undefined ||
        (old?.kind === 'page' && old.text.sections.some(({ id }) => id === of.anchor));
      if (old !== undefined && hasIt) return { of, old };
    }
    return undefined;
  }

  function rank({ language, version }: LostAddress): number {
    return languages.indexOf(language) * 10_000 + (version?.index ?? 9_999);
  }

  function listEdits(): ReadonlyMap<string, readonly SourceEdit[]> {
    const edits = new Map([...marks].map(([file, list]) => [file, dropRepeated(list)] as const));
    for (const [{ file }, list] of values) {
      const found = addOldAddresses(file, files.texts.get(file) ?? '', [...new Set(list)]) ?? [];
      edits.set(file, [...(edits.get(file) ?? []), ...found]);
    }
    return new Map([...edits].map(([file, list]) => [file, mergeEdits(list)] as const));
  }
}

const NOT_KNOWN = 'Its text is no longer known: name a commit that had it with --since.';

function listRecords(group: Group): readonly string[] {
  return group.map(({ record }) => record);
}

function describeLikeness({ of, likeness }: { readonly of: Page; readonly likeness: number }): string {
  return `${formatPercent(likeness)} of its text is on ${of.href}`;
}

function describeRivals(names: readonly string[]): string {
  return `Two are alike, so it is unclear which one is meant: ${names.join(' and ')}.`;
}

function formatPercent(likeness: number): string {
  return `${Math.floor(likeness * 100)} %`;
}

/** Versions and languages that share a heading ask for one anchor. */
function dropRepeated(edits: readonly SourceEdit[]): SourceEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.text}`, edit])).values()];
}
