import { describe, expect, it } from 'vitest';
import { explainAddress } from '../../src/queries/index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { openSource, page } from './open-source.ts';

const files = {
  'content/start.md': page(
    'Start',
    '*',
    '# First\n\nBegin here.\n\n{% ifversion cloud or server > 3.0 %}\n- One\n- {% data reusables.r.outer %}\n{% endif %}\n\n```sh\nrun\n\nstop\n```',
    'redirect_from: /old/place',
  ),
  'content/cloud.md': page('Cloud', "cloud: '*', server: '3.1'", 'Only some.'),
  'content/gone/x.md': page('Gone', '*', 'Not listed.'),
  'data/reusables/r/outer.md': 'Outer {% data reusables.r.inner %}\n',
  'data/reusables/r/inner.md': '{% ifversion server %}inner of servers{% else %}inner of others{% endif %}\n',
  'translations/ja/content/start.md': page('はじめに', '*', '始めます。'),
};
const site = openSource(files);
const list = (address: string, words?: string) =>
  explainAddress(site, address, words).blocks.map(({ field, text, origins }) => [
    `${field}: ${text.replaceAll('\n', '⏎')}`,
    ...origins.map(({ file, line, lastLine, ranges }) => `${file}:${line}-${lastLine} ${ranges}`),
  ]);

describe('the blocks of a page', () => {
  it('have file and lines, with the versions that all tags around them hold for', () => {
    const own = 'content/start.md';
    const some = 'cloud, server 3.1 and later';
    expect(list('/en/widget-server@3.2/start')).toEqual([
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

  it('have the chain of uses and the tags around, the outermost first', () => {
    const [block] = explainAddress(site, '/en/start/', 'inner of OTHERS').blocks;
    const origin = block?.origins.at(-1);
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

  it('are found by words as a reader copies them', () => {
    expect(list('/en/start', 'run')).toEqual([
      ['body: ```sh⏎run⏎⏎stop⏎```', 'content/start.md:15-19 every version'],
    ]);
    expect(() => list('/en/start', 'nothing like that')).toThrow(
      "No block of the page has the words 'nothing like that'",
    );
  });

  it('are those of a translation, where it has them', () => {
    expect(list('/ja/start', '始め')).toEqual([
      ['body: 始めます。', 'translations/ja/content/start.md:5-5 every version'],
    ]);
    expect(explainAddress(site, '/ja/cloud')).toMatchObject({ fallbacks: ['title', 'body'] });
  });
});

describe('an address', () => {
  it.each([
    '/en/start',
    'en/start/',
    'https://docs.example.com/en/start?x=1#first',
    '/en/start/index.html',
    '/en/start.md',
  ])('is read in the form %s', (address) => {
    expect(explainAddress(site, address)).toMatchObject({ address: '/en/start/', version: 'cloud' });
  });

  it.each([
    ['/en/old/place', '/en/old/place is a redirect: it leads to /en/start/. Ask for that address.'],
    ['/en/widget-server/start', 'is a redirect: it leads to /en/widget-server@3.2/start/.'],
    ['/start', 'It is /en/start/.'],
    [
      '/en/widget-server@2.0/start',
      'The site does not have widget-server@2.0. The page is at /en/widget-server@3.0/start/.',
    ],
    ['/de/start', "The site has no language 'de'. It has en, ja."],
    [
      '/en/widget-server@3.2/cloud',
      "The article 'cloud' is not in server-3.2. It is in: cloud, server 3.1. See /en/cloud/.",
    ],
    ['/en/gone/x', "The article 'gone/x' is not published: no index page names it."],
    ['/en/strat', 'The site has no page at /en/strat. Did you mean /en/start/?'],
  ])('%s is refused: what there is instead', (address, message) => {
    expect(() => explainAddress(site, address)).toThrow(UsageError);
    expect(() => explainAddress(site, address)).toThrow(message);
  });
});
