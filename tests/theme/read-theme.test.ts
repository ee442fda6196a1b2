import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInTemplates } from '../../site/templates.ts';
import { readTheme } from '../../src/theme/index.ts';
import { renderPage } from '../compose/render-page.ts';
import { sketchNavigation, sketchPage } from '../compose/sample-site.ts';
import { writeTree } from './write-tree.ts';

const themed = join(import.meta.dirname, '../sites/themed');

const baseUrl = 'https://docs.example.com/k/';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'decant-theme-'));
});

afterEach(() => rm(root, { recursive: true }));

test('without a folder of its own a site has no templates but the built-in ones, and their files', async () => {
  const { value, diagnostics } = await readTheme({ baseUrl, root });
  expect(diagnostics).toEqual([]);
  expect(value.templates).toBeUndefined();
  expect(value.files.map(({ name }) => name)).toContain('styles.css');
});

test('published files that are written by hand hold neither indentation nor comments', async () => {
  const { files } = (await readTheme({ baseUrl, root })).value;
  for (const { name, text } of files.filter(
    ({ name }) => /\.(?:css|js)$/.test(name) && name !== 'compare-texts.js',
  )) {
    expect(text, name).not.toMatch(/^\s|\/\*/m);
    expect(text.length, name).toBeGreaterThan(100);
  }
});

test('the style sheet knows the host, for printed addresses', async () => {
  const { files } = (await readTheme({ baseUrl, root })).value;
  const styles = files.find(({ name }) => name === 'styles.css');
  expect(styles?.text).toContain(':root{--origin:"https://docs.example.com"}');
});

describe('the example site', () => {
  test('puts its templates in the place of the built-in ones, which stay at hand', async () => {
    const { value: theme, diagnostics } = await readTheme({ baseUrl, root: themed, theme: 'theme' });
    expect(diagnostics).toEqual([]);
    const page = sketchPage({ path: 'x', title: 'X', permissions: 'You.' });
    const rendered = renderPage(page, sketchNavigation({ page, children: [] }), {}, theme);
    expect(rendered).toMatch(
      /<img class="jar" src="\/k\/theme\/jar\.[0-9a-f]{10}\.svg" alt="" [^>]*> Kettle Docs/,
    );
    expect(rendered).toContain('You.');
    expect(rendered).toContain('<p class="jar-note">Close the lid when you are done.</p>');
  });

  test('has its styles after those of the theme, in one file', async () => {
    const { files } = (await readTheme({ baseUrl, root: themed, theme: 'theme' })).value;
    const styles = files.filter(({ name }) => name.endsWith('.css'));
    expect(styles[0]?.name).toBe('styles.css');
    expect(styles[0]?.text).toMatch(/\.skip-link[\s\S]*\.jar-note/);
  });
});

test('a file of assets/ replaces the one of its name', async () => {
  await writeTree(root, { 'mine/assets/styles.css': 'p{}\n', 'mine/styles.css': 'q{}\n' });
  const { files } = (await readTheme({ baseUrl, root, theme: 'mine' })).value;
  expect(files.find(({ name }) => name === 'styles.css')?.text).toBe('p{}\nq{}\n');
});

test('a changed template is read again', async () => {
  const write = (mark: string) =>
    writeTree(root, {
      'theme/templates/neighbours.js': `export const override = ({ html }) => () => html\`${mark}\`;`,
    });
  const read = async () => {
    const { templates } = (await readTheme({ baseUrl, root, theme: 'theme' })).value;
    return templates?.neighbours(undefined as never)?.markup;
  };
  await write('one');
  expect(await read()).toBe('one');
  await write('two');
  expect(await read()).toBe('two');
});

describe('what is wrong with the folder', () => {
  test('is reported, and what is built in stays', async () => {
    await writeTree(root, {
      'theme/templates/side-bar.js': '',
      'theme/styles.scss': '',
      'theme/_notes.txt': '',
    });
    const { value, diagnostics } = await readTheme({ baseUrl, root, theme: 'theme' });
    expect(value.templates).toBe(builtInTemplates);
    expect(diagnostics.map(({ code, hint, place }) => [code, place.file, hint])).toEqual([
      ['theme/unknown-file', 'theme/styles.scss', "Did you mean 'styles.css'?"],
      ['theme/unknown-template', 'theme/templates/side-bar.js', "Did you mean 'sidebar.js'?"],
    ]);
  });

  test.each([
    ['nothing', '', 'it exports no function'],
    ['no template', 'export const override = () => 1;', 'returns no function'],
    ['code that fails', "throw new Error('no lid');\n", 'no lid'],
  ])('can be a module with %s', async (_, text, reason) => {
    await writeTree(root, { 'theme/templates/header.js': text });
    const { value, diagnostics } = await readTheme({ baseUrl, root, theme: 'theme' });
    expect(value.templates).toBe(builtInTemplates);
    expect(diagnostics).toMatchObject([{ code: 'theme/faulty-template', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  test('can be that it is not there, or that a link leads out of the site', async () => {
    expect((await readTheme({ baseUrl, root, theme: 'none' })).diagnostics).toMatchObject([
      { code: 'theme/missing-folder', place: { file: 'none', line: 1, column: 1 } },
    ]);
    expect((await readTheme({ baseUrl, root: join(root), theme: '..' })).diagnostics).toMatchObject([
      { code: 'theme/missing-folder' },
    ]);
  });
});

test('a template that fails says which file it is', async () => {
  await writeTree(root, {
    'theme/templates/header.js': "export const override = () => () => { throw new Error('spilt'); };",
  });
  const { templates } = (await readTheme({ baseUrl, root, theme: 'theme' })).value;
  expect(() => templates?.header(undefined as never)).toThrow(
    "The template 'theme/templates/header.js' failed.",
  );
});

test('docs/content/guides/theming.md shows a template and styles of the example site as they are', async () => {
  const docs = await readFile(join(import.meta.dirname, '../../docs/content/guides/theming.md'), 'utf8');
  expect(docs).toContain(await readFile(join(themed, 'theme/templates/availability.js'), 'utf8'));
  const styles = await readFile(join(themed, 'theme/styles.css'), 'utf8');
  expect(docs).toContain(styles.slice(0, styles.indexOf('}') + 1));
});

describe('pictures that the site file names', () => {
  const place = { file: 'data/site.yml', line: 4, column: 7 };
  const at = (text: string) => ({ text, place });
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>';

  test('are said to be missing, with what is nearest', async () => {
    await writeTree(root, { 'assets/images/logo.svg': drawing });
    const { diagnostics } = await readTheme({ baseUrl, root, logo: { light: at('assets/images/lego.svg') } });
    expect(diagnostics).toEqual([
      {
        code: 'theme/missing-file',
        severity: 'error',
        message: "The site file names 'assets/images/lego.svg', which is not there.",
        hint: "Did you mean 'assets/images/logo.svg'?",
        place,
        via: [],
        versions: [],
        languages: [],
      },
    ]);
  });

  test('are pictures of the kind that their names say', async () => {
    await writeTree(root, {
      'assets/logo.svg': drawing,
      'assets/logo.png': drawing,
      'assets/icon.png': 'not a picture',
      'assets/a.woff2': 'not a font',
      'assets/b.woff': 'wOFF and what follows',
    });
    const { diagnostics } = await readTheme({
      baseUrl,
      root,
      logo: { light: at('assets/logo.svg'), dark: at('assets/logo.png') },
      favicon: { icon: at('assets/icon.png') },
      fonts: {
        text: { family: 'A', files: [{ file: at('assets/a.woff2') }] },
        code: { family: 'B', files: [{ file: at('assets/b.woff') }] },
      },
    });
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      [
        'theme/wrong-kind',
        "'assets/logo.png' is not a picture in PNG.",
        "Rename it to 'logo.svg', or export it as PNG.",
      ],
      ['theme/wrong-kind', "'assets/icon.png' is not a picture in PNG.", 'Export it as PNG again.'],
      ['theme/wrong-kind', "'assets/a.woff2' is not a font in WOFF2.", 'Export it as WOFF2 again.'],
    ]);
  });
});

test('styles that only some sites need are in the sheet of those', async () => {
  const read = async (keys: object) =>
    (await readTheme({ baseUrl, root, ...keys })).value.files.find(({ name }) => name === 'styles.css')?.text;
  expect(await read({})).not.toMatch(/\.site-footer|\.logo/);
  expect(await read({ social: [{ name: 'x', href: 'https://x.example.com/' }] })).toMatch(
    /\.site-footer[\s\S]*--origin/,
  );
});

test('colours and fonts of the site file stand after those of the theme', async () => {
  const file = { text: 'assets/fonts/inter.woff2', place: { file: 'data/site.yml', line: 1, column: 1 } };
  const { files } = (
    await readTheme({
      baseUrl,
      root,
      accent: { light: { accent: '#8a1c4a', low: '#f3e8ed' }, dark: { accent: '#f29bc0', low: '#343434' } },
      fonts: {
        text: { family: 'Inter', files: [{ file, weight: '100 900' }] },
        code: { family: 'Hack', files: [] },
      },
    })
  ).value;
  expect(
    files.find(({ name }) => name === 'styles.css')?.text,
  ).toContain(`@font-face{font-family:"Inter";src:url("../assets/fonts/inter.woff2") format("woff2");font-weight:100 900;font-display:swap}
:root{--own-sans:"Inter",;--own-mono:"Hack",}
:root{--accent:light-dark(#8a1c4a,#f29bc0);--accent-low:light-dark(#f3e8ed,#343434)}
`);
});
