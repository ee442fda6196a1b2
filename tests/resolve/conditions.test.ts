import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

const ALL = ['fpt', 'ghes-3.10', 'ghes-3.2', 'ghes-3.1', 'ghae', 'ghae-next'];

describe('ifversion', () => {
  test('gives each version the first branch whose condition holds', () => {
    const site = createSite({
      articles: { main: '{% ifversion fpt %}A{% elsif ghes > 3.1 %}B{% else %}C{% endif %}' },
    });
    expect(site.texts()).toEqual({
      fpt: 'A',
      'ghes-3.10': 'B',
      'ghes-3.2': 'B',
      'ghes-3.1': 'C',
      ghae: 'C',
      'ghae-next': 'C',
    });
  });

  test('nests', () => {
    const site = createSite({
      articles: {
        main: '{% ifversion ghes %}{% ifversion ghes < 3.2 %}old{% else %}new{% endif %}{% endif %}',
      },
    });
    expect(site.texts()).toMatchObject({ fpt: '', 'ghes-3.2': 'new', 'ghes-3.1': 'old' });
  });

  test('knows features and previews', () => {
    const site = createSite({
      articles: { main: '{% ifversion boards %}A{% endif %}{% ifversion ghae-next %}B{% endif %}' },
      features: { boards: 'fpt or ghes > 3.1' },
    });
    expect(site.texts()).toEqual({
      fpt: 'A',
      'ghes-3.10': 'A',
      'ghes-3.2': 'A',
      'ghes-3.1': '',
      ghae: '',
      'ghae-next': 'B',
    });
  });

  test('warns of an unknown name and takes it as false', () => {
    const site = createSite({ articles: { main: 'x\n{% ifversion fpt or ghees %}A{% endif %}' } });
    const { value, diagnostics } = site.resolve();
    expect(value.some(({ broken }) => broken)).toBe(false);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'versions/unknown-name',
        severity: 'warning',
        place: { file: 'content/main.md', line: 11, column: 21 },
        via: [],
        versions: ALL,
        languages: ['en'],
      }),
    ]);
  });

  test('with an error shows nothing from there on to the versions that come to it', () => {
    const site = createSite({
      articles: { main: '{% ifversion fpt %}A{% elsif ghes >= 3.2 %}B{% else %}C{% endif %}' },
    });
    const { value, diagnostics } = site.resolve();
    expect(value.map(({ broken, fields }) => [broken, fields.body?.text])).toEqual([
      [false, 'A'],
      [false, ''],
    ]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'versions/operator',
        severity: 'error',
        place: { file: 'content/main.md', line: 10, column: 35 },
        versions: ALL,
      }),
    ]);
  });

  test('with a condition in its else, of either grammar, chooses by it', () => {
    const site = createSite({
      articles: {
        main: '{% ifversion fpt %}A{% else if enterpriseServerVersions contains currentVersion %}B{% else %}C{% endif %}',
        other:
          '{% ifversion fpt %}A{% else ifversion ghes < 3.2 %}B{% elsif ghes %}C{% endif %}{% if ghae %}D{% else if ghae-next %}E{% endif %}.',
      },
    });
    expect(site.texts()).toMatchObject({ fpt: 'A', 'ghes-3.2': 'B', 'ghes-3.1': 'B', ghae: 'C' });
    expect(site.texts('other')).toMatchObject({ fpt: 'A.', 'ghes-3.2': 'C.', 'ghes-3.1': 'B.', ghae: 'D.' });
  });

  test('with an error in a reusable leaves the block out, and tells the versions that use it', () => {
    const site = createSite({
      articles: { main: '{% ifversion ghae %}{% data reusables.a %}{% endif %}' },
      data: { 'reusables.a': 'x {% ifversion ghes >= 3.2 %}B{% endif %}' },
    });
    const { value, diagnostics } = site.resolve();
    expect(value.map(({ broken, fields }) => [broken, fields.body?.text])).toEqual([
      [false, ''],
      [false, 'x '],
    ]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'versions/operator',
        place: { file: 'data/reusables/a.md', line: 1, column: 21 },
        via: [{ file: 'content/main.md', line: 10, column: 21 }],
        versions: ['ghae', 'ghae-next'],
      }),
    ]);
  });
});

describe('ordinary conditions', () => {
  test('know plans and features as booleans', () => {
    const site = createSite({
      articles: {
        main: '{% if fpt %}A{% endif %}{% unless boards %}B{% endunless %}{% if ghae-next %}C{% endif %}',
      },
      features: { boards: 'ghes' },
    });
    expect(site.texts()).toEqual({
      fpt: 'AB',
      'ghes-3.10': '',
      'ghes-3.2': '',
      'ghes-3.1': '',
      ghae: 'B',
      'ghae-next': 'BC',
    });
  });

  test('compare the version as corpora of 2020 do', () => {
    const condition =
      'currentVersion == "free-pro-team@latest" or currentVersion ver_gt "enterprise-server@3.2"';
    const site = createSite({ articles: { main: `{% if ${condition} %}A{% else %}B{% endif %}` } });
    expect(site.texts()).toEqual({
      fpt: 'A',
      'ghes-3.10': 'A',
      'ghes-3.2': 'B',
      'ghes-3.1': 'B',
      ghae: 'B',
      'ghae-next': 'B',
    });
    expect(site.resolve().value).toHaveLength(2);
  });

  test('compare a preview as the release it is a preview of', () => {
    const site = createSite({
      articles: { main: '{% if currentVersion == "github-ae@latest" %}A{% else %}B{% endif %}' },
    });
    expect(site.texts()).toMatchObject({ fpt: 'B', ghae: 'A', 'ghae-next': 'A' });
  });

  test('compare releases as numbers with ver_lt', () => {
    const site = createSite({
      articles: { main: '{% if currentVersion ver_lt "enterprise-server@3.9" %}A{% endif %}' },
    });
    expect(site.texts()).toMatchObject({ fpt: '', 'ghes-3.10': '', 'ghes-3.2': 'A' });
  });

  test('ask all versions at once whether a list contains the version', () => {
    const site = createSite({
      articles: { main: '{% if enterpriseServerVersions contains currentVersion %}A{% endif %}' },
    });
    expect(site.texts()).toMatchObject({ fpt: '', 'ghes-3.1': 'A', ghae: '' });
    expect(site.resolve().value).toHaveLength(2);
  });

  test('choose by case', () => {
    const site = createSite({
      articles: {
        main: '{% case currentVersionShortName %}{% when "fpt" %}A{% when "ghes" %}B{% endcase %}',
      },
    });
    expect(site.texts()).toMatchObject({ fpt: 'A', 'ghes-3.1': 'B', ghae: '' });
  });
});
