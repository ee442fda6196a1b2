import { createSetup, parseConfig } from '../../src/config/index.ts';
import { type Diagnostic, formatPlace } from '../../src/diagnostics/index.ts';
import type { Image } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { type CheckedSite, type CheckRequest, checkWorkspace } from '../../src/rules/index.ts';
import { openWorkspace, type WorkspaceTools } from '../../src/workspace/index.ts';

const SITE = `title: Teapot Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: teapot-cloud, short: cloud, name: Teapot Cloud, default: true }
  - { id: teapot-server, short: server, name: Teapot Server, releases: ['3.2', '3.1'] }
`;

/** What `decant check` says of a site that is given as files; `keys` go to the end of the site file. */
export async function checkTexts(
  files: Readonly<Record<string, string>>,
  keys = '',
  request: Partial<CheckRequest> = {},
): Promise<CheckedSite> {
  const { value: config } = parseConfig({ path: 'data/site.yml', text: `${SITE}${keys}` }, '/site');
  if (config === undefined) throw new Error('The site file of the tests is sound.');
  const names = Object.keys(files).sort();
  const texts = new Map(names.filter((name) => !isAsset(name)).map((name) => [name, files[name] ?? '']));
  const assets = names.filter(isAsset);
  const images = new Map<string, Image>(assets.map((name) => [name, { output: name, size: undefined }]));
  const value = { texts, assets: new Set(assets), images };
  const workspace = openWorkspace(createSetup(config), { value, diagnostics: [] }, TOOLS);
  return checkWorkspace(workspace, { isWhole: true, ...request });
}

const TOOLS: WorkspaceTools = {
  isFollowed: true,
  renderMarkdown: (texts, options, folders) =>
    renderMarkdownHere(texts, { ...options, purpose: 'check' }, folders),
  brokenLinks: 'error',
};

function isAsset(name: string): boolean {
  return name.startsWith('assets/');
}

/** A page for every version. */
export function page(body: string, ...lines: readonly string[]): string {
  return ['---', 'title: Tea', "versions: '*'", ...lines, '---', '', body, ''].join('\n');
}

/** Places and messages of the diagnostics of a rule, or of all. */
export function tell({ diagnostics }: Pick<CheckedSite, 'diagnostics'>, code?: string): readonly string[] {
  return diagnostics
    .filter((each) => code === undefined || each.code === code)
    .map(({ place, message }: Diagnostic) => `${formatPlace(place)} ${message}`);
}
