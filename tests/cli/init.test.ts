import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { collectAnswers, openTerminal } from '../../src/cli/ask.ts';
import { QUESTIONS } from '../../src/init/index.ts';
import { repository, runDecant } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

describe('decant init', () => {
  it('makes a site that builds, and refuses to make another one there', async () => {
    const root = createTemporaryFolder();
    const made = await runDecant(['init', 'docs', '--yes', '--lang', 'en,ja', '--host', 'cloudflare'], root);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toMatch(
      /^wrote {8}\d+ files\nnext {9}cd docs\n {13}npm install\n {13}npm run dev\n$/,
    );
    const built = await runDecant(['build', '--strict', '--root', join(root, 'docs')]);
    expect(built.status).toBe(0);
    expect(existsSync(join(root, 'docs/_site/ja/v1.0/guide/reuse/index.html'))).toBe(true);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'docs/package.json'), 'utf8'));
    expect(join(root, 'docs', devDependencies.decant.replace('file:', ''))).toBe(repository);
    const again = await runDecant(['init', 'docs', '--yes'], root);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('already has a site file');
  });

  it('writes over nothing, and shows what it would change', async () => {
    const root = createTemporaryFolder();
    mkdirSync(join(root, 'content'));
    writeFileSync(join(root, 'content/a.md'), '# A\n');
    writeFileSync(join(root, 'netlify.toml'), '# mine\n');
    const shown = await runDecant(['init', '--yes', '--dry-run', '--host', 'netlify'], root);
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain(
      "--- a/content/a.md\n+++ b/content/a.md\n@@ -1,1 +1,4 @@\n-# A\n+---\n+title: 'A'\n",
    );
    expect(shown.stdout).toContain('--- /dev/null\n+++ b/content/index.md\n');
    expect(shown.stderr).toBe("'netlify.toml' already exists and stays as it is.\n");
    expect(readdirSync(root).sort()).toEqual(['content', 'netlify.toml']);
    const { status, stdout } = await runDecant(['init', '--yes', '--host', 'netlify'], root);
    expect(status).toBe(0);
    expect(stdout.startsWith(shown.stdout)).toBe(true);
    expect(readFileSync(join(root, 'netlify.toml'), 'utf8')).toBe('# mine\n');
    expect((await runDecant(['check', '--strict', '--root', root])).status).toBe(0);
  });

  it.each([
    [['--release', 'two'], "The release 'two' is not a number such as 2.0 or 3.14.1."],
    [['--lang', 'english!'], "The language 'english!' is not a code such as en, ja or pt-BR."],
    [['--host', 'apache'], 'The hosts are github-pages, netlify, cloudflare, none.'],
    [['--url', 'docs'], "'docs' is not an address such as https://docs.example.com/."],
    [['--title', '{{ x }}'], 'looks like Liquid'],
  ])('says what is wrong with %j', async (args, message) => {
    const root = createTemporaryFolder();
    const { status, stderr } = await runDecant(['init', '--yes', ...args], root);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('the questions', () => {
  const NOTHING = {
    title: undefined,
    product: undefined,
    releases: undefined,
    languages: undefined,
    host: undefined,
    url: undefined,
  };

  it('are asked for what was not given, and again after an answer that cannot be meant', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const terminal = openTerminal(input, output);
    const lines = ['', '', '1.0 1.2', 'deutsch', 'ja、en', 'GitHub Pages', ''];
    // A line for each question, as somebody types them.
    output.on('data', (text: Buffer) => {
      if (/\]: $/.test(text.toString())) input.write(`${lines.shift()}\n`);
    });
    const answers = await collectAnswers(QUESTIONS, { ...NOTHING, title: 'Kettle docs' }, 'x', terminal);
    terminal.close();
    expect(answers).toEqual({
      title: 'Kettle docs',
      product: 'Kettle',
      releases: ['2.0', '1.0'],
      languages: ['ja', 'en'],
      host: 'github-pages',
      url: 'https://docs.example.com/',
    });
  });

  it('have a title after the product that was given', async () => {
    const given = { ...NOTHING, product: 'Kettle' };
    expect(await collectAnswers(QUESTIONS, given, 'x', undefined)).toMatchObject({ title: 'Kettle docs' });
    expect(await collectAnswers(QUESTIONS, NOTHING, 'tea-pot', undefined)).toMatchObject({
      title: 'Tea pot docs',
      product: 'Tea pot',
    });
  });

  it('that nobody answers leave the folder alone', async () => {
    const input = new PassThrough();
    const terminal = openTerminal(input, new PassThrough());
    input.end('A title\n');
    await expect(collectAnswers(QUESTIONS, NOTHING, 'x', terminal)).rejects.toThrow('nothing was written');
  });
});
