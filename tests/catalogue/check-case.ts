import { createSetup, parseConfig } from '../../src/config/index.ts';
import { type Diagnostic, formatDiagnostic } from '../../src/diagnostics/index.ts';
import type { Image } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { checkWorkspace } from '../../src/rules/index.ts';
import { openWorkspace, type WorkspaceTools } from '../../src/workspace/index.ts';
import { type CatalogueCase, hideCharacters, revealCharacters } from './read-catalogue.ts';

const SITE = `title: Kettle Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: kettle-cloud, short: cloud, name: Kettle Cloud, default: true }
  - { id: kettle-server, short: server, name: Kettle Server, releases: ['3.2', '3.1'], deprecated: ['3.0'] }
`;

const HOME = `---
title: Home
versions: '*'
children: [/tea]
---
`;

/** What `decant check` says of a case, as it prints it. */
export async function tellCase({ files }: CatalogueCase): Promise<string> {
  const texts = expandFiles(files);
  const told = await check(texts.get('data/site.yml') ?? SITE, texts);
  return hideCharacters(told.map((each) => formatDiagnostic(each)).join('\n'));
}

/**
 * The files of a case, with those that every site needs. `page` is the body of an article for every version, `keys` an article of which
 * only lines of frontmatter matter, `site` lines at the end of the site file, `no NAME` takes a file away.
 */
function expandFiles(files: CatalogueCase['files']): ReadonlyMap<string, string> {
  const all = new Map([['content/index.md', HOME]]);
  for (const [hiddenName, hidden] of files) {
    const name = revealCharacters(hiddenName);
    const text = revealCharacters(hidden);
    if (name === 'page') all.set('content/tea.md', `---\ntitle: Tea\nversions: '*'\n---\n\n${text}`);
    else if (name === 'keys')
      all.set('content/tea.md', `---\ntitle: Tea\nversions: '*'\n${text}---\n\nTea.\n`);
    else if (name.startsWith('no ')) all.delete(name.slice('no '.length));
    else if (name === 'site') all.set('data/site.yml', `${SITE}${text}`);
    else all.set(name, text);
  }
  if (!all.has('content/tea.md') && !files.some(([name]) => name === 'content/index.md'))
    all.set('content/tea.md', "---\ntitle: Tea\nversions: '*'\n---\n\nTea.\n");
  return new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function check(site: string, files: ReadonlyMap<string, string>): Promise<readonly Diagnostic[]> {
  const { value: config, diagnostics } = parseConfig({ path: 'data/site.yml', text: site }, '/site');
  if (config === undefined) return diagnostics;
  const names = [...files.keys()];
  const assets = names.filter((name) => name.startsWith('assets/'));
  const texts = new Map([...files].filter(([name]) => !name.startsWith('assets/')));
  const images = new Map<string, Image>(assets.map((name) => [name, { output: name, size: undefined }]));
  const workspace = openWorkspace(
    createSetup(config),
    { value: { texts, assets: new Set(assets), images }, diagnostics: [] },
    TOOLS,
  );
  const checked = await checkWorkspace(workspace, { isWhole: true });
  return [...diagnostics, ...checked.diagnostics];
}

const TOOLS: WorkspaceTools = {
  renderMarkdown: (texts, options, folders) =>
    renderMarkdownHere(texts, { ...options, purpose: 'check' }, folders),
  brokenLinks: 'error',
};
