import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/compose/index.ts';
import { isPage } from '../../src/links/index.ts';
import { listSiteFiles, readLines } from '../../src/publish/index.ts';
import { findRemade, openStamps, type Remade, type SiteStamps } from '../../src/publish-site/index.ts';
import { openWorkspace, outlineSite, renewSite, type SiteOutline } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { renderMarkdown, setup, theme } from './random-setup.ts';
import { applyEdit, type Edit, randomEdit, randomSite, type Texts, toFiles } from './random-site.ts';

const nowhere = { keep() {} };

/** A site with all that is kept of it. */
interface Built {
  readonly texts: Texts;
  readonly files: ReadonlyMap<string, string>;
  readonly said: readonly unknown[];
  readonly outline: SiteOutline;
  readonly stamps: SiteStamps;
  /** Number of pages that were made. */
  readonly made: number;
}

type Files = readonly ReturnType<typeof listFiles>[number][] | ReturnType<typeof listSiteFiles>;

/** The text of each file; those whose stamp the last site had are taken from it. */
function write(
  files: Files,
  book: Awaited<ReturnType<typeof openStamps>>,
  last: ReadonlyMap<string, string>,
) {
  return new Map(
    files.map(({ output, render, stamp }) => {
      const isKept = book.isKept(output, stamp && (book.find(output) ?? stamp(book)));
      return [output, isKept ? (last.get(output) ?? 'not there') : [...render()].join('')] as const;
    }),
  );
}

async function buildWhole(texts: Texts): Promise<Built> {
  const files = { value: toFiles(texts), diagnostics: [] };
  const site = await openWorkspace(setup, files, { renderMarkdown }).site();
  const composed = { ...site, hasSearch: false };
  const book = await openStamps(composed, undefined, nowhere);
  const all = [...listFiles(composed, theme), ...listSiteFiles(site)];
  return {
    texts,
    files: write(all, book, new Map()),
    said: [site.diagnostics, site.figures],
    outline: outlineSite(site, undefined),
    stamps: book.stamps,
    made: site.pages.length,
  };
}

const FRONTMATTER = /^---\n[\s\S]*?\n---\n/;

function listOther(before: Texts, now: Texts) {
  const names = Object.keys({ ...before, ...now }).filter((name) => before[name] !== now[name]);
  const readHead = (text = '') => FRONTMATTER.exec(text)?.[0];
  const heads = names.filter(
    (name) => name.includes('content/') && readHead(before[name]) !== readHead(now[name]),
  );
  return { changed: new Set(names), heads: new Set(heads) };
}

async function renew(last: Built, texts: Texts): Promise<Built | undefined> {
  let remade: Remade | undefined;
  const renewal = await renewSite(deserialize(serialize(last.outline)), {
    files: { value: toFiles(texts), diagnostics: [] },
    before: listOther(last.texts, texts),
    diagnostics: setup.diagnostics,
    renderMarkdown,
    async findRemade(site) {
      remade = await findRemade({ ...site, hasSearch: false }, theme, last.stamps);
      return remade.pages;
    },
  });
  if (renewal === undefined) return undefined;
  const { site, diagnostics, figures, framed } = renewal;
  const composed = { ...site, hasSearch: false };
  const book = await openStamps(composed, last.stamps, nowhere, remade?.kept);
  for (const { href, output } of framed) {
    const page = site.pages.find((each) => each.href === href);
    expect(page && book.stampTexts(page)).toBe(last.stamps.texts.get(output));
  }
  const lines = readLines(last.files.get('pages.json') ?? '');
  const all = [...listFiles(composed, theme), ...listSiteFiles({ ...site, lines })];
  return {
    texts,
    files: write(all, book, last.files),
    said: [diagnostics, figures],
    outline: renewal.outline(undefined),
    stamps: book.stamps,
    made: site.pages.filter(isPage).length,
  };
}

const page = (rest: string) =>
  `---\ntitle: Oil\nintro: Fill it.\nversions: { cloud: '*', server: '*' }\n${rest}\n---\n\n## Put it out\n\nBlow.\n`;
const home = (rest: string, versions = "{ cloud: '*', server: '*' }") =>
  `---\ntitle: Lanterns\nversions: ${versions}\n${rest}\n---\n`;

/** What comes, goes, moves, or says more than words. */
const structure: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    file: fc.constant('content/index.md'),
    text: fc.constantFrom(
      home('children: [/oil, /wick, /glass, /care, /api]'),
      home('children: [/wick, /care, /api]'),
      home('children: [/wick, /oil, /glass, /care]\nfeaturedLinks: { popular: [/oil, /care/clean] }'),
      home('children: [/wick, /oil, /glass, /care, /api]', "{ server: '*' }"),
    ),
  }),
  fc.record({
    file: fc.constantFrom('content/oil.md', 'content/wick.md', 'content/care/clean.md', 'content/near.md'),
    text: fc.constantFrom(
      page('hidden: true'),
      page('redirect_from: [/fuel, /care/store, /nowhere]'),
      page('shortTitle: Fuel'),
      page('topics: [Fire]').replace('server', 'cloud'),
      page('').replace("cloud: '*', ", ''),
      page('').replace('## Put', '## Before you begin\n\n## Put'),
      undefined,
    ),
  }),
  fc.record({
    file: fc.constant('content/care/index.md'),
    text: fc.constantFrom(
      '---\ntitle: Keep\nversions: { cloud: "*", server: "*" }\nchildren: [/store, /clean, /away]\n---\n',
      '---\ntitle: Care\nversions: { server: "*" }\nchildren: [/clean]\nredirect_from: [/wick/care]\n---\n',
    ),
  }),
  fc.record({
    file: fc.constantFrom(
      'content/nowhere.md',
      'content/care/away.md',
      'translations/ja-JP/content/nowhere.md',
    ),
    text: fc.constantFrom(page(''), page('redirect_from: [/oil/old]'), undefined),
  }),
);

/** Others have all of the site built. */
const isOfArticles = ({ file }: Edit) => /content\/|^data\/(?:reusables|variables)\//.test(file);
const edits = fc.array(fc.oneof({ weight: 2, arbitrary: structure }, randomEdit.filter(isOfArticles)), {
  minLength: 1,
  maxLength: 2,
});

test('a site that is renewed is the one that a build of all of it makes, whatever comes and goes', async () => {
  let renewed = 0;
  let made = 0;
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(randomSite, fc.array(edits, { minLength: 1, maxLength: 3 }), async (texts, steps) => {
      let last = await buildWhole(texts);
      for (const step of steps) {
        const now = step.reduce(applyEdit, last.texts);
        const expected = await buildWhole(now);
        const built = await renew(last, now);
        if (built === undefined) {
          last = expected;
          continue;
        }
        expect(built.said).toEqual(expected.said);
        expect(built.files).toEqual(expected.files);
        renewed += 1;
        made += built.made;
        whole += expected.made;
        last = built;
      }
    }),
    { numRuns: 12 },
  );
  expect(renewed).toBeGreaterThan(8);
  // Fewer pages are made than there are.
  expect(made).toBeLessThan(whole);
});
