import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appendTo, build, copySite, type Place, replaceIn } from './copy-site.ts';
import { runDecant } from './run-decant.ts';

const LINK = '[Elsewhere](/nowhere)';

/** A site whose article has a broken link. */
function open(): Place {
  const place = copySite('smallest');
  appendTo(place, 'content/tea/green.md', `\n${LINK}\n`);
  return place;
}

async function tell(place: Place) {
  const { status, diagnostics } = await build(place);
  return { status, told: diagnostics.map(({ code, severity }) => `${severity} ${code}`) };
}

async function check({ root }: Place) {
  const { stdout } = await runDecant(['check', '--json', '--root', root]);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; severity: string }[] };
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`);
}

test('the site file says how much a mistake weighs, for a build as for a check', async () => {
  const place = open();
  expect(await tell(place)).toEqual({ status: 0, told: ['warning links/broken'] });
  appendTo(place, 'data/site.yml', 'rules: { broken: error }\n');
  expect(await tell(place)).toEqual({ status: 1, told: ['error links/broken'] });
  expect(await check(place)).toEqual(['error links/broken']);
  replaceIn(place, 'data/site.yml', 'error', 'off');
  expect(await tell(place)).toEqual({ status: 0, told: [] });
});

test('an error that the site file makes of a warning keeps a site from being published', async () => {
  const place = open();
  appendTo(place, 'data/site.yml', 'rules: { broken: error }\n');
  expect((await tell(place)).status).toBe(1);
  expect(existsSync(place.out)).toBe(false);
});

test('a comment ignores a mistake, also where its article alone is built again', async () => {
  const place = open();
  await tell(place);
  replaceIn(place, 'content/tea/green.md', LINK, `<!-- decant-ignore links/broken -->\n${LINK}`);
  expect(await tell(place)).toEqual({ status: 0, told: [] });
  expect(await tell(place)).toEqual({ status: 0, told: [] });
  expect(await check(place)).toEqual([]);
  // That the comment is idle says the check alone: a build does not look for all that a comment may ignore.
  replaceIn(place, 'content/tea/green.md', LINK, 'No link.');
  expect((await tell(place)).told).toEqual([]);
  expect(await check(place)).toEqual(['warning check/unused-ignore']);
});
