import { join, relative, sep } from 'node:path';
import { parseConfig, readSetup, readTextFile, type SiteSetup } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import {
  createAddressParser,
  createLinkResolver,
  createTargetFinder,
  type LinkResolver,
  type OldAddresses,
} from '../links/index.ts';
import { type Corpus, type HeadParser, openSourceFolder, readFiles, type SiteFiles } from '../load/index.ts';
import { createValueReader, type ReadValue } from '../queries/index.ts';
import { openAddressBook } from '../redirects/index.ts';
import { openWorkspace, type Workspace, type WorkspaceTools } from '../workspace/index.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { layOpenTexts } from './lay-open-texts.ts';
import { type Mark, scanMarks } from './text/scan-marks.ts';
import type { EditedSite, EditorSite, FileArticle } from './types.ts';

const SITE_FILE = 'data/site.yml';

export interface SiteTools extends Pick<WorkspaceTools, 'renderMarkdown'> {
  readonly documents: Documents;
  /** What parses frontmatter: that of each state of a file once. */
  openHeads(root: string): HeadParser;
}

/** Follows the site in a folder: what is open in the editor stands in the place of what the disk holds. */
export function followSite(root: string, { documents, openHeads, ...tools }: SiteTools): EditorSite {
  let disk: Disk = { setup: undefined, faults: [], files: NOTHING };
  let shown: Shown | undefined;
  let reading = Promise.resolve();
  let heads: HeadParser | undefined;
  const site: EditorSite = {
    root,
    ready: refresh(),
    view,
    listSiteFaults,
    refresh,
    nameFile,
    findPath,
    scan: createScanner(),
  };
  return site;

  function findPath(file: string): string {
    return join(root, ...file.split('/'));
  }

  function nameFile(path: string): string | undefined {
    const way = relative(root, path).split(sep).join('/');
    return way === '' || way === '..' || way.startsWith('../') || join(root, way) !== path ? undefined : way;
  }

  function nameText({ path, text }: OpenDocument): readonly (readonly [string, string])[] {
    const file = nameFile(path);
    return file === undefined ? [] : [[file, text]];
  }

  /** One reading after the other, also after one that failed: what is read last counts. */
  function refresh(files?: readonly string[]): Promise<void> {
    const after = reading.catch(() => {});
    reading = after.then(async () => {
      heads ??= openHeads(root);
      disk = (files && (await rereadFiles(disk, root, files))) ?? (await readDisk(root, disk, heads));
    });
    return reading;
  }

  function listSiteFaults(): readonly Diagnostic[] {
    const open = documents.at(findPath(SITE_FILE));
    return open === undefined
      ? disk.faults
      : parseConfig({ path: SITE_FILE, text: open.text }, root).diagnostics;
  }

  function view(): EditedSite | undefined {
    const { setup } = disk;
    if (setup === undefined) return undefined;
    const state = documents.list().map(({ path, version }) => `${path} ${version}`);
    const signature = state.join('\n');
    if (shown?.disk === disk && shown.signature === signature) return shown.view;
    const files = layOpenTexts(disk.files, documents.list().flatMap(nameText), setup);
    const workspace =
      shown?.setup === setup ? shown.view.workspace.update(files) : openWorkspace(setup, files, tools);
    shown = { disk, setup, signature, view: createView(workspace, shown?.view) };
    return shown.view;
  }
}

function createScanner(): EditorSite['scan'] {
  const known = new Map<string, { readonly text: string; readonly marks: readonly Mark[] }>();
  return (file, text) => {
    const last = known.get(file);
    if (last?.text === text) return last.marks;
    const marks = scanMarks(file, text);
    known.set(file, { text, marks });
    return marks;
  };
}

interface Disk {
  readonly setup: SiteSetup | undefined;
  readonly faults: readonly Diagnostic[];
  readonly files: Result<SiteFiles>;
}

interface Shown {
  readonly disk: Disk;
  readonly setup: SiteSetup;
  readonly signature: string;
  readonly view: EditedSite;
}

const NOTHING: Result<SiteFiles> = {
  value: { texts: new Map(), assets: new Set(), images: new Map() },
  diagnostics: [],
};

/** Where the site file cannot be used just now, the last one that could be stays. */
async function readDisk(root: string, before: Disk, heads: HeadParser | undefined): Promise<Disk> {
  const { value, diagnostics } = await readSetup({ root });
  const setup = value ?? before.setup;
  if (setup === undefined) return { setup, faults: diagnostics, files: NOTHING };
  const isSame =
    before.setup !== undefined && JSON.stringify(before.setup.config) === JSON.stringify(setup.config);
  const files = await readFiles(setup.config, openSourceFolder(root), heads);
  // Versions are compared by identity, so a site file that says the same keeps them.
  return { setup: isSame ? before.setup : setup, faults: diagnostics, files };
}

/** The disk with other texts of some files; undefined where files have come or gone, or more than texts is concerned. */
async function rereadFiles(before: Disk, root: string, files: readonly string[]): Promise<Disk | undefined> {
  const { value, diagnostics } = before.files;
  const isKnown = (file: string) => file !== SITE_FILE && value.texts.has(file);
  if (!files.every(isKnown) || diagnostics.some(({ place }) => files.includes(place.file))) return undefined;
  const texts = new Map(value.texts);
  for (const file of files) {
    const read = await readTextFile(root, file);
    if ('fault' in read) return undefined;
    texts.set(file, read.file.text);
  }
  return { ...before, files: { value: { ...value, texts }, diagnostics } };
}

function createView(workspace: Workspace, before: EditedSite | undefined): EditedSite {
  const { corpus } = workspace;
  const articles = new Map<string, FileArticle>();
  for (const article of corpus.articles.values())
    for (const { file, language } of article.texts.values()) articles.set(file, { article, language });
  const isMoved = before === undefined || hasOtherAddresses(before.workspace.corpus, corpus);
  const addresses = isMoved ? openAddressBook(pickAddresses(workspace)) : before.addresses;
  let links: LinkResolver | undefined;
  let readValue: ReadValue | undefined;
  return {
    workspace,
    articles,
    addresses,
    get links() {
      links ??= createLinks(workspace, addresses);
      return links;
    },
    get readValue() {
      readValue ??= createValueReader(workspace);
      return readValue;
    },
  };
}

/** What old addresses are made of, without the rest of the workspace: they outlive it. */
function pickAddresses({ config, corpus, versions }: Workspace): Parameters<typeof openAddressBook>[0] {
  return { config, corpus, versions };
}

function createLinks({ config, corpus, versions }: Workspace, addresses: OldAddresses): LinkResolver {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  const findTarget = createTargetFinder(corpus.articles, versions, addresses);
  return createLinkResolver(config, corpus, versions, parseAddress, findTarget);
}

/** Whether old addresses may lead elsewhere: articles have come or gone, or say something else of addresses or versions. */
function hasOtherAddresses({ articles: before }: Corpus, { articles }: Corpus): boolean {
  if (before.size !== articles.size) return true;
  for (const [path, { versions, redirectFrom }] of articles) {
    const old = before.get(path);
    if (old?.versions !== versions || old.redirectFrom.length !== redirectFrom.length) return true;
    if (redirectFrom.some(({ value }, at) => value !== old.redirectFrom[at]?.value)) return true;
  }
  return false;
}
