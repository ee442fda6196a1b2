import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/compose/index.ts';
import { createSetup, parseConfig, parseYaml } from '../../src/config/index.ts';
import type { Place } from '../../src/diagnostics/index.ts';
import { parseFrontmatter } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { produceRedirects } from '../../src/redirects/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import {
  createNames,
  createSet,
  EMPTY_SET,
  evaluateCondition,
  formatCondition,
  parseCondition,
  simplifyCondition,
} from '../../src/versions/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { config as linkConfig, versions as linkVersions, makeCorpus, pick } from '../links/make-site.ts';
import { fc } from '../property.ts';
import { SITE_FILE, toFiles } from '../workspace/random-site.ts';
import { listActive } from './list-active.ts';
import { addressText, conditionText, liquidText, markdownText, yamlText } from './texts.ts';

/** Executions of each kind: few on CI, with one seed; as many as are asked for by `npm run fuzz`. */
const CI_SHARE = 0.0002;
const share = process.env.DECANT_FUZZ === undefined ? CI_SHARE : Number(process.env.DECANT_FUZZ);
const RUNS = {
  yaml: 1_000_000,
  conditions: 500_000,
  liquid: 500_000,
  addresses: 2_000_000,
  articles: 150_000,
};

/** Executions of one call of fast-check, which keeps them in memory. */
const BATCH = 20_000;

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = createSetup({ ...config, languages: config.languages.slice(0, 1) });
const { versions } = setup;
const names = createNames(versions, new Map());
const renderMarkdown = renderMarkdownHere;

/** Texts of one site: most of the time of a small site is not that of its texts. Pages name their neighbours, so of them there are fewer. */
const TOGETHER = { liquid: 64, articles: 8 };

const together = (text: fc.Arbitrary<string>, number: number) =>
  fc.array(text, { minLength: number, maxLength: number });

/** Checks a property as often as its kind asks for, with another seed for each batch; `size` is what one check counts for. */
async function fuzz<T>(
  kind: keyof typeof RUNS,
  text: fc.Arbitrary<T>,
  check: (text: T) => unknown,
  size = 1,
): Promise<void> {
  const whole = Math.ceil((RUNS[kind] * share) / size);
  const start = performance.now();
  // fast-check never ends with a fraction of a run.
  const batch = Math.floor(BATCH / size);
  for (let done = 0; done < whole; done += batch) {
    const seed = Number(process.env.DECANT_SEED) + done;
    const numRuns = Math.min(batch, whole - done);
    await fc.assert(
      fc.asyncProperty(text, async (each) => void (await check(each))),
      { seed, numRuns },
    );
    if (share > CI_SHARE)
      console.log(
        `${kind}: ${(done + numRuns) * size} executions, ${Math.round((performance.now() - start) / 1000)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
      );
  }
}

function expectInside({ line, column }: Omit<Place, 'file'>, text: string): void {
  const lines = text.split('\n');
  const isInside = line >= 1 && line <= lines.length && column >= 1;
  // A call of expect takes longer than most of what is judged here.
  if (!isInside || column > (lines[line - 1] ?? '').length + 1)
    expect.fail(`${line}:${column} is not in the text ${JSON.stringify(text)}`);
}

test(
  'frontmatter and data: every fault has a place in the text, and nothing is run',
  { timeout: 86_400_000 },
  () =>
    fuzz('yaml', yamlText, (text) => {
      const { yaml, body, foreign } = parseFrontmatter({ path: 'a.md', text });
      expect(text.endsWith(body.text)).toBe(true);
      for (const { place } of yaml?.faults ?? []) expectInside(place, text);
      if (foreign !== undefined) expectInside(foreign.place, text);
      const data = parseYaml({ text, place: { file: 'a.yml', line: 1, column: 1 }, verbatim: true });
      for (const { place } of data.faults) expectInside(place, text);
      expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('title');
    }),
);

test(
  'conditions: formatted and simplified they are true for the same versions',
  { timeout: 86_400_000 },
  () =>
    fuzz('conditions', conditionText, (text) => {
      const { condition, problems } = parseCondition(text, names, versions);
      for (const { offset } of problems) expect(offset >= 0 && offset <= text.length).toBe(true);
      if (condition === undefined) return expect(problems.length).toBeGreaterThan(0);
      const set = evaluateCondition(condition, names, versions);
      const written = formatCondition(condition);
      const again = written === undefined ? condition : parseCondition(written, names, versions).condition;
      expect(again && evaluateCondition(again, names, versions)).toEqual(set);
      const all = createSet(versions);
      const simple = simplifyCondition(condition, all, names, versions);
      if (simple === 'always') expect(set).toBe(all);
      else if (simple === 'never') expect(set).toBe(EMPTY_SET);
      else expect(evaluateCondition(simple, names, versions)).toBe(set);
    }),
);

test('Liquid: every problem has a place in its file', { timeout: 86_400_000 }, () =>
  fuzz(
    'liquid',
    together(liquidText, TOGETHER.liquid),
    async (texts) => {
      const files = createFiles(texts);
      const { diagnostics } = await openWorkspace(
        setup,
        { value: toFiles(files), diagnostics: [] },
        { renderMarkdown },
      ).resolved();
      for (const { place } of diagnostics) expectInside(place, files[place.file] ?? '');
    },
    TOGETHER.liquid,
  ),
);

test(
  'addresses: whatever they are, a redirect ends at a page of its language, in one step',
  { timeout: 86_400_000 },
  () =>
    fuzz('addresses', fc.tuple(addressText, addressText), (redirectFrom) => {
      const corpus = makeCorpus([{ path: 'a' }, { path: 'b', redirectFrom }]);
      const { value } = produceRedirects({
        config: linkConfig,
        corpus,
        versions: linkVersions,
        built: pick('cl sv'),
        languages: ['en'],
      });
      const from = new Set(value.redirects.map((each) => each.from));
      for (const { to, output } of value.redirects) {
        expect(to).toMatch(/^\/k\/en\/(?:[a-z]+@[a-z0-9.]+\/)?[ab]\/$/);
        expect(from.has(to)).toBe(false);
        expect(output).toMatch(/^en\/(?:[^/\\]+\/)*index\.html$/);
        expect(output.split('/')).not.toContain('..');
      }
    }),
);

test('articles: nothing in a page is active but what is so in an empty one', {
  timeout: 86_400_000,
}, async () => {
  const theme = (await readTheme(setup.config)).value;
  const parser = unified().use(rehypeRaw);
  const compose = async (texts: readonly string[]) => {
    const files = { value: toFiles(createFiles(texts)), diagnostics: [] };
    const site = await openWorkspace(setup, files, { renderMarkdown }).site();
    const pages = listFiles(site, theme).filter(({ output }) => /\/wick\d\/index\.html$/.test(output));
    return pages.map(({ output, render }) => [output, String(render())] as const);
  };
  const sheets = theme.files.map(({ output }) => `<link> /${output}`).filter((each) => each.endsWith('.css'));
  /** Before the style sheet of all pages, a page loads those of what it has. */
  const judge = (html: string) => {
    const all = listActive(
      parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] } as never),
    );
    const base = all.findIndex((each) => /^<link> \/theme\/styles\.\w+\.css$/.test(each));
    return all.filter((each, at) => at >= base || !sheets.includes(each));
  };
  const usual = new Map(await compose(Array(TOGETHER.articles).fill('Nothing.')));
  expect(usual.size).toBeGreaterThanOrEqual(TOGETHER.articles * versions.length);
  const active = new Map([...usual].map(([output, html]) => [output, judge(html)]));
  expect([...active.values()].map(({ length }) => length)).not.toContain(0);
  await fuzz(
    'articles',
    together(markdownText, TOGETHER.articles),
    async (texts) => {
      // Most pages of a text differ from those without it in one stretch, which is the same in each version: one of them is parsed.
      const seen = new Set<string>();
      // Some errors leave a text without pages.
      for (const [output, html] of await compose(texts)) {
        const edit = findEdit(usual.get(output) ?? '', html);
        if (seen.has(edit)) continue;
        seen.add(edit);
        expect(judge(html)).toEqual(active.get(output));
      }
    },
    TOGETHER.articles,
  );
});

/** A site with an article for each text. */
function createFiles(bodies: readonly string[]): Readonly<Record<string, string>> {
  const frontmatter = "---\ntitle: Wick\nversions: '*'\n";
  const articles = bodies.map((body, at) => [`content/wick${at}.md`, `${frontmatter}---\n\n${body}\n`]);
  const children = bodies.map((_, at) => `  - /wick${at}\n`).join('');
  return {
    'content/index.md': `${frontmatter}children:\n${children}---\n`,
    ...Object.fromEntries(articles),
    'data/reusables/a.md': 'One {% ifversion cloud %}cloud{% endif %} {% data reusables.b %}\n',
    'data/reusables/b.md': '- Two\n- {% data variables.c %}\n',
  };
}

/** What stands in one text where another one has something else, both from the first difference to the last. */
function findEdit(before: string, after: string): string {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return `${before.slice(start, before.length - end)}\0${after.slice(start, after.length - end)}`;
}
