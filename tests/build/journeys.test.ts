import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForReport, repository } from './run-decant.ts';
import { createFolder, removeFolder } from './temporary-folder.ts';

const folder = createFolder();
const out = join(folder, 'site');

beforeAll(async () => {
  const root = join(repository, 'tests/sites/landings');
  await buildForReport(['--root', root, '--out', out, '--keep-going', '--no-search']);
});

afterAll(() => removeFolder(folder));

/** The box of a track on the page of one of its guides. */
function readTrack(page: string, title: string): string {
  const html = readFileSync(join(out, page, 'index.html'), 'utf8');
  const boxes = html.match(/<nav class="track-bar"[\s\S]*?<\/nav>/g) ?? [];
  return boxes.find((box) => box.includes(`aria-label="${title}"`)) ?? '';
}

test('what a journey says of the next step is Liquid and Markdown, with links of the version and language', () => {
  expect(readTrack('en/bees/swarm', 'The year')).toContain(
    '<div class="track-note"><p>Or see <a href="/en/bees/smoke/">Smoke</a>, <strong>slowly</strong>.</p></div>',
  );
  expect(readTrack('en/hive@2.1/bees/swarm', 'The year')).toContain(
    '<p>Or see <a href="/en/hive@2.1/bees/smoke/">Smoke</a>, <a href="/en/hive@2.1/bees/notes/#x">the notes</a>',
  );
  expect(readTrack('ja/bees/swarm', '一年')).toContain(
    '<div class="track-note"><p>または<a href="/ja/bees/smoke/">Smoke</a>をご覧ください。</p></div>',
  );
});

test('at the end of a track there is the first guide of the track that follows', () => {
  const link = (label: string, title: string, href: string) =>
    `<a rel="next" href="${href}"><small>${label}</small> <span>${title}</span></a>`;
  expect(readTrack('en/bees/swarm', 'The year')).toContain(
    link('Next track: The winter', 'Smoke', '/en/bees/smoke/'),
  );
  expect(readTrack('en/hive@2.1/bees/swarm', 'The year')).not.toContain('Next track');
  expect(readTrack('en/bees/smoke', 'The winter')).not.toContain('rel="next"');
});

test('a track that a condition presents in some versions is none in the others', () => {
  expect(readTrack('en/bees/smoke', 'Once more with bees')).toBe('');
  expect(readTrack('en/hive@2.1/bees/smoke', 'Once more with bees')).toContain('/bees/guides/#track-again');
});
