import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

function resolveIn(version: string, main: string): string | undefined {
  const tree = { tables: { a: { b: 'table' } }, glossaries: { x: 'term' }, variables: { v: { w: 'value' } } };
  return createSite({ articles: { 'a/b/main': main }, tree }).texts('a/b/main')[version];
}

test.each([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...['_read', 'compared', 'liquidMethodMissing', 'run', 'site'],
])('the version has no property %s that a text could name', (name) => {
  // Liquid prints what the version itself is, where it has a method of the name.
  const printed = resolveIn('ghes-3.2', `{{ currentVersion.${name} }}{{ currentVersion["${name}"].name }}`);
  expect(['', 'enterprise-server@3.2']).toContain(printed?.trim());
});

describe('names', () => {
  test.each([
    ['{{ currentVersion }}', 'enterprise-server@3.2'],
    ['{{ currentVersion | version_num }}', '3.2'],
    ['{{ currentVersionShortName }}', 'ghes'],
    ['{{ currentRelease }}', '3.2'],
    ['{{ currentVersionObj.versionTitle }}', 'Enterprise Server 3.2'],
    [
      '{% assign v = currentVersionObj %}{{ v.version }} {{ v.plan }} {{ v.planTitle }} {{ v.shortName }}',
      'enterprise-server@3.2 enterprise-server Enterprise Server ghes',
    ],
    [
      '{% assign v = currentVersionObj %}{{ v.currentRelease }} {{ v.latestVersion }} {{ v.releases | join: " " }}',
      '3.2 enterprise-server@3.10 3.10 3.2 3.1',
    ],
    [
      '{{ currentVersionObj.hasNumberedReleases }} {{ currentVersionObj.nonEnterpriseDefault }}',
      'true false',
    ],
    ['{{ allVersions[currentVersion].plan }}', 'enterprise-server'],
    ['{{ allVersions | obj_size }}', '5'],
    ['{{ currentLanguage }}', 'en'],
    ['{{ currentProduct }} {{ currentCategory }}', 'a b'],
    ['{{ currentArticle }}', '/a/b/main'],
    ['{{ currentPath }}', '/en/enterprise-server@3.2/a/b/main'],
    ['{{ currentPathWithoutLanguage }}', '/enterprise-server@3.2/a/b/main'],
    ['{{ page.title }} {{ page.type }}', 'Title tutorial'],
    ['/enterprise/{{ page.version }}/admin', '/enterprise/3.2/admin'],
    ['{{ page.relativePath }} {{ page.hidden }}', 'a/b/main false'],
    [
      '{{ enterpriseServerReleases.latestStable }} {{ enterpriseServerReleases.all | join: " " }}',
      '3.10 3.10 3.2 3.1 3.0',
    ],
    ['{{ enterpriseServerReleases.latest }} {{ enterpriseServerReleases.supported[1] }}', '3.10 3.2'],
    ['{{ enterpriseServerReleases.oldestSupported }} {{ enterpriseServerReleases.deprecated }}', '3.1 3.0'],
    [
      '{{ enterpriseServerVersions | join: " " }}',
      'enterprise-server@3.10 enterprise-server@3.2 enterprise-server@3.1',
    ],
    ['{{ site.data.variables.v.w | upcase }} {{ tables.a.b }} {{ glossaries.x }}', 'VALUE table term'],
    ['{{ fpt }}{{ ghes }}', 'true'],
    ['{{ "What\'s New?" | slugify }}', 'whats-new'],
    ['{{ nothing }}{{ constructor }}{{ page.constructor }}{{ __proto__ }}{{ page.__proto__ }}', ''],
  ])('give %s', (source, text) => {
    expect(resolveIn('ghes-3.2', source)).toBe(text);
  });
});

test('previews are named in previews only', () => {
  const source = '{% for version in allVersions %}{{ version[0] }} {% endfor %}';
  expect(resolveIn('ghae', source)).not.toContain('next');
  expect(resolveIn('ghae-next', source)).toContain('github-ae@next');
});

describe('filters', () => {
  test('that would differ from build to build are refused', () => {
    const site = createSite({
      articles: { main: 'a {{ "now" | date: "%Y" }} {{ "today" | date_to_string }}' },
    });
    const { value, diagnostics } = site.resolve();
    expect(value[0]?.broken).toBe(false);
    expect(site.body()).toBe('a  ');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/not-repeatable',
        severity: 'error',
        message: "'now' would differ from build to build.",
        hint: 'Write the date itself.',
        place: { file: 'content/main.md', line: 10, column: 3 },
      }),
      expect.objectContaining({ message: "'today' would differ from build to build." }),
    ]);
    expect(
      createSite({ articles: { main: '{{ "a,b" | split: "," | sample }}' } }).resolve().diagnostics,
    ).toEqual([expect.objectContaining({ message: "'sample' would differ from build to build." })]);
  });

  test('read dates in the same zone everywhere', () => {
    const main =
      '{{ "2020-12-24" | date: "%Y-%m-%d %H:%M" }}, {{ "2020-12-24 10:00" | date: "%Y-%m-%d %H:%M" }}, {{ "2020-12-24T10:00" | date: "%Y-%m-%d %H:%M" }}, {{ "Dec 24, 2020" | date: "%Y-%m-%d %H:%M" }}';
    expect(createSite({ articles: { main } }).body()).toBe(
      '2020-12-24 00:00, 2020-12-24 10:00, 2020-12-24 10:00, 2020-12-24 00:00',
    );
  });

  test('that are unknown do nothing and get a warning', () => {
    const site = createSite({ articles: { main: '{{ "a" | upcas }}' } });
    expect(site.body()).toBe('a');
    expect(site.resolve().diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/unknown-filter',
        severity: 'warning',
        message: "There is no filter 'upcas', so it does nothing.",
        hint: "Did you mean 'upcase'?",
        place: { file: 'content/main.md', line: 10, column: 1 },
      }),
    ]);
  });
});
