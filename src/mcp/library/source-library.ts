import { createSetup } from '../../config/index.ts';
import type { Renderer } from '../../create-renderer.ts';
import type { Result } from '../../diagnostics/index.ts';
import { createAddressParser, formatAbsolute } from '../../links/index.ts';
import { createPermalink, type SiteFiles } from '../../load/index.ts';
import { type BuiltPage, buildPage } from '../../page/index.ts';
import { formatPageMarkdown } from '../../publish/index.ts';
import { compareVersions, explainAddress } from '../../queries/index.ts';
import type { Resolution } from '../../resolve/index.ts';
import { checkWorkspace } from '../../rules/index.ts';
import { UsageError } from '../../usage-error.ts';
import { createSet, formatRanges, listMembers, type Version, type VersionSet } from '../../versions/index.ts';
import { openWorkspace, type Workspace } from '../../workspace/index.ts';
import { rememberAnswers } from '../text/remember-answers.ts';
import { toPlain } from '../text/split-markdown-sections.ts';
import type {
  ArticleOutcome,
  DocsLibrary,
  LibraryVersion,
  PageName,
  ReadableMarkdown,
  VersionChange,
} from '../types.ts';
import { listVersionChanges } from './list-version-changes.ts';
import { refuseOtherHost } from './refuse-other-host.ts';
import { trimAddress } from './trim-address.ts';

/** One state of the sources. */
export interface SourceState {
  readonly workspace: Workspace;
  readonly files: Result<SiteFiles>;
  readonly stamp: string;
  readonly renderMarkdown: Renderer['renderMarkdown'];
}

/** Questions to sources: what can be said by Liquid alone is said without rendering, and only what is asked for is looked at. */
export function createSourceLibrary(state: SourceState): DocsLibrary {
  const { workspace, files, stamp, renderMarkdown } = state;
  const { config, versions, built } = workspace;
  const known = new Map(listMembers(built, versions).map((version) => [version, describeVersion(version)]));
  const real = new Map([...known].map(([version, described]) => [described, version]));
  const members = (set: VersionSet) =>
    new Set([...known].flatMap(([version, described]) => (set & createSet([version]) ? [described] : [])));
  const find = (version: LibraryVersion): Version => {
    const found = real.get(version);
    if (found === undefined) throw new Error('The version is one of another state.');
    return found;
  };
  const permalink = ({ path, version, language }: PageName) =>
    createPermalink(config, language, find(version), path).href;
  const parse = createAddressParser(config, versions, workspace.corpus.articles);
  const site = { ...workspace, files: files.value };
  const makePage = (path: string, version: Version, language: string) =>
    buildPage(config, { path, version, language, renderMarkdown, brokenLinks: 'warning' });
  const defaultVersion = known.get(
    [...known.keys()].find(({ plan }) => plan.isDefault) ?? ([...known.keys()][0] as Version),
  );
  if (defaultVersion === undefined) throw new Error('A site has a default version.');

  // Two versions alone are made, which takes less time than all of them.
  const openPart = (
    names: readonly string[],
    languages: readonly string[],
    brokenLinks: 'warning' | 'error',
  ) =>
    openWorkspace(createSetup(config, { versions: names, languages }), files, {
      renderMarkdown,
      brokenLinks,
    });
  const listAllChanges = rememberAnswers(async (question) => {
    const [older, newer, language] = JSON.parse(question) as [string, string, string];
    const whole = await openPart([older, newer], [language], 'warning').site();
    const pair = [older, newer].map((name) => versions.find((each) => each.name === name) as Version);
    return listVersionChanges(compareVersions(whole, ...(pair as [Version, Version])));
  });

  return {
    stamp,
    title: config.title,
    versions: [...known.values()],
    defaultVersion,
    languages: config.languages.map(({ code, name }) => ({ code, name })),
    articles: new Map(
      [...workspace.corpus.articles.values()].map(({ path, versions: own }) => [path, members(own)]),
    ),
    async listOutcomes(language, { path } = {}) {
      const keys = path === undefined ? [...workspace.corpus.articles.keys()] : [path];
      const { value } = await workspace.resolved(keys.map((each) => `${language} ${each}`));
      return value.filter(({ broken }) => !broken).map((each) => describeOutcome(each, members));
    },
    async readPage({ path, version, language }): Promise<ReadableMarkdown | undefined> {
      const { value } = await makePage(path, find(version), language);
      return formatPage(value, config);
    },
    formatAddress: (page) => formatAbsolute(config.baseUrl, permalink(page)),
    parseAddress(address) {
      refuseOtherHost(address, config.baseUrl);
      const { path, version, language, missingRelease } = parse(trimAddress(address, config.basePath));
      const name = version?.name ?? missingRelease;
      return {
        path,
        ...(name !== undefined && { version: name }),
        ...(language !== undefined && { language }),
      };
    },
    formatRanges: (set) => formatRanges(createSet([...set].map(find)), versions, { within: built }),
    async listChanges(from, { version, language }, path): Promise<readonly VersionChange[]> {
      const pair = [find(from), find(version)] as const;
      if (path === undefined) return listAllChanges(JSON.stringify([from.name, version.name, language]));
      const made = await Promise.all(pair.map((each) => makePage(path, each, language)));
      const pages = made.flatMap(({ value: { page } }) => page ?? []);
      return listVersionChanges(compareVersions({ config, versions, pages, redirects: [] }, ...pair));
    },
    sources: {
      site,
      describeMissing: (address) =>
        explainAddress(site, address).then(
          () => undefined,
          (error: unknown) => (error instanceof UsageError ? error.message : undefined),
        ),
      async listConditions(page, words) {
        const { blocks } = await explainAddress(site, permalink(page), words);
        return blocks.flatMap(({ origins }) => origins.flatMap(({ conditions }) => conditions));
      },
      async check(names, languages) {
        const isWhole = names.length === 0 && languages.length === 0;
        const { diagnostics } = await checkWorkspace(openPart(names, languages, 'error'), { isWhole });
        return diagnostics;
      },
    },
  };
}

function describeVersion({ name, id, plan, release, title }: Version): LibraryVersion {
  return { name, id, plan: plan.short, release, title };
}

function describeOutcome(
  { article, fields, versions }: Resolution,
  members: (set: VersionSet) => ReadonlySet<LibraryVersion>,
): ArticleOutcome {
  const title = toPlain(fields.title?.text ?? '');
  const texts = [`# ${title}`, fields.intro?.text, fields.body?.text].flatMap((text) => text?.trim() || []);
  return {
    path: article.path,
    title,
    markdown: texts.join('\n\n'),
    isHidden: article.hidden,
    versions: members(versions),
  };
}

/** The Markdown that a build publishes beside the page. */
function formatPage(
  { page, children }: BuiltPage,
  config: Workspace['config'],
): ReadableMarkdown | undefined {
  if (page === undefined) return undefined;
  const node = { page, children: children.map((child) => ({ page: child, children: [] })) };
  return {
    title: page.title,
    markdown: formatPageMarkdown(page, { config, navigation: { findNode: () => node } }),
  };
}
