import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSetup, readConfig } from '../../src/config/index.ts';
import { buildSite } from '../../src/workspace/index.ts';
import { repository } from '../build/run-decant.ts';
import { findDifferences } from '../markdown/parsers.ts';

/** Real text of 2020 and 2021 in folders beside this repository; of the larger one every twentieth text. */
const corpora = [
  { name: 'packages-2021', step: 1 },
  { name: 'docs-2020', step: 20 },
].map((each) => ({ ...each, root: join(repository, '../shared/corpora', each.name) }));

describe('both parsers give the same rendering', () => {
  test.each(corpora)(
    'of the texts of $name',
    async ({ root, step }) => {
      if (!existsSync(join(root, 'data/site.yml'))) return;
      const texts = (await listTexts(root)).filter((_, at) => at % step === 0);
      expect(texts.length).toBeGreaterThan(100);
      expect(await findDifferences(texts)).toEqual([]);
    },
    120_000,
  );
});

async function listTexts(root: string): Promise<readonly string[]> {
  const { value: config } = await readConfig(root);
  if (config === undefined) throw new Error(`The site file of ${root} cannot be used.`);
  let found: readonly string[] = [];
  const site = buildSite(config, {
    ...createSetup(config),
    brokenLinks: 'warning',
    renderMarkdown: async (texts) => {
      found = [...new Set(texts)];
      throw new Error('Enough is known.');
    },
  });
  await expect(site).rejects.toThrow('Enough is known.');
  return found;
}
