import { parseConfig } from '../../src/config/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { assembleCorpus, type Corpus } from '../../src/load/index.ts';
import { formatVersions, listVersions, type Version, type VersionSet } from '../../src/versions/index.ts';

const SITE = `title: Widget Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: widget-cloud, short: cloud, name: Widget Cloud, default: true }
  - { id: widget-server, short: server, name: Widget Server, releases: ['3.2', '3.1'] }
  - { id: widget-managed, short: managed, name: Widget Managed, next: true }
`;

export interface LoadedSite {
  readonly corpus: Corpus;
  readonly diagnostics: readonly Diagnostic[];
  readonly versions: readonly Version[];
  format(set: VersionSet | undefined): readonly string[];
}

/**
 * A site of files given as values, in English and Japanese, for three plans; `keys` go to the end of the site file, `ofServer` to
 * the plan with releases.
 */
export function loadSite(files: Readonly<Record<string, string>>, keys = '', ofServer = ''): LoadedSite {
  const text = `${SITE}${keys}`.replace("'3.1'] }", `'3.1'], ${ofServer} }`);
  const { value: config } = parseConfig({ path: 'data/site.yml', text }, '/site');
  if (config === undefined) throw new Error('The site file of the tests is sound.');
  const versions = listVersions(config.plans);
  const texts = new Map(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { value, diagnostics } = assembleCorpus(
    { texts, assets: new Set(), images: new Map() },
    config,
    versions,
  );
  const format = (set: VersionSet | undefined) => formatVersions(set ?? 0n, versions);
  return { corpus: value, diagnostics, versions, format };
}

/** A page for every version, with more lines of frontmatter after the first two. */
export function page(title: string, ...lines: readonly string[]): string {
  return ['---', `title: ${title}`, "versions: '*'", ...lines, '---', 'Body.', ''].join('\n');
}

/** A home page with these children, and one page with frontmatter to look at. */
export function siteWith(frontmatter: string): Readonly<Record<string, string>> {
  return { 'content/index.md': page('Home', 'children: [/x]'), 'content/x.md': frontmatter };
}

/** A diagnostic with everything that the place, message and hint do not say left empty. */
export function problem(
  code: string,
  severity: Diagnostic['severity'],
  message: string,
  place: string,
  rest: Partial<Diagnostic> = {},
): Diagnostic {
  const [file = '', line, column] = place.split(':');
  const at = { file, line: Number(line), column: Number(column) };
  return { code, severity, message, place: at, via: [], versions: [], languages: [], ...rest };
}
