import { describe, expect, it } from 'vitest';
import { loadSite, page, problem, siteWith } from './load-site.ts';

function loadVersions(versions: string, files: Readonly<Record<string, string>> = {}) {
  const site = loadSite({ ...siteWith(`---\ntitle: X\nversions: ${versions}\n---\n`), ...files });
  return { names: site.format(site.corpus.articles.get('x')?.versions), site };
}

describe('the versions of an article', () => {
  it.each([
    ["'*'", ['cloud', 'server-3.2', 'server-3.1', 'managed', 'managed-next']],
    ["{ cloud: '*', server: '>=3.2' }", ['cloud', 'server-3.2']],
    ["{ widget-server: '<3.2' }", ['server-3.1']],
    ['{ feature: shiny }', ['server-3.2']],
    ['{ feature: [shiny, round] }', ['cloud', 'server-3.2']],
    ['{ managed: next }', ['managed-next']],
  ])('%s', (versions, expected) => {
    const { names, site } = loadVersions(versions, {
      'data/features/shiny.yml': "# why\nversions:\n  server: '>3.1'\n",
      'data/features/round.yml': "versions: { cloud: '*' }\n",
    });
    expect(names).toEqual(expected);
    expect(site.diagnostics).toEqual([]);
  });

  it.each([
    '{ server: next }',
    "{ server: '3.3' }",
    "{ server: '>=4.0' }",
    '{ server: issue-12 }',
    '{ feature: coming }',
  ])('may all be to come: %s', (versions) => {
    const { names, site } = loadVersions(versions, {
      'data/features/coming.yml': "versions: { server: '>3.2' }\n",
    });
    expect(names).toEqual([]);
    expect(site.diagnostics).toEqual([]);
  });

  it('must not all be gone', () => {
    const { site } = loadVersions("{ server: '<3.0' }");
    expect(site.diagnostics).toEqual([
      problem('load/no-versions', 'error', "'x' is in none of the site's versions.", 'content/x.md:3:1', {
        hint: "Delete it, or correct its versions. The releases of 'server' are 3.2, 3.1.",
      }),
    ]);
  });

  it.each([
    ["{ server: '>=9' }", "The releases of 'server' are 3.2, 3.1."],
    ["{ server: '3.5' }", "The releases of 'server' are 3.2, 3.1."],
    ['{ feature: far }', 'The plans are cloud, server, managed.'],
  ])('must not be beyond the coming release: %s', (versions, choice) => {
    const { site } = loadVersions(versions, {
      'data/features/far.yml': "versions: { server: '>=9' }\n",
    });
    expect(site.diagnostics).toMatchObject([
      { code: 'load/no-versions', severity: 'error', hint: `Delete it, or correct its versions. ${choice}` },
    ]);
  });

  it.each(["{ server: '<3.1' }", "{ server: '3.0' }", '{ feature: old }'])(
    'may be left behind in deprecated releases, with a warning: %s',
    (versions) => {
      const files = { 'data/features/old.yml': "versions: { server: '<3.1' }\n" };
      const site = loadSite(
        { ...siteWith(`---\ntitle: X\nversions: ${versions}\n---\n`), ...files },
        '',
        "deprecated: ['3.0']",
      );
      expect(site.diagnostics).toMatchObject([
        {
          code: 'load/no-versions',
          severity: 'warning',
          message: "'x' is only in releases that the site file calls deprecated.",
        },
      ]);
    },
  );

  it('are told at the value that is at fault, or at the key', () => {
    const { site } = loadVersions("{ cloud: '*', server: '=>3.1' }");
    expect(site.diagnostics).toMatchObject([
      { code: 'versions/bad-range', severity: 'error', place: { file: 'content/x.md', line: 3, column: 33 } },
    ]);
    const { site: other } = loadVersions("{ clout: '*', feature: [dials, dails] }");
    expect(other.diagnostics).toMatchObject([
      { code: 'versions/unknown-plan', place: { line: 3, column: 13 } },
      { code: 'versions/unknown-feature', place: { line: 3, column: 35 } },
      { code: 'versions/unknown-feature', place: { line: 3, column: 42 } },
    ]);
  });

  it('are texts, so that 3.10 is not 3.1', () => {
    const { site } = loadVersions('{ server: 3.10, cloud: { a: b } }');
    expect(site.diagnostics).toEqual([
      problem('load/wrong-type', 'error', "'server' in 'versions' is not a text.", 'content/x.md:3:21', {
        hint: "Put it in quotes: '3.10'.",
      }),
      problem('load/wrong-type', 'error', "'cloud' in 'versions' is not a text.", 'content/x.md:3:34', {
        hint: "Write '*' for all releases, or a range of them: '>=3.1'.",
      }),
    ]);
  });

  it('are a mapping or a star', () => {
    const { names, site } = loadVersions('all');
    expect(names).toEqual([]);
    expect(site.diagnostics).toEqual([
      problem(
        'load/wrong-type',
        'error',
        "'versions' is not a mapping of plans, or '*'.",
        'content/x.md:3:11',
      ),
    ]);
  });

  it('should be among those of the index page', () => {
    const { diagnostics } = loadSite({
      'content/index.md': page('Home', 'children: [/a]').replace("'*'", "{ cloud: '*', server: '3.2' }"),
      'content/a.md': page('A').replace("'*'", "{ cloud: '*', server: '*' }"),
    });
    expect(diagnostics).toEqual([
      problem(
        'load/version-outside-index',
        'warning',
        "'a' is in versions that its index page content/index.md is not in.",
        'content/a.md:3:1',
        { hint: 'Add them to the index page, or take them from this one.', versions: ['server-3.1'] },
      ),
    ]);
  });

  it('of a faulty index page say nothing about its children', () => {
    const { diagnostics } = loadSite({
      'content/index.md': page('Home', 'children: [/a]').replace("'*'", 'all'),
      'content/a.md': page('A'),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['load/wrong-type']);
  });
});

describe('features', () => {
  it('without versions are told, and known all the same', () => {
    const { corpus, diagnostics } = loadSite({
      'content/index.md': page('Home'),
      'data/features/empty.yml': '# nothing yet\n',
      'data/features/odd.yml': 'version: 1\n',
      'data/features/broken.yml': 'versions: {\n',
    });
    expect([...corpus.features.keys()]).toEqual(['broken', 'empty', 'odd']);
    const shape = (name: string) =>
      problem(
        'load/feature',
        'error',
        `The feature '${name}' has no mapping 'versions'.`,
        `data/features/${name}.yml:1:1`,
        {
          hint: "Write 'versions:' and below it the plans it is in, each with a range or '*'.",
        },
      );
    expect(diagnostics.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      'load/data-syntax data/features/broken.yml',
      'load/feature data/features/empty.yml',
      'load/feature data/features/odd.yml',
    ]);
    expect(diagnostics).toContainEqual(shape('odd'));
  });

  it('cannot be named by features', () => {
    const { site } = loadVersions('{ feature: a }', {
      'data/features/a.yml': 'versions: { feature: b }\n',
      'data/features/b.yml': "versions: { cloud: '*' }\n",
    });
    expect(site.diagnostics[0]).toMatchObject({
      code: 'versions/unknown-feature',
      place: { file: 'data/features/a.yml' },
    });
  });
});
