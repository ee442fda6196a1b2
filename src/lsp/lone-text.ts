import { createSetup, parseConfig, type SiteSetup } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { findFrontmatterEnd, type SiteFiles } from '../load/index.ts';
import { openWorkspace } from '../workspace/index.ts';

/** In the place of a site file: nothing is told of a text that depends on what it says. */
const SITE_FILE = `title: Text
baseUrl: https://docs.example.com/
languages: [{ code: en, name: English, dir: . }]
plans: [{ id: any, short: any, name: Any, default: true }]
`;
/** The text is an article, for its frontmatter, and the body of a reusable, which is read whatever the frontmatter says. */
const ARTICLE = 'content/text.md';
const BODY = 'data/reusables/text.md';
const HOME = `---
title: Text
versions: '*'
children: [/text]
---

{% data reusables.text %}
`;

/** What is wrong wherever a text belongs: frontmatter that cannot be read. */
const OF_FRONTMATTER: ReadonlySet<string> = new Set(['load/frontmatter-syntax', 'load/frontmatter-language']);
/** The same of Liquid: what has to do with no plan, no data and no article. */
const OF_LIQUID: ReadonlySet<string> = new Set(
  [
    ...['unclosed-tag', 'stray-tag', 'unclosed-delimiter', 'split-delimiter', 'syntax', 'missing-arguments'],
    ...['repeated-else', 'tag-as-output', 'unclosed-raw', 'raw-in-raw', 'stray-percent'],
  ].map((name) => `resolve/${name}`),
);

/** Says of a text that belongs to no site whether its frontmatter and its Liquid can be read. */
export async function diagnoseLoneText(text: string): Promise<readonly Diagnostic[]> {
  const end = findFrontmatterEnd(text);
  const lines = text.slice(0, end).split('\n').length - 1;
  const texts = new Map([
    ['content/index.md', HOME],
    [ARTICLE, text],
    [BODY, `${'\n'.repeat(lines)}${text.slice(end)}`],
  ]);
  const files: Result<SiteFiles> = {
    value: { texts, assets: new Set(), images: new Map() },
    diagnostics: [],
  };
  const workspace = openWorkspace(makeSetup(), files, { renderMarkdown });
  const { diagnostics } = await workspace.resolved();
  return [
    ...workspace.findings.filter(({ code, place }) => place.file === ARTICLE && OF_FRONTMATTER.has(code)),
    ...diagnostics.filter(({ code, place }) => place.file === BODY && OF_LIQUID.has(code)),
  ].map((each) => ({ ...each, via: [], versions: [] }));
}

function makeSetup(): SiteSetup {
  const { value } = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/');
  if (value === undefined) throw new Error('The stand-in for a site file can be read.');
  return createSetup(value);
}

function renderMarkdown(): never {
  throw new Error('Liquid alone is looked at.');
}
