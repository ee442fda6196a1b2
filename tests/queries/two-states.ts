import { cacheRenderings } from '../../src/cache/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import type { SiteFiles } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { type AffectedRequest, findAffected } from '../../src/queries/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/index.ts';
import { type Edit, SITE_FILE, type Texts, toFiles } from '../workspace/random-site.ts';

const renderMarkdown = cacheRenderings(renderMarkdownHere);

export function readTestSetup(text: string = SITE_FILE) {
  const { value, diagnostics } = parseConfig({ path: 'data/site.yml', text }, '/nowhere');
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return createSetup(value);
}

const setup = readTestSetup();
export const theme = (await readTheme(setup.config)).value;

export function openTexts(texts: Texts, own = setup, rest: Partial<SiteFiles> = {}): Workspace {
  const value = { ...toFiles(texts), ...rest };
  return openWorkspace(own, { value, diagnostics: [] }, { renderMarkdown });
}

/** The two states of an edit, compared as the command does. */
export function compareTexts(before: Texts, after: Texts, request: Partial<AffectedRequest> = {}) {
  const now = openTexts(after);
  const old = now.update({ value: toFiles(before), diagnostics: [] });
  return findAffected(old, now, { theme, isSameSetup: true, renderMarkdown, ...request });
}

export function applyEdits(texts: Texts, edits: readonly Edit[]): Texts {
  const kept = Object.entries(texts).filter(([name]) => !edits.some(({ file }) => file === name));
  const added = edits.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const]));
  return Object.fromEntries([...kept, ...added]);
}

const HEAD = "versions: { cloud: '*', server: '*' }";

/** A small site about lamps: a reusable in a reusable, a variable in a title, a feature, two languages. */
export const LAMPS: Texts = {
  'content/index.md': `---\ntitle: Lanterns\n${HEAD}\nchildren: [/wick, /oil, /care]\n---\n`,
  'content/wick.md': `---\ntitle: Trim the wick\nintro: With scissors.\n${HEAD}\n---\n\n{% comment %}Old{% endcomment %}\n\nFirst words.\n\n{% data reusables.safety %}\n`,
  'content/oil.md': `---\ntitle: Oil for {% data variables.lamp.name %}\n${HEAD}\n---\n\n## Fill it\n\nFill {% data variables.lamp.name %}. See "[AUTOTITLE](/wick)".\n`,
  'content/care/index.md': `---\ntitle: Care\n${HEAD}\nchildren: [/clean]\n---\n`,
  'content/care/clean.md': `---\ntitle: Clean it\n${HEAD}\n---\n\n{% ifversion server %}{% data reusables.safety %}{% endif %}\n\n{% ifversion burner %}Mind the burner.{% endif %}\n`,
  'data/reusables/safety.md': 'Stay safe. {% data reusables.tools %}\n',
  'data/reusables/tools.md': 'Use a cloth.\n',
  'data/variables/lamp.yml': 'name: Lumen\n',
  'data/features/burner.yml': "versions: { server: '>1.0' }\n",
  'translations/ja-JP/content/wick.md':
    '---\ntitle: 芯を切る\n---\n\n最初の言葉。\n\n{% data reusables.safety %}\n',
};
