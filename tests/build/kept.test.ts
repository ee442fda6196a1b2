import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { appendTo, copySite, formatArgs, type Place, replaceIn } from './copy-site.ts';
import { readTree } from './read-tree.ts';
import { runDecant } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** What is not about the texts of articles alone. */
const EDITS: Readonly<Record<string, (place: Place) => void>> = {
  'an article that comes'(place) {
    writeTo(place, 'content/light/lens.md', "---\ntitle: Lens\nversions: '*'\n---\n\nGrind the lens.\n");
    replaceIn(place, 'content/light/index.md', 'children:\n', 'children:\n  - /lens\n');
  },
  'an article that moves'(place) {
    rmSync(join(place.root, 'content/light/lens.md'));
    writeTo(
      place,
      'content/light/magnifier.md',
      "---\ntitle: Lens\nversions: '*'\nredirect_from: [/light/lens, /burning-glass]\n---\n\nGrind the lens.\n",
    );
    replaceIn(place, 'content/light/index.md', '- /lens', '- /magnifier');
  },
  'a hidden article'(place) {
    replaceIn(place, 'content/light/magnifier.md', 'title:', 'hidden: true\ntitle:');
  },
  'a text of one version'(place) {
    appendTo(place, 'data/variables/product.yml', '\nlens: A lens.\n');
    appendTo(
      place,
      'content/light/repair.md',
      '\n{% ifversion server %}{% data variables.product.lens %}{% endif %}\n',
    );
  },
  'what a variable says'(place) {
    replaceIn(place, 'data/variables/product.yml', 'A lens.', 'A good lens.');
  },
  'a variable'(place) {
    appendTo(place, 'data/variables/product.yml', '\nother: Other\n');
  },
  'an article that goes'(place) {
    rmSync(join(place.root, 'content/light/magnifier.md'));
    replaceIn(place, 'content/light/index.md', '  - /magnifier\n', '');
  },
};

test('of what is made of the same as before nothing is made again, and the site is that of a build that knows nothing', async () => {
  const place = copySite('translations');
  await build(place);
  // What a part of the site was made of since is not known.
  appendTo(place, 'content/light/repair.md', '\nOr weld it.\n');
  expect(await build(place)).toContain('site: 6 pages of 1 articles rebuilt');
  for (const [name, edit] of Object.entries(EDITS)) {
    edit(place);
    const said = await build(place);
    const kept = /compose: (\d+) files/.exec(said)?.[1];
    expect(Number(kept), name).toBeGreaterThan(50);
    const isOfData = ['a text of one version', 'a variable'].includes(name);
    expect(said, name).toContain(
      isOfData ? 'site: built as a whole' : 'the texts of all others are as they were',
    );
    const anew = { ...place, out: join(createTemporaryFolder(), 'site') };
    await build(anew, '--no-cache');
    expect(readTree(place.out), name).toEqual(readTree(anew.out));
  }
});

test('where most articles use a variable that changed, the whole site is built', async () => {
  const place = copySite('translations');
  const names = Array.from({ length: 40 }, (_, number) => `wick-${number}`);
  for (const name of names)
    writeTo(
      place,
      `content/light/${name}.md`,
      `---\ntitle: ${name}\nversions: '*'\n---\n\nFor {% data variables.product.name %}.\n`,
    );
  replaceIn(
    place,
    'content/light/index.md',
    'children:\n',
    `children:\n${names.map((name) => `  - /${name}\n`).join('')}`,
  );
  await build(place);
  replaceIn(place, 'data/variables/product.yml', 'name: Lantern', 'name: Lanterns of old');
  const said = await build(place);
  expect(said).toContain('the change reaches most articles');
  expect(said).toContain('site: built as a whole');
  const anew = { ...place, out: join(createTemporaryFolder(), 'site') };
  await build(anew, '--no-cache');
  expect(readTree(place.out)).toEqual(readTree(anew.out));
});

async function build(place: Place, ...more: readonly string[]): Promise<string> {
  const args = ['build', ...formatArgs(place), '--keep-going', ...more];
  const { stderr } = await runDecant(args, undefined, { DECANT_TRACE: '1' });
  return stderr;
}

function writeTo({ root }: Place, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
