import { expect, test } from 'vitest';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { findBranches } from '../../src/queries/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { randomSite, SITE_FILE, type Texts, toFiles } from '../workspace/random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
type Asked = Parameters<typeof createSetup>[1];
const asked = fc.constantFrom<Asked>({}, { versions: ['server-1.0'] }, { languages: ['ja'] });

function open(texts: Texts, some: Asked, isFollowed: boolean) {
  return openWorkspace(
    createSetup(config as NonNullable<typeof config>, some),
    { value: toFiles(texts), diagnostics: [] },
    { renderMarkdown: renderMarkdownHere, isFollowed },
  );
}

/** @param isLate whether branches are asked for when the pages are made, and not meanwhile */
async function expectSame(texts: Texts, some: Asked, isLate: boolean): Promise<void> {
  const [plain, followed] = [open(texts, some, false), open(texts, some, true)];
  const making = followed.site();
  if (isLate) await making;
  const [branches, site, expected] = [await findBranches(followed), await making, await plain.site()];
  expect(branches).toEqual(await findBranches(plain));
  expect(site.diagnostics).toEqual(expected.diagnostics);
  expect(site.figures).toEqual(expected.figures);
  expect(site.pages.map(({ href }) => href)).toEqual(expected.pages.map(({ href }) => href));
}

test('articles that are followed say the same as those that are not, and have the same branches', async () => {
  await fc.assert(fc.asyncProperty(randomSite, asked, fc.boolean(), expectSame), { numRuns: 15 });
});

test('what pages ask for themselves in some versions is not taken for all that comes to a text', async () => {
  const index = [
    "versions: '*'",
    'children: [/wick, /notes]',
    'featuredLinks:',
    "  popular: ['{% ifversion cloud %}/wick{% endif %}', '/wick']",
  ];
  const file = (title: string, ...lines: readonly string[]) =>
    ['---', `title: ${title}`, ...lines, '---', '', '{% data reusables.safety %}', ''].join('\n');
  const texts = {
    'content/index.md': file('Lanterns', ...index),
    'content/wick.md': file('Wick', "versions: '*'"),
    'content/notes.md': file('Notes', "versions: { server: '*' }", 'layout: release-notes'),
    'data/reusables/safety.md': '{% ifversion cloud %}A{% elsif server > 2.0 %}B{% else %}C{% endif %}\n',
    'data/release-notes/server/1-0/0.yml':
      "date: '2021-01-01'\nsections:\n  features:\n    - '{% ifversion server = 2.0 %}Old{% endif %} wick.'\n",
    'data/release-notes/server/2-1/0.yml':
      "date: '2021-02-01'\nsections:\n  features:\n    - '{% ifversion server > 2.0 %}New{% endif %} wick.'\n",
  };
  for (const isLate of [false, true]) await expectSame(texts, { versions: ['server-1.0'] }, isLate);
  for (const isLate of [false, true]) await expectSame(texts, {}, isLate);
});
