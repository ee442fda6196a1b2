import { expect, test } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { findShowing, listFiles, listPageFiles, listTaken } from '../../src/compose/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import type { SiteFiles } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import {
  formatLlms,
  listMarkdownFiles,
  listMarkdownFolders,
  listSiteFiles,
  refreshPages,
} from '../../src/publish/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { openWorkspace, outlineSite, patchSite, type Site } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import {
  applyEdit,
  randomBody,
  randomEdit,
  randomSite,
  randomWords,
  replaceBody,
  replaceWords,
  SITE_FILE,
  type Texts,
  toFiles,
} from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = createSetup(config);
const theme = (await readTheme(config)).value;
const renderMarkdown = cacheRenderings(renderMarkdownHere);

function open(files: SiteFiles) {
  return openWorkspace(setup, { value: files, diagnostics: [] }, { renderMarkdown });
}

/** All that a build writes of a site, and all that it says. */
function readOff(site: Site) {
  const files = [...listFiles(site, theme), ...listSiteFiles(site)];
  return { files: readFiles(files), diagnostics: site.diagnostics, figures: site.figures };
}

function readFiles(files: readonly { output: string; render(): string | Iterable<string> }[]) {
  return new Map(files.map(({ output, render }) => [output, [...render()].join('')]));
}

/** Other words in the frontmatter of an article that every random site has. */
const retelling = fc.record({
  file: fc.constantFrom(
    'content/wick.md',
    'content/oil.md',
    'content/care/clean.md',
    'content/care/index.md',
  ),
  words: randomWords,
});

test('a workspace with other files is the workspace of these files', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(fc.oneof(randomEdit, retelling), { minLength: 1, maxLength: 3 }),
      async (texts, edits) => {
        let workspace = open(toFiles(texts));
        let now: Texts = texts;
        await workspace.site();
        for (const edit of edits) {
          now = applyEdit(now, 'words' in edit ? replaceWords(now, edit.file, edit.words) : edit);
          workspace = workspace.update({ value: toFiles(now), diagnostics: [] });
          const anew = open(toFiles(now));
          expect(readOff(await workspace.site())).toEqual(readOff(await anew.site()));
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('where a title differs, articles that show nothing of it stay resolved', async () => {
  const files = (title: string) =>
    toFiles({
      'content/index.md': `---\ntitle: Lanterns\nversions: { cloud: '*' }\nchildren: [/wick, /oil]\n---\n`,
      'content/wick.md': `---\ntitle: ${title}\nversions: { cloud: '*' }\n---\n\nWords.\n`,
      'content/oil.md': `---\ntitle: Oil\nversions: { cloud: '*' }\n---\n\nSee "[AUTOTITLE](/wick)".\n`,
    });
  const told: string[] = [];
  const tools = { renderMarkdown, onTrace: (text: string) => told.push(text) };
  const workspace = openWorkspace(setup, { value: files('Wick'), diagnostics: [] }, tools);
  await workspace.site();
  const updated = workspace.update({ value: files('Trim the wick'), diagnostics: [] });
  const { pages } = await updated.site();
  expect(pages.map(({ title }) => title)).toContain('Trim the wick');
  // In two languages.
  expect(told.filter((text) => text.startsWith('resolve:')).at(-1)).toContain('resolve: 2 articles');
});

test('a part of a site, where one is made, is what the whole has there', { timeout: 600_000 }, async () => {
  let [parts, seen] = [0, 0];
  const edit = fc.record({ at: fc.nat(), body: fc.option(randomBody), words: fc.option(randomWords) });
  const property = fc.asyncProperty(randomSite, edit, async (texts, { at, body, words }) => {
    const names = Object.keys(texts).filter((each) => each.endsWith('.md'));
    const file = names[at % names.length] ?? '';
    const isArticle = file.includes('content/');
    const retold = isArticle && words !== null ? applyEdit(texts, replaceWords(texts, file, words)) : texts;
    const isBody = body !== null && !file.endsWith('index.md');
    const now = isBody ? applyEdit(retold, replaceBody(retold, file, body)) : retold;
    const files = toFiles(now);
    const before = await open(toFiles(texts)).site();
    const difference = { changed: new Set([file]), heads: new Set(retold === texts ? [] : [file]) };
    const patch = await patchSite(outlineSite(before, undefined), {
      ...difference,
      files,
      before: difference,
      renderMarkdown,
      findShowing: (site, ...rest) => findShowing(site, theme, ...rest),
    });
    if (patch === undefined) return;
    parts += 1;
    if (patch.isSeen) seen += 1;
    const whole = readOff(await open(files).site());
    expect(patch.diagnostics).toEqual(whole.diagnostics);
    expect(patch.figures).toEqual(whole.figures);
    const old = readOff(before).files;
    const fresh = readFiles([
      ...listPageFiles(patch.site, theme, listTaken(before)),
      ...listMarkdownFiles(patch.site, listMarkdownFolders(before)),
    ]);
    const pages = refreshPages(old.get('pages.json') ?? '', patch.site);
    const llms = patch.isSeen ? [['llms.txt', formatLlms(patch.site)] as const] : [];
    expect(new Map([...old, ...fresh, ['pages.json', pages], ...llms])).toEqual(whole.files);
  });
  await fc.assert(property, { numRuns: 40 });
  // Of some seeds, none of so few parts reaches what other pages show.
  for (let more = 1; seen === 0 && more < 9; more += 1)
    await fc.assert(property, { numRuns: 40, seed: Number(process.env.DECANT_SEED) + more });
  expect(parts).toBeGreaterThan(seen);
  expect(seen).toBeGreaterThan(0);
});
