import { createSetup, parseConfig } from '../../src/config/index.ts';
import type { SiteSource } from '../../src/queries/index.ts';

/** The site file of the tests. */
export const SITE = `title: Widget Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: widget-cloud, short: cloud, name: Widget Cloud, default: true }
  - { id: widget-server, short: server, name: Widget Server, releases: ['3.2', '3.1', '3.0'] }
  - { id: widget-managed, short: managed, name: Widget Managed, next: true }
`;

/** What of a site is asked for: names of versions and codes of languages, all where absent. */
interface Asked {
  readonly versions?: readonly string[];
  readonly languages?: readonly string[];
}

/** A site of files given as values, for three plans, in English and Japanese. The home page lists all articles of its folder. */
export function openSource(files: Readonly<Record<string, string>>, asked: Asked = {}): SiteSource {
  const { value: config } = parseConfig({ path: 'data/site.yml', text: SITE }, '/site');
  if (config === undefined) throw new Error('The site file of the tests is sound.');
  const children = Object.keys(files).flatMap((file) => /^content\/([^/]+)\.md$/.exec(file)?.[1] ?? []);
  const home = page('Home', '*', '', `children: [${children.filter((name) => name !== 'index').join(', ')}]`);
  const texts = new Map(
    Object.entries({ 'content/index.md': home, ...files }).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { ...createSetup(config, asked), files: { texts, assets: new Set(), images: new Map() } };
}

/** An article; `versions` is a line of frontmatter. Its body begins in line 5, or 6 where it has another line of frontmatter. */
export function page(title: string, versions: string, body: string, key?: string): string {
  const value = versions === '*' ? "'*'" : `{ ${versions} }`;
  return [
    '---',
    `title: ${title}`,
    `versions: ${value}`,
    ...(key === undefined ? [] : [key]),
    '---',
    body,
    '',
  ].join('\n');
}
