import { describe, expect, it } from 'vitest';
import { type ListRequest, listThings } from '../../src/queries/index.ts';
import { openSource, page } from './open-source.ts';

const files = {
  'content/a.md': page(
    'A',
    '*',
    '{% ifversion server %}{% data reusables.tea.outer %}{% endif %}',
    'redirect_from: /old',
  ),
  'content/b.md': page(
    'B',
    "cloud: '*'",
    'The {% data variables.product.name %}. {% ifversion lane %}L{% endif %}',
  ),
  'data/features/lane.yml': "versions:\n  cloud: '*'\n  server: '>3.0'\n",
  'data/features/idle.yml': "versions:\n  managed: '*'\n",
  'data/reusables/tea/outer.md': '{% data reusables.tea.inner %}\n',
  'data/reusables/tea/inner.md': 'Pour {% data variables.product.tea %}.\n',
  'data/reusables/tea/idle.md': 'Idle.\n',
  'data/variables/product.yml': 'name: Widget\ntea: Earl {% data variables.product.name %}\n',
  'translations/ja/data/reusables/tea/inner.md': '注ぐ。\n',
};
const list = (request: ListRequest, asked: Parameters<typeof openSource>[1] = {}) =>
  listThings(openSource(files, asked), request).map((thing) => Object.values(thing).flat().join(' '));

describe('a list', () => {
  it('has every page with version, language and file', () => {
    expect(list({ kind: 'pages' }, { versions: ['cloud'], languages: ['en'] })).toEqual([
      '/en/ cloud en content/index.md',
      '/en/a/ cloud en content/a.md',
      '/en/b/ cloud en content/b.md',
    ]);
  });

  it('has what data defines, with its place and languages', () => {
    expect(list({ kind: 'reusables' })).toEqual([
      'reusables.tea.idle data/reusables/tea/idle.md:1:1 en',
      'reusables.tea.inner data/reusables/tea/inner.md:1:1 en ja',
      'reusables.tea.outer data/reusables/tea/outer.md:1:1 en',
    ]);
    expect(list({ kind: 'variables' })[0]).toBe(
      'variables.product.name data/variables/product.yml:1:7 en Widget',
    );
  });

  it('has versions, features and redirects of what is asked for', () => {
    expect(list({ kind: 'versions' }, { versions: ['server-3.1'] })).toEqual([
      'server-3.1 widget-server@3.1 Widget Server 3.1 widget-server@3.1',
    ]);
    expect(list({ kind: 'features' }, { versions: ['server'] })).toEqual([
      'lane cloud, server 3.1 and later cloud server-3.2 server-3.1 data/features/lane.yml',
    ]);
    expect(list({ kind: 'redirects' }, { versions: ['cloud'], languages: ['ja'] })).toEqual([
      '/ja/old/ /ja/a/ ja content/a.md',
    ]);
  });
});

describe('uses', () => {
  const asked = { languages: ['en'] };
  it('are followed through any chain, in the versions that show the text', () => {
    const pages = list({ kind: 'pages', uses: 'variables.product.tea' }, asked);
    expect(pages).toEqual(
      ['3.2', '3.1', '3.0'].map((each) => `/en/widget-server@${each}/a/ server-${each} en content/a.md`),
    );
    expect(list({ kind: 'pages', uses: 'reusables.tea.inner' }, asked)).toEqual(pages);
    expect(
      list({ kind: 'reusables', uses: 'variables.product.name' }).map((line) => line.split(' ')[0]),
    ).toEqual(['reusables.tea.inner', 'reusables.tea.outer']);
  });

  it('of a feature are the pages that ask for it', () => {
    expect(list({ kind: 'pages', uses: 'lane' }, asked)).toEqual(['/en/b/ cloud en content/b.md']);
    expect(list({ kind: 'pages', uses: 'idle' }, asked)).toEqual([]);
  });

  it('by a file are what it brings in', () => {
    expect(list({ kind: 'reusables', usedBy: 'content/a.md' }).map((line) => line.split(' ')[0])).toEqual([
      'reusables.tea.inner',
      'reusables.tea.outer',
    ]);
    expect(list({ kind: 'variables', usedBy: 'content/a.md' })).toHaveLength(2);
    expect(list({ kind: 'features', usedBy: 'content/b.md' })).toHaveLength(1);
  });

  it('of what there is not are refused, and so are filters that say nothing', () => {
    expect(() => list({ kind: 'pages', uses: 'reusables.tea.iner' })).toThrow(
      "Did you mean 'reusables.tea.inner'?",
    );
    expect(() => list({ kind: 'versions', uses: 'lane' })).toThrow('--uses goes with pages');
    expect(() => list({ kind: 'pages', usedBy: 'content/a.md' })).toThrow('--used-by goes with reusables');
  });
});
