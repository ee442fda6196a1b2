import { expect, test } from 'vitest';
import { createStamper, createTextStamper, listFiles, stampFrame } from '../../src/compose/index.ts';
import { isPage, type PageHead } from '../../src/links/index.ts';
import { listSiteFiles } from '../../src/publish/index.ts';
import { openWorkspace, type Site } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { renderMarkdown, setup, theme } from '../workspace/random-setup.ts';
import { applyEdit, type Edit, randomEdit, randomSite, toFiles } from '../workspace/random-site.ts';

/** The files of a site by name: what stamps they have, and their texts. */
function readOff(site: Site) {
  const stamp = createStamper();
  const stampPage = createTextStamper(site.config, stamp);
  const stampTexts = (head: PageHead) => (isPage(head) ? stampPage(head) : 'not there');
  const files = [...listFiles(site, theme), ...listSiteFiles(site)];
  return new Map(
    files.map(({ output, render, ...file }) => [
      output,
      { stamp: file.stamp?.({ stamp, stampTexts }), text: [...render()].join('') },
    ]),
  );
}

function build(texts: Readonly<Record<string, string>>): Promise<Site> {
  const files = { value: toFiles(texts), diagnostics: [] };
  return openWorkspace(setup, files, { renderMarkdown }).site();
}

const home = (rest: string, versions = "{ cloud: '*', server: '*' }") =>
  `---\ntitle: Lanterns\nversions: ${versions}\n${rest}\n---\n`;
const page = (rest: string) =>
  `---\ntitle: Oil\nintro: Fill it.\nversions: { cloud: '*', server: '*' }\n${rest}\n---\n\n## Put it out\n\nBlow.\n`;

/** What is about the tree, addresses and lists rather than about texts. */
const structure: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    file: fc.constant('content/index.md'),
    text: fc.constantFrom(
      home('children: [/oil, /wick, /glass, /care]'),
      home('children: [/wick, /care]'),
      home('children: [/wick, /oil, /glass, /care]\nfeaturedLinks: { popular: [/oil, /care/clean] }'),
      home('children: [/wick, /oil, /glass, /care]', "{ server: '*' }"),
    ),
  }),
  fc.record({
    file: fc.constant('content/oil.md'),
    text: fc.constantFrom(
      page('hidden: true'),
      page('redirect_from: [/fuel, /care/store]'),
      page('shortTitle: Fuel'),
      page('topics: [Fire]'),
      undefined,
    ),
  }),
  fc.record({
    file: fc.constantFrom('data/ui.yml', 'translations/ja-JP/data/ui.yml'),
    text: fc.constant('overview: About\n'),
  }),
);

test('files with equal stamps are equal, whatever has been edited', { timeout: 600_000 }, async () => {
  let [same, other] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(fc.oneof(randomEdit, structure), { minLength: 1, maxLength: 3 }),
      async (texts, edits) => {
        const [before, now] = [await build(texts), await build(edits.reduce(applyEdit, texts))];
        if (stampFrame(before) !== stampFrame(now)) return;
        const known = readOff(before);
        for (const [output, { stamp, text }] of readOff(now)) {
          const old = known.get(output);
          if (stamp === undefined || old === undefined) continue;
          if (stamp !== old.stamp) {
            other += old.text === text ? 0 : 1;
            continue;
          }
          same += 1;
          expect(text, output).toBe(old.text);
        }
      },
    ),
    { numRuns: 15 },
  );
  expect(Math.min(same, other)).toBeGreaterThan(100);
});
