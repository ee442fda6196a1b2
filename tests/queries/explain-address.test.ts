import { describe, expect, it } from 'vitest';
import { explainAddress } from '../../src/queries/index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { openSource, page } from './open-source.ts';

const STEPS = [
  'Install {% data variables.product.name %}, then start {% data variables.product.name %}.',
  '',
  '1. Open the window:',
  '',
  '   ```sh',
  '   open --all',
  '   ```',
  '{% ifversion server %}',
  '   Ask for `a_right`.',
  '{% endif %}',
  '1. Close [the **window**](/start).',
  '',
  '| Name | Value |',
  '| --- | --- |',
  '| one | {% data variables.product.name %} |',
  '{% ifversion server %}| two | server |{% endif %}',
  '',
  '<!-- Nobody sees this. -->',
  '',
  '> A quotation',
  '>',
  '> of two paragraphs.',
].join('\n');

const files = {
  'content/start.md': page(
    'Start',
    '*',
    '# First\n\nBegin here.\n\n{% ifversion cloud or server > 3.0 %}\n- One\n- {% data reusables.r.outer %}\n{% endif %}\n\n```sh\nrun\n\nstop\n```',
    'redirect_from: /old/place',
  ),
  'content/cloud.md': page('Cloud', "cloud: '*', server: '3.1'", 'Only some.'),
  'content/gone/x.md': page('Gone', '*', 'Not listed.'),
  'content/a b.md': page('Blank', '*', 'Its name has a blank.'),
  'content/steps.md': page('Steps', '*', STEPS),
  'data/variables/product.yml': 'name: Widget\n',
  'data/reusables/r/outer.md': 'Outer {% data reusables.r.inner %}\n',
  'data/reusables/r/inner.md': '{% ifversion server %}inner of servers{% else %}inner of others{% endif %}\n',
  'translations/ja/content/start.md': page('はじめに', '*', '始めます。'),
};
const site = openSource(files);
const list = async (address: string, words?: string) =>
  (await explainAddress(site, address, words)).blocks.map(({ field, text, origins }) => [
    `${field}: ${text.replaceAll('\n', '⏎')}`,
    ...origins.map(({ file, line, lastLine, ranges }) => `${file}:${line}-${lastLine} ${ranges}`),
  ]);

describe('the blocks of a page', () => {
  it('have file and lines, with the versions that all tags around them hold for', async () => {
    const own = 'content/start.md';
    const some = 'cloud, server 3.1 and later';
    expect(await list('/en/widget-server@3.2/start')).toEqual([
      ['title: Start', `${own}:2-2 every version`],
      ['body: # First', `${own}:6-6 every version`],
      ['body: Begin here.', `${own}:8-8 every version`],
      ['body: - One', `${own}:11-11 ${some}`],
      [
        'body: - Outer inner of servers',
        `${own}:12-12 ${some}`,
        `data/reusables/r/outer.md:1-1 ${some}`,
        'data/reusables/r/inner.md:1-1 server 3.1 and later',
      ],
      ['body: ```sh⏎run⏎⏎stop⏎```', `${own}:15-19 every version`],
    ]);
  });

  it('have the chain of uses and the tags around, the outermost first', async () => {
    const { blocks } = await explainAddress(site, '/en/start/', 'inner of OTHERS');
    const origin = blocks[0]?.origins.at(-1);
    expect(origin?.via.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'data/reusables/r/outer.md:1',
      'content/start.md:12',
    ]);
    expect(origin?.conditions.map(({ tag, ranges }) => [tag, ranges])).toEqual([
      ['ifversion cloud or server > 3.0', 'cloud, server 3.1 and later'],
      ['else', 'every version but server'],
    ]);
    expect(origin?.ranges).toBe('cloud');
  });

  it('are found by words as a reader copies them', async () => {
    expect(await list('/en/start', 'run')).toEqual([
      ['body: ```sh⏎run⏎⏎stop⏎```', 'content/start.md:15-19 every version'],
    ]);
    await expect(list('/en/start', 'nothing like that')).rejects.toThrow(
      "No block of the page has the words 'nothing like that'",
    );
  });

  it('are items with all that stands in them, whole tables and quotations', async () => {
    const own = 'content/steps.md';
    expect((await list('/en/widget-server@3.2/steps')).slice(1)).toEqual([
      [
        'body: Install Widget, then start Widget.',
        `${own}:5-5 every version`,
        'data/variables/product.yml:1-1 every version',
        'data/variables/product.yml:1-1 every version',
      ],
      [
        'body: 1. Open the window:⏎⏎   ```sh⏎   open --all⏎   ```⏎⏎   Ask for `a_right`.',
        `${own}:7-11 every version`,
        `${own}:13-13 server`,
      ],
      ['body: 1. Close [the **window**](/start).', `${own}:15-15 every version`],
      [
        'body: | Name | Value |⏎| --- | --- |⏎| one | Widget |⏎| two | server |',
        `${own}:17-19 every version`,
        `${own}:20-20 server`,
        'data/variables/product.yml:1-1 every version',
      ],
      ['body: > A quotation⏎>⏎> of two paragraphs.', `${own}:24-26 every version`],
    ]);
  });

  it('are as small as may be where words are asked for', async () => {
    const find = async (words: string) =>
      (await list('/en/widget-server@3.2/steps', words)).map(([text]) => text);
    expect(await find('two server')).toEqual(['body: | two | server |']);
    expect(await find('open --all')).toEqual(['body: ```sh⏎   open --all⏎   ```']);
    expect(await find('ask for a_right')).toEqual(['body: Ask for `a_right`.']);
    expect(await find('Close the window')).toEqual(['body: 1. Close [the **window**](/start).']);
    expect(await find('window')).toHaveLength(2);
  });

  it('are those of a translation, where it has them', async () => {
    expect(await list('/ja/start', '始め')).toEqual([
      ['body: 始めます。', 'translations/ja/content/start.md:5-5 every version'],
    ]);
    expect(await explainAddress(site, '/ja/cloud')).toMatchObject({ fallbacks: ['title', 'body'] });
  });
});

describe('an address', () => {
  it.each([
    '/en/start',
    'en/start/',
    'https://docs.example.com/en/start?x=1#first',
    '/en/start/index.html',
    '/en/start.md',
  ])('is read in the form %s', async (address) => {
    expect(await explainAddress(site, address)).toMatchObject({ address: '/en/start/', version: 'cloud' });
  });

  it.each([
    ['/en/old/place', '/en/old/place is a redirect: it leads to /en/start/. Ask for that address.'],
    ['/en/widget-server/start', 'is a redirect: it leads to /en/widget-server@3.2/start/.'],
    ['/start', 'It is /en/start/.'],
    [
      '/en/widget-server@2.0/start',
      'The site does not have widget-server@2.0. The page is at /en/widget-server@3.0/start/.',
    ],
    [
      '/en/widget-server@9.9/start',
      'The site does not have widget-server@9.9. Its versions are cloud, server-3.2,',
    ],
    ['/EN/start', "The site has no language 'EN'. Did you mean 'en'?"],
    ['/de/start', "The site has no language 'de'. It has en, ja."],
    [
      '/en/widget-server@3.2/cloud',
      "The article 'cloud' is not in server-3.2. It is in: cloud, server 3.1. See /en/cloud/.",
    ],
    ['/en/gone/x', "The article 'gone/x' is not published: no index page names it."],
    [
      '/en/a%20b',
      "The article 'a b' is not published: The name of 'content/a b.md' cannot be part of an address. Rename it: letters, digits and hyphens are safe.",
    ],
    ['/en/strat', 'The site has no page at /en/strat. Did you mean /en/start/?'],
  ])('%s is refused: what there is instead', async (address, message) => {
    const asked = explainAddress(site, address);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });
});
