import { expect, test } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { listFiles, listPageFiles } from '../../src/compose/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import type { PageHead } from '../../src/links/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { createPageMaker, openWorkspace, type PageMaker } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import {
  applyEdit,
  randomBody,
  randomEdit,
  randomSite,
  replaceBody,
  SITE_FILE,
  type Texts,
  toFiles,
} from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = createSetup(config);
const theme = (await readTheme(config)).value;
const renderMarkdown = cacheRenderings(renderMarkdownHere);

function open(texts: Texts) {
  return openWorkspace(setup, { value: toFiles(texts), diagnostics: [] }, { renderMarkdown });
}

/** The HTML of a page that is made alone; undefined where its source is broken. */
async function compose(maker: PageMaker, { language, article, output }: PageHead) {
  for (;;) {
    const { part } = await maker.makeArticle(language, article.path);
    const file = listPageFiles(part, theme, new Set()).find((each) => each.output === output);
    const html = file?.render();
    if (!(await maker.settle())) return html;
  }
}

/** Of texts with errors there is no build; lists go on naming their pages while somebody writes. */
function mend(texts: Texts): Texts {
  const faults = /\{% data reusables\.missing %\}|\{% ifversion server %\}unclosed/g;
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, text.replace(faults, 'Oil.')]),
  );
}

/** The pages of a whole site. */
async function readWhole(texts: Texts) {
  const site = await open(texts).site();
  // A ring of reusables is left.
  if (site.diagnostics.some(({ severity }) => severity === 'error')) return new Map<string, string>();
  const files = new Map(listFiles(site, theme).map(({ output, render }) => [output, render]));
  return new Map(site.pages.map(({ href, output }) => [href, files.get(output)?.()]));
}

async function expectSame(maker: PageMaker, texts: Texts, at: number) {
  const whole = [...(await readWhole(texts))];
  // Some of them, in another order than the whole makes them: each page must be right as the first one.
  const chosen = [...whole, ...whole].slice(at % 20, (at % 20) + 8).reverse();
  for (const [href, html] of chosen) {
    const head = maker.findHead(href);
    expect(head?.href).toBe(href);
    expect(head && (await compose(maker, head))).toBe(html);
  }
}

test('a page that is made alone has the bytes that a build gives it, whatever was edited before', {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(fc.tuple(randomEdit, fc.option(randomBody), fc.nat()), { minLength: 1, maxLength: 3 }),
      async (texts, edits) => {
        let maker = createPageMaker(open(mend(texts)), renderMarkdown);
        let now: Texts = mend(texts);
        await expectSame(maker, now, 0);
        for (const [edit, body, at] of edits) {
          const names = Object.keys(now).filter((file) => file.endsWith('.md') && !file.endsWith('index.md'));
          const file = names[at % names.length] ?? '';
          const done = body === null ? edit : replaceBody(now, file, body);
          now = mend(applyEdit(now, done));
          const workspace = maker.workspace.update({ value: toFiles(now), diagnostics: [] });
          maker = maker.update(workspace, new Set([done.file]));
          await expectSame(maker, now, at);
        }
      },
    ),
    { numRuns: 8 },
  );
});
