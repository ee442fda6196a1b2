import { expect, test } from 'vitest';
import { findShowing } from '../../src/compose/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { openWorkspace, outlineSite, patchSite } from '../../src/workspace/index.ts';
import { SITE_FILE, type Texts, toFiles } from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = createSetup(config);
const theme = (await readTheme(config)).value;

function page(title: string, children: readonly string[] = [], body = 'Words.'): string {
  const list = children.length === 0 ? '' : `children: [${children.join(', ')}]\n`;
  return `---\ntitle: ${title}\nversions: { cloud: '*', server: '*' }\n${list}---\n\n${body}\n`;
}

/** Two products: pages of one show nothing of those of the other around their texts. */
const TEXTS: Texts = {
  'content/index.md': page('Lantern', ['/lamps', '/care']),
  'content/lamps/index.md': page('Lamps', ['/wick', '/glass']),
  'content/lamps/wick.md': page('Wick', [], 'See "[AUTOTITLE](/care/clean)".'),
  'content/lamps/glass.md': page('Glass', [], 'See [how to clean it](/care/clean).'),
  'content/care/index.md': page('Care', ['/clean', '/store']),
  'content/care/clean.md': page('Clean it'),
  'content/care/store.md': page('Store it'),
};

/** Paths of the articles that are made anew where one of them gets another title. */
async function retitle(file: string, title: string, texts = TEXTS): Promise<ReadonlySet<string>> {
  const tools = { renderMarkdown: renderMarkdownHere };
  const site = await openWorkspace(setup, { value: toFiles(texts), diagnostics: [] }, tools).site();
  const files = toFiles({ ...texts, [file]: (texts[file] ?? '').replace(/^title: .*$/m, `title: ${title}`) });
  const difference = { changed: new Set([file]), heads: new Set([file]) };
  const patch = await patchSite(outlineSite(site, undefined), {
    ...difference,
    ...tools,
    files,
    before: difference,
    findShowing: (part, ...rest) => findShowing(part, theme, ...rest),
  });
  return new Set(patch?.site.pages.map(({ article }) => article.path));
}

test('where an article cannot be read, links show its title as it is written', async () => {
  const broken = page('Clean it', [], '{% ifversion server %}unclosed');
  const paths = await retitle('content/care/clean.md', 'Polish it', {
    ...TEXTS,
    'content/care/clean.md': broken,
  });
  expect(paths).toContain('lamps/wick');
});

test('a title is shown by its neighbours, and by links that say so wherever they stand', async () => {
  const paths = await retitle('content/care/clean.md', 'Polish it');
  expect([...paths].sort()).toEqual(['', 'care', 'care/clean', 'care/store', 'lamps/wick']);
});
