import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { readConfig, type SiteConfig } from '../../src/config/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import type { PageHead } from '../../src/links/index.ts';
import { joinPieces, renderMarkdownHere } from '../../src/markdown/index.ts';
import { type BuiltPage, buildPage } from '../../src/page/index.ts';
import { formatPageMarkdown } from '../../src/publish/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';
import { type BuildRequest, buildSite, type Site } from '../../src/workspace/index.ts';

type Page = Site['pages'][number];

async function readSite(name: string): Promise<SiteConfig> {
  const { value } = await readConfig(join(import.meta.dirname, '../sites', name));
  if (value === undefined) throw new Error(`The site file of ${name} is faulty.`);
  return value;
}

async function buildWhole(config: SiteConfig): Promise<Site> {
  const request: BuildRequest = {
    built: createSet(listVersions(config.plans)),
    languages: config.languages.map(({ code }) => code),
    renderMarkdown: cacheRenderings(renderMarkdownHere),
    brokenLinks: 'warning',
  };
  return buildSite(config, request);
}

/** Builds one page of a site by itself. */
async function buildAlone(config: SiteConfig, { article, version, language }: Page) {
  const request = { path: article.path, version, language, brokenLinks: 'warning' } as const;
  return buildPage(config, { ...request, renderMarkdown: renderMarkdownHere });
}

/** What a reader sees of a page, and the Markdown of it. */
function describePage(page: Page, config: SiteConfig, children: readonly PageHead[]) {
  const fields = [page.intro, page.product, page.permissions, page.body];
  const node = { page, children: children.map((child) => ({ page: child, children: [] })) };
  return {
    href: page.href,
    title: page.title,
    shortTitle: page.shortTitle,
    headings: page.headings,
    fallbacks: page.fallbacks,
    html: fields.map((field) => field && joinPieces(field.rendering, field.fills)),
    markdown: formatPageMarkdown(page, { config, navigation: { findNode: () => node } }),
  };
}

function findChildren({ navigation }: Site, page: Page): readonly PageHead[] {
  return (navigation.findNode(page)?.children ?? []).map(({ page: child }) => child);
}

describe.each(['smallest', 'versions', 'translations', 'redirects', 'machines'])('in the site %s', (name) => {
  it('each page by itself is the page that a build makes', async () => {
    const config = await readSite(name);
    const site = await buildWhole(config);
    expect(site.pages.length).toBeGreaterThan(0);
    for (const page of site.pages) {
      const { value } = await buildAlone(config, page);
      expect(describeBuilt(value, config)).toEqual(describePage(page, config, findChildren(site, page)));
    }
  });
});

function describeBuilt({ page, children }: BuiltPage, config: SiteConfig) {
  return page && describePage(page, config, children);
}

describe('in a site full of mistakes', () => {
  it('each page by itself has the body and the mistakes that a build finds in it', async () => {
    const config = await readSite('broken');
    const site = await buildWhole(config);
    const known = new Set(site.diagnostics.map(nameMistake));
    for (const page of site.pages) {
      const { value, diagnostics } = await buildAlone(config, page);
      expect(describeBuilt({ ...value, children: [] }, config)).toEqual(describePage(page, config, []));
      const own = site.diagnostics.filter((each) => isOwn(each, page)).map(nameMistake);
      const found = diagnostics.map(nameMistake);
      expect(found).toEqual(expect.arrayContaining(own));
      expect(found.filter((each) => !known.has(each))).toEqual([]);
    }
  });
});

/** Of stages that judge one article at a time. */
function isOwn({ code, place, versions, languages }: Diagnostic, page: Page): boolean {
  const { language, version, resolution } = page;
  const isAlone = /^(?:resolve|markdown|links)\//.test(code);
  const isHere = versions.includes(version.name) && languages.includes(language);
  return isAlone && isHere && place.file === resolution.article.texts.get(language)?.file;
}

/** Of names that are equally near, the hint of a page by itself may take another. */
function nameMistake({ code, place, message }: Diagnostic): string {
  return `${place.file}:${place.line}:${place.column} ${code} ${message}`;
}
