import { expect, it } from 'vitest';
import { checkTexts, tell } from './check-texts.ts';

const article = (versions: string, body: string) =>
  `---\ntitle: Tea\nversions: { ${versions} }\n---\n${body}\n`;
const wanted = new Set(['check/dead-branch', 'check/always-true', 'check/redundant-condition']);
const files = {
  'content/index.md': "---\ntitle: Home\nversions: '*'\nchildren: [/a, /b]\n---\n",
  'content/a.md': article("cloud: '*'", '{% data reusables.pour %} {% ifversion server %}A{% endif %}'),
  'content/b.md': article("cloud: '*', server: '3.1'", '{% data reusables.brew %}'),
  'data/reusables/brew.md': '{% ifversion server %}{% data reusables.pour %}{% endif %}\n',
  'data/reusables/pour.md': [
    '{% ifversion cloud or server or server > 3.0 %}Pour.{% endif %}',
    '{% ifversion cloud %}A{% elsif server < 3.2 %}B{% else %}C{% endif %}',
    '{% ifversion server or server = 3.1 %}D{% endif %}',
    '',
  ].join('\n'),
};

it('branches and conditions are told with the articles that use their text', async () => {
  const checked = await checkTexts(files, '', { wanted });
  expect(tell(checked)).toEqual([
    "content/a.md:5:27 The branch 'ifversion server' is never shown: it is only asked of cloud.",
    "data/reusables/pour.md:1:1 The condition 'ifversion cloud or server or server > 3.0' is true in every version that reaches it: every version but server 3.2.",
    "data/reusables/pour.md:2:48 The branch 'else' is never shown: the branches before it take every version that gets here.",
    "data/reusables/pour.md:3:14 The condition 'ifversion server or server = 3.1' says no more than 'server' of every version but server 3.2.",
  ]);
  expect(checked.diagnostics.map(({ hint }) => hint)).toEqual([
    'Remove the branch.',
    'Remove the tags and keep the text of this branch. The text is used by 2 articles: a, b.',
    'Remove the branch. The text is used by 2 articles: a, b.',
    'Write {% ifversion server %}. The text is used by 2 articles: a, b.',
  ]);
  expect(checked.diagnostics[0]).toMatchObject({ end: { line: 5, column: 50 }, versions: ['cloud'] });
  expect(checked.site).toBeUndefined();
});

it('a condition is made shorter where both are the same in every version, not by what stands around it alone', async () => {
  const body = [
    '{% ifversion server > 3.0 or cloud %}A{% endif %}',
    '{% ifversion server = 3.1 %}B{% else %}C{% endif %}',
    '{% ifversion server and server > 2.9 %}D{% endif %}',
  ].join('\n');
  const { diagnostics } = await checkTexts(
    { 'content/index.md': article("cloud: '*', server: '3.1'", body) },
    '',
    { wanted: new Set(['check/redundant-condition']) },
  );
  expect(diagnostics.map(({ message, fixes }) => [message.split("'")[1], fixes?.[0]?.edits])).toEqual([
    ['ifversion server = 3.1', undefined],
    [
      'ifversion server and server > 2.9',
      [
        {
          file: 'content/index.md',
          start: { line: 7, column: 14 },
          end: { line: 7, column: 37 },
          text: 'server',
        },
      ],
    ],
  ]);
});
