import { describe, expect, test } from 'vitest';
import { createSet, EMPTY_SET, formatVersions } from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { bodyOf, createSite, type TestSite } from './create-site.ts';

function listClasses(site: TestSite): readonly (readonly string[])[] {
  return site.resolve().value.map(({ versions }) => formatVersions(versions, site.versions));
}

describe('outcomes', () => {
  test('are shared by the versions that answer alike', () => {
    const site = createSite({
      articles: { main: '{% ifversion fpt %}A{% endif %}{% ifversion ghes > 3.1 %}B{% endif %}' },
    });
    expect(listClasses(site)).toEqual([
      ['fpt'],
      ['ghes-3.10', 'ghes-3.2'],
      ['ghes-3.1', 'ghae', 'ghae-next'],
    ]);
  });

  test('merge where different answers gave the same text from the same places', () => {
    const site = createSite({
      articles: { main: 'A{% ifversion fpt %}{% endif %}{% ifversion ghes %}{% else %}{% endif %}B' },
    });
    expect(listClasses(site)).toHaveLength(1);
  });

  test('stay apart where the same text comes from different places', () => {
    const site = createSite({ articles: { main: '{% ifversion fpt %}A{% else %}A{% endif %}' } });
    expect(listClasses(site)).toHaveLength(2);
  });

  test('are one for each version where the text prints the version', () => {
    const site = createSite({ articles: { main: '/{{ currentVersion }}/x' } });
    expect(site.texts()).toEqual({
      fpt: '/free-pro-team@latest/x',
      'ghes-3.10': '/enterprise-server@3.10/x',
      'ghes-3.2': '/enterprise-server@3.2/x',
      'ghes-3.1': '/enterprise-server@3.1/x',
      ghae: '/github-ae@latest/x',
      'ghae-next': '/github-ae@next/x',
    });
  });

  test('hold all fields of the article', () => {
    const site = createSite({
      articles: {
        main: {
          title: 'T',
          shortTitle: 'S',
          intro: '{% ifversion fpt %}I{% endif %}',
          permissions: 'P',
          body: 'B',
        },
      },
    });
    const { value } = site.resolve();
    expect(value).toHaveLength(2);
    expect(Object.keys(value[0]?.fields ?? {})).toEqual([
      'title',
      'shortTitle',
      'intro',
      'permissions',
      'body',
    ]);
  });

  test('cover the wanted versions that the article has, and no others', () => {
    const site = createSite({ articles: { main: 'A' }, versions: { main: 'ghes or ghae' } });
    const { value } = site.resolve('main', 'en', ['fpt', 'ghes-3.2', 'ghae']);
    expect(value.map(({ versions }) => formatVersions(versions, site.versions))).toEqual([
      ['ghes-3.2', 'ghae'],
    ]);
    expect(site.resolve('main', 'en', ['fpt']).value).toEqual([]);
  });

  test('hold each wanted version exactly once, with the text a run for it alone gives', () => {
    const condition = fc.constantFrom(
      'fpt',
      'ghes',
      'ghes > 3.1',
      'ghes < 3.10',
      'not ghae',
      'fpt or ghae-next',
    );
    const part = fc.oneof(
      condition.map((text) => `{% ifversion ${text} %}a{% else %}b{% endif %}`),
      condition.map((text) => `{% ifversion ${text} %}{{ currentRelease }}{% endif %}`),
      fc.constant('{% if currentVersion contains "3.1" %}c{% endif %}'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const site = createSite({ articles: { main: parts.join('-') } });
        const { value } = site.resolve();
        const united = value.reduce((set, { versions }) => {
          expect(set & versions).toBe(EMPTY_SET);
          return set | versions;
        }, EMPTY_SET);
        expect(united).toBe(createSet(site.versions));
        for (const { name } of site.versions) {
          const alone = site.resolve('main', 'en', [name]).value[0];
          expect(bodyOf(alone)).toBe(site.texts()[name]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
