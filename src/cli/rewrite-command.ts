import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import type { PageDifference, Proof, Rewrite } from '../codemod/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { formatPlace } from '../diagnostics/index.ts';
import type { Parser, RenderMarkdown } from '../markdown/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { readSiteSource } from './read-site-source.ts';
import type { Reporter } from './reporter.ts';

/** What the commands are asked for that rewrite a site. */
export interface RewriteOptions {
  /** Absolute. */
  readonly root: string;
  readonly dryRun: boolean;
  readonly allowDirty: boolean;
  readonly format: 'pretty' | 'json';
  readonly cache: CacheOptions | undefined;
  readonly parser: Parser;
  readonly workers: number | undefined;
}

/** `decant simplify`: 0 where it has written, or there is nothing to write; 1 where pages would change. */
export async function runSimplify(options: RewriteOptions, reporter: Reporter): Promise<number> {
  const site = await readSiteSource({ ...options, versions: [], languages: [] }, reporter);
  if (site === undefined) return 2;
  const { simplifySite } = await import('../codemod/index.ts');
  reporter.phase('proving');
  const rewrite = await withRenderer(options, reporter, (renderMarkdown) =>
    simplifySite(site, renderMarkdown),
  );
  return finishRewrite(site, await readSiteFile(site), rewrite, options, reporter);
}

/** The site file as it is written, with lines that end in LF. */
export async function readSiteFile({ config: { root } }: SiteSource): Promise<string> {
  const { SITE_FILE } = await import('../codemod/index.ts');
  const text = await readFile(join(root, SITE_FILE), 'utf8');
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}

/** Ends its processes, whatever happens. */
export async function withRenderer<T>(
  options: Pick<RewriteOptions, 'cache' | 'parser' | 'workers'>,
  reporter: Reporter,
  work: (renderMarkdown: RenderMarkdown) => Promise<T>,
): Promise<T> {
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  try {
    return await work(renderer.renderMarkdown);
  } finally {
    await renderer.close();
  }
}

/** What a command tells beside the proof, and does before anything is written. */
interface MoreToTell {
  /** For people. */
  readonly lines: readonly string[];
  /** Keys of the document. */
  readonly document: object;
  /** Whether the files may be written. */
  readonly beforeWriting?: () => Promise<boolean>;
}

/** Says what was found, and writes where the proof holds. */
export async function finishRewrite(
  { config, files }: SiteSource,
  siteFile: string,
  { proof, ...rewrite }: Rewrite & { readonly proof: Proof },
  { dryRun, allowDirty, format }: RewriteOptions,
  reporter: Reporter,
  more: MoreToTell = { lines: [], document: {} },
): Promise<number> {
  const { formatPatch, prepareFixes, writeFixes } = await import('../rules/index.ts');
  const { placeEdits, SITE_FILE } = await import('../codemod/index.ts');
  const texts = new Map([...files.texts, [SITE_FILE, siteFile]]);
  const edits = [...rewrite.edits].map(
    ([file, list]) => [file, placeEdits(file, texts.get(file) ?? '', list)] as const,
  );
  const prepared = prepareFixes(config.root, new Map(edits), texts);
  const gone = prepareFixes(config.root, new Map(rewrite.deleted.map((file) => [file, []])), texts);
  const refused = [...prepared.refused.values(), ...gone.refused.values()];
  const changed = [...prepared.files, ...gone.files.map((each) => ({ ...each, after: '' }))];
  for (const { place, reason } of rewrite.left)
    reporter.note(`${formatPlace(place)}: left as it is. ${reason}`);
  const isProven = proof.broken.length === 0 && refused.length === 0;
  const names = changed.map(({ file }) => file);
  const document = {
    ...more.document,
    changed: prepared.files.map(({ file }) => file),
    deleted: rewrite.deleted,
    left: rewrite.left,
    proof,
  };
  const lines = [...more.lines, ...formatProof(proof)];

  if (!isProven) {
    for (const each of joinLike(proof.broken)) reporter.note(each);
    for (const reason of refused) reporter.note(reason);
    reporter.summary([...lines, 'wrote        nothing: pages would change']);
    reporter.json({ ...document, written: false });
    return 1;
  }
  for (const each of joinLike([...proof.told, ...proof.blank])) reporter.note(each);
  if (dryRun) {
    reporter.json({ ...document, written: false });
    if (format !== 'json') reporter.text(formatPatch(changed));
    reporter.note(lines.join('\n'));
    return 0;
  }
  const uncommitted = allowDirty || names.length === 0 ? [] : await findUncommitted(config.root, names);
  if (uncommitted.length > 0) {
    reporter.refuse(
      `Git has uncommitted changes: ${listSome(uncommitted)}. Commit them first, or pass --allow-dirty.`,
    );
    return 2;
  }
  if ((await more.beforeWriting?.()) === false) return 1;
  await writeFixes(config.root, prepared.files);
  for (const file of rewrite.deleted) await rm(join(config.root, file));
  reporter.summary([...lines, formatWritten(prepared.files.length, rewrite.deleted.length)]);
  reporter.json({ ...document, written: names.length > 0 });
  return 0;
}

async function findUncommitted(root: string, names: readonly string[]): Promise<readonly string[]> {
  const { listUncommitted } = await import('../sources/index.ts');
  return listUncommitted(root, names);
}

const MAX_NAMES = 3;

function listSome(names: readonly string[]): string {
  const rest = names.length - MAX_NAMES;
  return names.slice(0, MAX_NAMES).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function formatWritten(changed: number, deleted: number): string {
  if (changed + deleted === 0) return 'wrote        nothing: there is nothing to change';
  const gone = deleted === 0 ? '' : `, ${deleted} deleted`;
  return `wrote        ${changed} ${changed === 1 ? 'file' : 'files'}${gone}`;
}

function formatProof({ pages, broken, blank, told }: Proof): readonly string[] {
  return [
    `proof        ${pages} pages compared: ${broken.length === 0 ? 'all unchanged' : `${broken.length} places differ`}`,
    ...(told.length === 0 ? [] : [`site file    ${told.length} places show what the site file says now`]),
    ...(blank.length === 0 ? [] : [`white space  ${blank.length} places differ only in this`]),
  ];
}

/** One text for pages that differ alike at one place of the sources. */
function joinLike(found: readonly PageDifference[]): readonly string[] {
  const groups = new Map<string, PageDifference[]>();
  for (const each of found) {
    const name = `${formatPlace(each.place)} ${each.lines.join('\n')}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : formatPageDifference(first, others.length),
  );
}

const MAX_LINES = 12;
const MAX_WIDTH = 160;

/** A page that differs: where, in what, and the lines of its HTML. */
function formatPageDifference(
  { place, path, language, versions, part, lines }: PageDifference,
  others: number,
): string {
  const shown = lines
    .slice(0, MAX_LINES)
    .map((line) => `    ${line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH)} …` : line}`);
  const rest = lines.length > MAX_LINES ? [`    … and ${lines.length - MAX_LINES} more lines`] : [];
  return [
    `${formatPlace(place)}: ${language} /${path} (${versions.join(', ')}): ${part}${others > 0 ? `, and ${others} more alike` : ''}`,
    ...shown,
    ...rest,
  ].join('\n');
}
