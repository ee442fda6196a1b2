import { expect, test } from 'vitest';
import { createSite } from './create-site.ts';

/** The notices of a site after its article has been resolved twice. */
function listNotices(main: string, more: Readonly<Record<string, string>> = {}) {
  const site = createSite({
    articles: { main, other: 'B' },
    versions: { other: 'fpt' },
    data: { 'variables.product.name': '{{ currentLanguage }} Lantern', 'reusables.a': 'a\nb', ...more },
  });
  site.resolve();
  const { diagnostics, value } = site.resolve();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { text: value[0]?.fields.body?.text, notices: site.legacyForms() };
}

const notice = { severity: 'warning', via: [], versions: [], languages: [] };
const place = { file: 'content/main.md', line: 10, column: 1 };

test('data printed as an output is rendered, and laid out as by the tag', () => {
  expect(
    listNotices('{{ site.data.variables.product.name }}\n\n- x\n\n  {{- site.data.reusables.a }}\n'),
  ).toEqual({
    text: 'en Lantern\n\n- xa\n  b\n',
    notices: [
      {
        ...notice,
        code: 'resolve/legacy-output',
        message:
          "'{{ site.data… }}' is an older form that still works, here and in 1 more place of the file.",
        hint: 'Write {% data variables.product.name %}.',
        place,
      },
    ],
  });
});

test('a reference that begins with site.data', () => {
  expect(listNotices('{% data site.data.variables.product.name %}')).toEqual({
    text: 'en Lantern',
    notices: [
      {
        ...notice,
        code: 'resolve/legacy-reference',
        message: "'{% data site.data… %}' is an older form that still works.",
        hint: 'Write {% data variables.product.name %}.',
        place,
      },
    ],
  });
});

test.each([
  ['if', 'currentVersion == "free-pro-team@latest"', '{% ifversion fpt %}'],
  ['if', 'currentVersion != "github-ae@latest"', '{% ifversion not ghae %}'],
  [
    'if',
    'currentVersion == "free-pro-team@latest" or currentVersion ver_gt "enterprise-server@3.0"',
    '{% ifversion fpt or ghes > 3.0 %}',
  ],
  ['if', 'currentVersion ver_lt "enterprise-server@3.2"', '{% ifversion ghes < 3.2 %}'],
])('a condition about the id of the version: %s %s', (tag, condition, meant) => {
  expect(listNotices(`{% ${tag} ${condition} %}a{% endif %}`).notices).toEqual([
    {
      ...notice,
      code: 'resolve/legacy-condition',
      message: `'{% ${tag} currentVersion … %}' is an older form that still works.`,
      hint: `Write ${meant}.`,
      place,
    },
  ]);
});

test('a condition that cannot be said today in one', () => {
  expect(
    listNotices('{% if enterpriseServerVersions contains currentVersion %}a{% endif %}').notices,
  ).toEqual([
    expect.objectContaining({
      code: 'resolve/legacy-condition',
      hint: "Ask with 'ifversion', which takes plans, features and releases: {% ifversion fpt or ghes > 3.1 %}.",
    }),
  ]);
});

test('old names of the tags that list links', () => {
  expect(listNotices('{% topic_link_in_list /other %}\n{% link_as_article_card /other %}').notices).toEqual([
    {
      ...notice,
      code: 'resolve/legacy-link',
      message:
        "'{% topic_link_in_list … %}' is an older form that still works, here and in 1 more place of the file.",
      hint: 'Write {% link_in_list /other %}.',
      place,
    },
  ]);
  expect(listNotices('{% homepage_link_with_intro /other %}').notices).toEqual([
    expect.objectContaining({ code: 'resolve/legacy-link', hint: 'Write {% link_with_intro /other %}.' }),
  ]);
});

test('forms of today, and text, get no notice', () => {
  expect(
    listNotices(
      '{{ currentVersion }} {% link_in_list /other %} {% raw %}{{ site.data.variables.a.b }}{% endraw %} currentVersion',
    ).notices,
  ).toEqual([]);
});

test.each(['tool-switcher', '"tool-switcher"', 'tool-switcher.html', 'breadcrumbs'])(
  'an include of what pages show by themselves: %s',
  (name) => {
    expect(listNotices(`## Run\n{% include ${name} %}\n\n{% webui %}\n\na\n\n{% endwebui %}\n`)).toEqual({
      text: '## Run\n\n<div class="tool-webui">\n\na\n\n</div>\n\n',
      notices: [
        {
          ...notice,
          code: 'resolve/legacy-include',
          message: `'{% include ${name} %}' is an older form that still works.`,
          hint: 'Remove it: pages show this by themselves.',
          place: { ...place, line: 11 },
        },
      ],
    });
  },
);
