import { expect, test } from 'vitest';
import type { RedirectFormat } from '../../src/config/index.ts';
import { produceRedirects } from '../../src/redirects/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';
import { config, makeCorpus, pick, versions } from '../links/make-site.ts';

function judge(count: number, redirects: readonly RedirectFormat[]) {
  const redirectFrom = Array.from({ length: count }, (_, number) => `/old/${number}`);
  const corpus = makeCorpus([{ path: 'new', versions: 'cl', redirectFrom }]);
  const built = pick('cl');
  return produceRedirects({ config: { ...config, redirects }, corpus, versions, built, languages: ['en'] });
}

test('more old addresses than Cloudflare reads are a warning', () => {
  expect(judge(1001, ['json', 'cloudflare']).diagnostics).toEqual([
    {
      code: 'redirects/host-limit',
      severity: 'warning',
      message: 'The file _redirects has 2002 rules, and Cloudflare reads 2000 of them.',
      hint: 'The other old addresses are answered by their stubs; a list of bulk redirects can hold them all.',
      place: { file: 'data/site.yml', line: 1, column: 1 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
  expect(judge(1000, ['cloudflare']).diagnostics).toEqual([]);
  expect(judge(1001, ['netlify', 'nginx']).diagnostics).toEqual([]);
});

test('more patterns than Cloudflare reads are a warning', () => {
  const deprecated = Array.from({ length: 50 }, (_, minor) => `1.${minor}`);
  const plans = config.plans.map((plan) => (plan.id === 'server' ? { ...plan, deprecated } : plan));
  const own = listVersions(plans);
  const { diagnostics } = produceRedirects({
    config: { ...config, plans, redirects: ['cloudflare'] },
    corpus: makeCorpus([{ path: '', versions: 'sv' }]),
    versions: own,
    built: createSet(own),
    languages: ['en'],
  });
  expect(diagnostics).toMatchObject([
    {
      code: 'redirects/host-limit',
      message: expect.stringMatching(
        /^The file _redirects has 10\d rules with a pattern, and Cloudflare reads 100 of them\.$/,
      ),
    },
  ]);
});
