import { expect, test } from 'vitest';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { findBranches } from '../../src/queries/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { randomSite, SITE_FILE, toFiles } from '../workspace/random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const asked = fc.constantFrom<Parameters<typeof createSetup>[1]>(
  {},
  { versions: ['server-1.0'] },
  { languages: ['ja'] },
);

test('articles that are followed say the same as those that are not, and have the same branches', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, asked, async (texts, some) => {
      const setup = createSetup(config, some);
      const open = (isFollowed: boolean) =>
        openWorkspace(
          setup,
          { value: toFiles(texts), diagnostics: [] },
          { renderMarkdown: renderMarkdownHere, isFollowed },
        );
      const [plain, followed] = [open(false), open(true)];
      const [site, branches] = await Promise.all([followed.site(), findBranches(followed)]);
      const expected = await plain.site();
      expect(branches).toEqual(await findBranches(plain));
      expect(site.diagnostics).toEqual(expected.diagnostics);
      expect(site.figures).toEqual(expected.figures);
      expect(site.pages.map(({ href }) => href)).toEqual(expected.pages.map(({ href }) => href));
    }),
    { numRuns: 25 },
  );
});
