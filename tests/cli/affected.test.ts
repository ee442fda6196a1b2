import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDecant } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { LAMPS } from '../queries/two-states.ts';
import { createRepository, type TestRepository } from '../sources/repository.ts';
import { SITE_FILE } from '../workspace/random-site.ts';

const temporary = createFolder();
afterAll(() => removeFolder(temporary));
const root = join(temporary, 'docs');
let repository: TestRepository;
const run = (...args: readonly string[]) =>
  runDecant([...args, '--root', root, '--cache', join(temporary, 'cache')], temporary);

beforeAll(() => {
  repository = createRepository(temporary);
  const files = { ...LAMPS, 'data/site.yml': SITE_FILE };
  repository.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])));
  repository.write({ '.gitignore': 'cache/\n' });
  repository.commit();
});

test('the working tree is compared with a commit: what is committed, what is not, and what git does not follow', async () => {
  const none = await run('affected', '--since', 'main');
  expect([none.status, none.stdout]).toEqual([0, expect.stringContaining('No file of the site differs.')]);
  expect(none.stdout).toContain('This edit changes no page.');

  repository.git('checkout', '--quiet', '-b', 'edit');
  repository.write({ 'docs/data/reusables/tools.md': 'Use a soft cloth.\n' });
  repository.commit();
  const oil = join(root, 'content/oil.md');
  writeFileSync(oil, `${readFileSync(oil, 'utf8')}\n\nPour slowly.\n`);
  repository.write({ 'docs/translations/ja-JP/content/oil.md': '---\ntitle: 油\n---\n\n油です。\n' });
  const { status, stdout, stderr } = await run('affected', '--since', 'main', '--json');
  expect([status, stderr]).toEqual([1, expect.stringContaining('comparing')]);
  const report = JSON.parse(stdout);
  expect(report.files.map(({ file, kind }: Record<string, string>) => `${kind} ${file}`)).toEqual([
    'changed content/oil.md',
    'changed data/reusables/tools.md',
    'added translations/ja-JP/content/oil.md',
  ]);
  expect(report.figures).toMatchObject({
    versions: ['cloud', 'server-2.0', 'server-1.0'],
    languages: ['en', 'ja'],
  });
  const texts = report.changes.flatMap(({ lines }: { lines: { text: string }[] }) =>
    lines.map(({ text }) => text),
  );
  expect(texts).toEqual(expect.arrayContaining(['Stay safe. Use a soft cloth.', 'Pour slowly.', '油です。']));

  const comment = await run(
    'affected',
    '--since',
    'main',
    '--format',
    'markdown',
    '--lang',
    'en',
    '--preview',
    'https://p.example.com/7',
  );
  expect(comment.stdout).toMatch(/^<!-- decant: what this edit changes -->/);
  expect(comment.stdout).toContain('[preview](<https://p.example.com/7/en/wick/>)');

  const commits = await run('diff', 'main..edit', '--version', 'cloud', '--lang', 'en');
  expect(commits.status).toBe(1);
  expect(commits.stdout).toContain('+ Stay safe. Use a soft cloth.');
  expect(commits.stdout).not.toContain('Pour slowly.');
});

test('an article that is moved leaves addresses behind: what would answer them is proposed', async () => {
  repository.git('checkout', '--quiet', '-f', '-B', 'move', 'main');
  const wick = readFileSync(join(root, 'content/wick.md'), 'utf8');
  rmSync(join(root, 'content/wick.md'));
  const home = readFileSync(join(root, 'content/index.md'), 'utf8');
  repository.write({
    'docs/content/trim.md': wick,
    'docs/content/index.md': home.replace('/wick', '/trim'),
  });
  const json = await run('affected', '--since', 'main', '--lang', 'en', '--json');
  const { lost, problems } = JSON.parse(json.stdout);
  expect([json.status, lost]).toEqual([
    1,
    [
      {
        addresses: ['/en/wick/', '/en/server@2.0/wick/', '/en/server@1.0/wick/'],
        file: 'content/trim.md',
        written: 'redirect_from: /wick',
        reason: expect.stringContaining('/en/trim/'),
      },
    ],
  ]);
  expect(problems.brought.map(({ code }: Record<string, string>) => code)).toContain('links/autotitle');
  const { stdout } = await run('affected', '--since', 'main', '--lang', 'en', '--format', 'markdown');
  expect(stdout).toContain('### Lost address: 1\n\n- `/en/wick/');
  expect(stdout).toMatch(/- Errors and warnings: .*new error/);
  repository.git('checkout', '--quiet', '-f', 'edit');
  repository.git('clean', '--quiet', '-f', '-d', 'docs');
});

test('two versions are compared in every form', async () => {
  const text = await run('diff', 'server-1.0', 'server-2.0', '--lang', 'en');
  expect([text.status, text.stdout]).toEqual([1, expect.stringContaining('  + Mind the burner.')]);
  const html = await run('diff', 'server-1.0', 'server-2.0', '--format', 'html');
  expect(html.stdout).toMatch(/^<!doctype html>\n/);
});

test('files are asked about without an edit', async () => {
  const { status, stdout } = await run(
    'affected',
    '--files',
    'data/reusables/tools.md',
    'data/features/burner.yml',
    '--json',
  );
  expect(status).toBe(1);
  const { pages } = JSON.parse(stdout);
  const found = pages
    .filter(({ language }: Record<string, string>) => language === 'en')
    .map(({ path, version, how }: Record<string, string>) => `${path} ${version} ${how}`);
  expect(found).toEqual(
    expect.arrayContaining(['wick cloud text', 'care/clean server-2.0 text', 'care/clean cloud condition']),
  );
  expect(found.filter((each: string) => each.startsWith('oil'))).toEqual([]);
});

test.each([
  [['affected'], /Say what to compare with/],
  [['affected', '--since', 'main', '--files', 'content/oil.md'], /Name a commit or files, not both/],
  [['affected', '--since', 'main..HEAD'], /'main..HEAD' is a range.*such as 'main'.*decant diff main..HEAD/],
  [['affected', '--since', 'mian'], /git knows no commit 'mian'.* Did you mean 'main'\?/],
  [['affected', '--since', 'main', '--version', 'server-3.0'], /There is no version 'server-3.0'/],
  [
    ['affected', '--since', 'main', '--preview', 'javascript:x'],
    /--preview 'javascript:x' is not an address/,
  ],
  [
    ['affected', '--files', 'content/oill.md'],
    /The site in .* has no file 'content\/oill.md'.* Did you mean 'content\/oil.md'\?/,
  ],
  [['diff', 'main', 'server-2.0'], /Name two of the same kind/],
  [['diff', 'ref:nowhere', 'ref:main'], /git knows no commit 'nowhere'/],
] as const)('wrong usage is refused, and says what works: %j', async (args, message) => {
  const { status, stderr } = await run(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

test('after a check, a title is compared by what that has rendered, and the answer is the same', async () => {
  repository.git('checkout', '--quiet', '-f', '-B', 'title', 'main');
  const ask = async (cache: string, ...args: readonly string[]) =>
    runDecant([...args, '--root', root, '--cache', join(temporary, cache)], temporary, { DECANT_TRACE: '1' });
  await ask('checked', 'check');
  const wick = join(root, 'content/wick.md');
  writeFileSync(wick, readFileSync(wick, 'utf8').replace('title: Trim the wick', 'title: Cut the wick'));
  const question = ['affected', '--since', 'main', '--json'];
  const [fresh, checked, again] = [
    await ask('fresh', ...question),
    await ask('checked', ...question),
    await ask('checked', ...question),
  ];
  expect(JSON.parse(fresh.stdout).figures.pages).toBeGreaterThan(1);
  expect(checked.stdout).toBe(fresh.stdout);
  expect(again.stdout).toBe(fresh.stdout);
  const isWhole = ({ stderr }: { readonly stderr: string }) => stderr.includes('trace: resolve: ');
  expect([fresh, checked, again].map(isWhole)).toEqual([true, false, false]);
});
