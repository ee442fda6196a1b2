import { expect, test } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { listFiles } from '../../src/compose/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { type MarkdownOptions, renderMarkdownHere } from '../../src/markdown/index.ts';
import { listSiteFiles } from '../../src/publish/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { openWorkspace, outlineSite, patchSite } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { applyEdit, randomSite, replaceBody, SITE_FILE, type Texts, toFiles } from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = { ...createSetup(config), languages: ['ja'] };
const theme = (await readTheme(config)).value;
const renderMarkdown = cacheRenderings(renderMarkdownHere);

const SOURCE = 'content/oil.md';
const TRANSLATION = 'translations/ja-JP/content/oil.md';
/** What a translation takes of its source, and what makes it give way only when it is rendered or linked. */
const english = fc.array(
  fc.constantFrom(
    '## Before you begin',
    '### At night',
    '<a name="old"></a>\n\n## Put it out',
    'See "[AUTOTITLE](/wick)".',
    'See "[AUTOTITLE](/nowhere)".',
    '## About "[AUTOTITLE](/wick)"',
    '[Here](#old) and [there](#at-night).',
    '```js\nconst oil = 1;\n```',
    'Words.',
  ),
  { maxLength: 5 },
);
const japanese = fc.array(
  fc.constantFrom(
    '## 始める前に',
    '### 夜',
    '「[AUTOTITLE](/wick)」を参照。',
    '「[AUTOTITLE](/nowhere)」を参照。',
    '## 「[AUTOTITLE](/wick)」について',
    '[ここ](#old)と[夜](#at-night)。',
    '[英語](/en/oil#at-night)',
    '言葉。',
    'Words.',
  ),
  { maxLength: 5 },
);
const site = fc.tuple(randomSite, english, japanese).map(([texts, source, translation]): Texts => {
  const heads = '---\ntitle: 油\nintro: 手入れ。\n---\n\n';
  const translated = { ...texts, [TRANSLATION]: texts[TRANSLATION] ?? heads };
  const edited = applyEdit(translated, replaceBody(translated, SOURCE, source.join('\n\n')));
  return applyEdit(edited, replaceBody(edited, TRANSLATION, translation.join('\n\n')));
});

async function build(texts: Texts, makesOutlines: boolean) {
  const files = { value: toFiles(texts), diagnostics: [] };
  return openWorkspace(setup, files, { renderMarkdown, makesOutlines }).site();
}

test('pages of a translation are the same whether outlines are made of its source or not', async () => {
  await fc.assert(
    fc.asyncProperty(site, async (texts) => {
      const [whole, outlined] = [await build(texts, false), await build(texts, true)];
      expect(outlined.diagnostics).toEqual(whole.diagnostics);
      expect(outlined.figures).toEqual(whole.figures);
      const [files, others] = [whole, outlined].map((each) =>
        [...listFiles(each, theme), ...listSiteFiles(each)].map(
          ({ output, render }) => [output, [...render()].join('')] as const,
        ),
      );
      expect(new Map(others)).toEqual(new Map(files));
      expect(outlineSite(outlined, undefined).rendered).toEqual(outlineSite(whole, undefined).rendered);
    }),
    { numRuns: 15 },
  );
}, 600_000);

const words = (title: string, body: string) =>
  `---\ntitle: ${title}\nversions: { cloud: '*' }\n---\n\n${body}\n`;
const INDEX = "---\ntitle: Home\nversions: { cloud: '*' }\nchildren: [oil, wick]\n---\n";

/** Texts that were rendered for a purpose, in their order. */
async function listRendered(texts: Texts) {
  const rendered: (readonly [MarkdownOptions['purpose'], string])[] = [];
  const files = { value: toFiles({ 'content/index.md': INDEX, ...texts }), diagnostics: [] };
  const site = await openWorkspace(setup, files, {
    makesOutlines: true,
    async renderMarkdown(markdown, options) {
      rendered.push(...markdown.map((text) => [options.purpose, text.trim()] as const));
      return renderMarkdown(markdown, options);
    },
  }).site();
  return { site, rendered };
}

test('texts that no page shows become outlines, those that stand in for a translation do not', async () => {
  const { site, rendered } = await listRendered({
    [SOURCE]: words('Oil', 'Fill *it*.'),
    [TRANSLATION]: '---\ntitle: 油\n---\n\n*満*たす。\n',
    'content/wick.md': words('Wick', 'Trim *it*.'),
    'translations/ja-JP/content/wick.md': '---\ntitle: 芯\n---\n\n「[AUTOTITLE](/nowhere)」\n',
  });
  expect(rendered).toContainEqual(['outline', 'Fill *it*.']);
  expect(rendered).not.toContainEqual([undefined, 'Fill *it*.']);
  expect(rendered).toContainEqual([undefined, 'Trim *it*.']);
  const page = site.pages.find(({ article }) => article.path === 'wick');
  expect(page?.body.rendering.pieces.join('')).toBe('<p>Trim <em>it</em>.</p>');
});

test('a part of a translation is what the whole has there', async () => {
  const before: Texts = {
    'content/index.md': INDEX,
    [SOURCE]: words('Oil', '## Fill *it*'),
    [TRANSLATION]: '---\ntitle: 油\n---\n\n## 満たす\n',
    'content/wick.md': words('Wick', '[Oil](/oil#fill-it)'),
  };
  const after = { ...before, [TRANSLATION]: '---\ntitle: 油\n---\n\n## 満たす\n\n次に。\n' };
  const difference = { changed: new Set([TRANSLATION]), heads: new Set<string>() };
  const patch = await patchSite(outlineSite(await build(before, true), undefined), {
    ...difference,
    before: difference,
    files: toFiles(after),
    renderMarkdown,
    makesOutlines: true,
    findShowing: () => [],
  });
  const whole = await build(after, false);
  expect(patch?.diagnostics).toEqual(whole.diagnostics);
  expect(patch?.figures).toEqual(whole.figures);
  expect(patch?.site.pages.map(({ headings }) => headings)).toEqual(
    whole.pages.filter(({ article }) => article.path === 'oil').map(({ headings }) => headings),
  );
});

test('ids that the source language has above a heading stand at that of the translation', async () => {
  const { site } = await listRendered({
    [SOURCE]: words(
      'Oil',
      'Words.\n\n<a name="old"></a>\n\n<!-- Safety first. -->\n\n## Put it out\n\nWords.',
    ),
    [TRANSLATION]: '---\ntitle: 油\n---\n\n## 消す\n',
    'content/wick.md': words('Wick', 'Trim it.'),
  });
  const page = site.pages.find(({ article }) => article.path === 'oil');
  expect([...(page?.carried ?? [])]).toEqual([[0, ['old']]]);
});
