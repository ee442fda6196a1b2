import { describe, expect, it } from 'vitest';
import { assembleCorpus } from '../../src/load/index.ts';
import { type BranchFinding, findBranches, type SiteSource } from '../../src/queries/index.ts';
import { createResolver } from '../../src/resolve/index.ts';
import { createSet, formatRanges, formatVersions } from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { applyFinding } from './apply-finding.ts';
import { openSource, page } from './open-source.ts';

const CLOUD = "cloud: '*'";
const CLOUD_AND_SERVER = "cloud: '*', server: '*'";

const show = (site: SiteSource) => (found: BranchFinding) => {
  const { kind, place, keyword, condition, simpler, asked } = found;
  const written = [keyword, condition].filter((part) => part !== '').join(' ');
  const form = simpler === undefined ? '' : ` → ${simpler}`;
  return `${kind} ${place.file}:${place.line}:${place.column} ${written}${form}, of ${formatRanges(asked, site.versions)}`;
};
const find = async (files: Readonly<Record<string, string>>) => {
  const site = openSource(files);
  return (await findBranches(site)).map(show(site));
};
const withReusable = (text: string, ...users: readonly string[]) => ({
  ...Object.fromEntries(
    users.map((versions, at) => [`content/a${at}.md`, page('A', versions, '{% data reusables.r.outer %}')]),
  ),
  'data/reusables/r/outer.md': 'Outer. {% data reusables.r.inner %}\n',
  'data/reusables/r/inner.md': text,
});
const INNER = 'data/reusables/r/inner.md';

describe('branches of a reusable in a reusable', () => {
  it('are dead where no article that uses it can come there', async () => {
    const text = '{% ifversion cloud %}A{% elsif server %}B{% else %}C{% endif %}';
    expect(await find(withReusable(text, CLOUD, "server: '3.1'"))).toEqual([
      `dead ${INNER}:1:42 else, of no version`,
    ]);
    expect(await find(withReusable(text, CLOUD, "server: '3.1'", "managed: '*'"))).toEqual([]);
  });

  it('tell which articles were looked at', async () => {
    const found = await findBranches(
      openSource(withReusable('{% ifversion server %}A{% endif %}', CLOUD, CLOUD)),
    );
    expect(found).toMatchObject([{ kind: 'dead', articles: ['a0', 'a1'] }]);
  });

  it('are reached through a condition around the tag that brings them in', async () => {
    expect(
      await find({
        'content/a.md': page('A', '*', '{% ifversion cloud %}{% data reusables.r.inner %}{% endif %}'),
        [INNER]: '{% ifversion cloud %}A{% else %}B{% endif %}',
      }),
    ).toEqual([`always ${INNER}:1:1 ifversion cloud, of cloud`, `dead ${INNER}:1:23 else, of no version`]);
  });

  it('are told once, where the outermost of them begins', async () => {
    expect(
      await find(withReusable('{% ifversion server %}{% ifversion cloud %}A{% endif %}{% endif %}', CLOUD)),
    ).toEqual([`dead ${INNER}:1:1 ifversion server, of cloud`]);
  });
});

describe('conditions', () => {
  it('are redundant where a shorter one says the same', async () => {
    const body =
      '{% ifversion cloud or server or server > 3.0 %}A{% endif %} {% ifversion server > 2.9 or cloud %}B{% else %}C{% endif %}';
    expect(await find({ 'content/a.md': page('A', '*', body) })).toEqual([
      'redundant content/a.md:5:14 ifversion cloud or server or server > 3.0 → cloud or server, of every version',
      'redundant content/a.md:5:74 ifversion server > 2.9 or cloud → server or cloud, of every version',
    ]);
  });

  it('in the language of Liquid are judged as well', async () => {
    const body =
      '{% if currentVersion ver_gt "widget-server@2.9" or currentVersion == "widget-cloud@latest" %}A{% else %}B{% endif %}';
    expect(await find({ 'content/a.md': page('A', CLOUD_AND_SERVER, body) })).toEqual([
      'always content/a.md:5:1 if currentVersion ver_gt "widget-server@2.9" or currentVersion == "widget-cloud@latest", of every version but managed',
      'dead content/a.md:5:95 else, of no version',
    ]);
  });

  it('of titles, variables and translations are judged', async () => {
    expect(
      await find({
        'content/a.md': page(
          "'A {% ifversion server %}B{% endif %}'",
          CLOUD,
          'The {% data variables.product.name %}.',
        ),
        'data/variables/product.yml': 'name: Widget{% ifversion managed %}!{% endif %}\n',
        'translations/ja/content/a.md': page('題', CLOUD, '{% ifversion managed %}文{% endif %}'),
      }),
    ).toEqual([
      'dead content/a.md:2:11 ifversion server, of cloud',
      'dead data/variables/product.yml:1:13 ifversion managed, of cloud',
      'dead translations/ja/content/a.md:5:1 ifversion managed, of cloud',
    ]);
  });
});

describe('nothing is said', () => {
  const DEAD = '{% ifversion server %}A{% endif %}';
  it.each([
    ['of a release to come', CLOUD_AND_SERVER, '{% ifversion server > 3.2 %}A{% else %}B{% endif %}'],
    [
      'of a release to come that a range names',
      CLOUD_AND_SERVER,
      '{% ifversion server < 3.3 or cloud %}A{% endif %}',
    ],
    ['of a release to come by its number', CLOUD_AND_SERVER, '{% ifversion server = 3.3 %}A{% endif %}'],
    ['of a preview', "managed: '*'", '{% ifversion managed-next %}A{% else %}B{% endif %}'],
    ['of what is planned', CLOUD, '{% ifversion cloud-issue-77 %}A{% endif %}'],
    ['of a name that nobody knows', CLOUD, '{% ifversion clowd %}A{% endif %}'],
    ['of a condition that cannot be read', CLOUD, '{% ifversion cloud >= %}A{% else %}B{% endif %}'],
    ['behind a condition about the page', CLOUD, `{% if page.hidden %}${DEAD}{% endif %}`],
    ['of a condition about the language', CLOUD, "{% if currentLanguage == 'de' %}A{% else %}B{% endif %}"],
    ['in a comment', CLOUD, `<!-- ${DEAD} -->`],
    ['in raw text', CLOUD, `{% raw %}${DEAD}{% endraw %}`],
    ['in a text with errors', CLOUD, `${DEAD} {% note %}`],
  ])('%s', async (_, versions, body) => {
    expect(await find({ 'content/a.md': page('A', versions, body) })).toEqual([]);
  });

  const used = { 'content/a.md': page('A', CLOUD, '{% data reusables.r.inner %}'), [INNER]: DEAD };
  it('is dead where nothing else uses it', async () => {
    expect(await find(used)).toEqual([`dead ${INNER}:1:1 ifversion server, of cloud`]);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'whose name Liquid computes',
      { 'content/b.md': page('B', '*', '{% assign n = "inner" %}{{ site.data.reusables.r[n] }}') },
    ],
    [
      'that a loop goes through',
      { 'content/b.md': page('B', '*', '{% for each in site.data.reusables %}{{ each }}{% endfor %}') },
    ],
    [
      'that a tree of data is taken of',
      { 'content/b.md': page('B', '*', '{% assign all = site %}{{ all.data.reusables.r.inner }}') },
    ],
    [
      'that a skipped condition brings in',
      { 'content/b.md': page('B', '*', '{% if page.nothing %}{% data reusables.r.inner %}{% endif %}') },
    ],
    [
      'that a planned branch brings in',
      {
        'content/b.md': page(
          'B',
          '*',
          '{% ifversion cloud-issue-1 %}{% data reusables.r.inner %}{% endif %}',
        ),
      },
    ],
    [
      'that a learning track names',
      { 'data/learning-tracks/x.yml': 'a:\n  title: "{% data reusables.r.inner %}"\n' },
    ],
    [
      'that frontmatter names for a layout',
      {
        'content/b.md': page(
          'B',
          '*',
          '',
          "featuredLinks: { popularHeading: '{% data reusables.r.inner %}' }",
        ),
      },
    ],
    [
      'that an article uses that is not published',
      { 'content/folder/b.md': page('B', '*', '{% data reusables.r.inner %}') },
    ],
    [
      'that a text with errors uses',
      { 'content/b.md': page('B', '*', '{% if cloud %}{% data reusables.r.inner %}') },
    ],
    [
      'that a translation uses in another version',
      {
        'content/b.md': page('B', '*', 'B'),
        'translations/ja/content/b.md': page('B', '*', '{% data reusables.r.inner %}'),
      },
    ],
    [
      'that an article of a preview uses',
      { 'content/b.md': page('B', "server: '*'", '{% data reusables.r.inner %}') },
    ],
    [
      'that an article of a coming release uses',
      { 'content/b.md': page('B', "server: '>=3.3'", '{% data reusables.r.inner %}') },
    ],
  ])('of a reusable %s', async (_, more) => {
    expect((await find({ ...used, ...more })).filter((each) => each.startsWith(`dead ${INNER}`))).toEqual([]);
  });

  it('of a reusable that nobody uses', async () => {
    expect(await find({ 'content/a.md': page('A', CLOUD, 'A'), [INNER]: DEAD })).toEqual([]);
  });
});

const condition = fc.constantFrom(
  'cloud',
  'server',
  'managed',
  'managed-next',
  'server > 3.0',
  'server < 3.2',
  'server = 3.1',
  'cloud or server',
  'not cloud',
  'cloud or server > 2.9',
  'server or managed',
  'lane',
  'not server > 3.1',
  'cloud or server or server > 3.0',
);
const use = fc.constantFrom(
  '{% data reusables.r.one %}',
  '{% data reusables.r.two %}',
  '{% data variables.v.three %}',
);
const text: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? fc.oneof(fc.constantFrom('word', 'other\n\ntext'), use)
    : fc.oneof(
        fc.tuple(text(depth - 1), text(depth - 1)).map((parts) => parts.join(' ')),
        fc.tuple(condition, text(depth - 1)).map(([c, t]) => `{% ifversion ${c} %}${t}{% endif %}`),
        fc
          .tuple(condition, text(depth - 1), condition, text(depth - 1), text(depth - 1))
          .map(([a, x, b, y, z]) => `{% ifversion ${a} %}${x}{% elsif ${b} %}${y}{% else %}${z}{% endif %}`),
        fc
          .tuple(condition, text(depth - 1))
          .map(([c, t]) => `{%- ifversion ${c} -%} ${t} {%- else -%} no {%- endif -%}`),
        fc
          .tuple(
            fc.constantFrom('server', 'cloud', 'page.hidden', 'currentVersion ver_gt "widget-server@3.0"'),
            text(depth - 1),
          )
          .map(([c, t]) => `{% if ${c} %}${t}{% endif %}`),
        text(depth - 1).map((t) => `{% note %}\n\n${t}\n\n{% endnote %}`),
      ),
);
const versionsOf = fc.constantFrom(
  '*',
  CLOUD,
  CLOUD_AND_SERVER,
  "server: '>3.0'",
  "server: '3.1'",
  "managed: '*'",
  "feature: 'lane'",
);
const sites = fc
  .record({
    a: text(3),
    b: text(3),
    one: text(3),
    two: text(2),
    three: text(1),
    ja: text(2),
    va: versionsOf,
    vb: versionsOf,
  })
  .map(({ a, b, one, two, three, ja, va, vb }) => ({
    'content/a.md': page('A', va, a),
    'content/b.md': page('B', vb, b),
    'data/features/lane.yml': "versions:\n  cloud: '*'\n  server: '>3.0'\n",
    'data/reusables/r/one.md': one,
    'data/reusables/r/two.md': two,
    'data/variables/v.yml': `three: ${JSON.stringify(three.replace('r.two', 'r.none'))}\n`,
    'translations/ja/content/a.md': page('A', va, ja),
  }));

describe('on any site', () => {
  const resolve = ({ config, versions, files }: SiteSource, texts: ReadonlyMap<string, string>) => {
    const corpus = assembleCorpus({ ...files, texts }, config, versions).value;
    const resolver = createResolver({ config, corpus, versions });
    return config.languages
      .flatMap(({ code }) =>
        [...corpus.articles.values()].flatMap((article) =>
          resolver
            .resolveArticle(article, code, createSet(versions))
            .value.flatMap((each) =>
              formatVersions(each.versions, versions).map(
                (name) => `${code} ${article.path} ${name}: ${each.fields.body?.text}`,
              ),
            ),
        ),
      )
      .sort();
  };

  it('what is said of a branch or condition changes no text in any version when it is put to the test', async () => {
    await fc.assert(
      fc.asyncProperty(sites, async (files) => {
        const site = openSource(files);
        const before = resolve(site, site.files.texts);
        // From the end, so that the places of the others stay where they are.
        const found = (await findBranches(site)).filter(({ end }) => end !== undefined);
        const changed = found.reduceRight<ReadonlyMap<string, string>>(applyFinding, site.files.texts);
        expect(resolve(site, changed)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});
