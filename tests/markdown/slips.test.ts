import { expect, test } from 'vitest';
import { render, show } from './fill.ts';

test.each(['[AUTOTITLE]', '[ AUTOTITLE ]', '[AUTOTITLE][beds]', '[AUTOTITLE]&nbsp;(/beds)'])(
  '%s is no link, and reported',
  async (words) => {
    const { problems } = await render(`Rake &amp; hoe, see\n${words}.`);
    expect(problems).toEqual([
      {
        code: 'markdown/autotitle-brackets',
        severity: 'warning',
        message: 'AUTOTITLE is in brackets that are not a link, so readers see the word.',
        hint: 'Write `[AUTOTITLE](/folder/article)`, without a space in between, or define the reference that it names.',
        offset: 20,
      },
    ]);
  },
);

test.each(['`[AUTOTITLE]`', '```\n[AUTOTITLE]\n```', '[AUTOTITLE]\n\n[AUTOTITLE]: /beds', '[the AUTOTITLE]'])(
  '%j is right',
  async (text) => {
    expect((await render(text)).problems).toEqual([]);
  },
);

test.each([
  ['> [!NOTES]\n> a', 'NOTES', "Did you mean '[!NOTE]'?"],
  ['1. a\n\n   > [!Warnign] b', 'Warnign', "Did you mean '[!WARNING]'?"],
  ['> [!補足]\n> a', '補足', 'The kinds are NOTE, TIP, IMPORTANT, WARNING, CAUTION.'],
])('a callout of a kind that does not exist is a quotation, and reported: %j', async (text, kind, hint) => {
  const rendering = await render(text);
  expect(show(rendering)).toContain(`<p>[!${kind}]`);
  expect(rendering.problems).toEqual([
    {
      code: 'markdown/unknown-alert',
      severity: 'warning',
      message: `There is no callout of the kind '${kind}', so readers see a quotation.`,
      hint,
      offset: text.indexOf('>'),
    },
  ]);
});

test.each(['> [!note] a', '> [link][!x]\n\n[!x]: /a', '> a [!NOTES]', '[!NOTES]', '> `[!NOTES]`'])(
  '%j is no callout of another kind',
  async (text) => {
    expect((await render(text)).problems).toEqual([]);
  },
);

test.each([
  '```yaml\na: 1\n\n## Rake',
  '- a\n\n  ~~~\n  b',
  '> ```\n> a',
  '```',
  '```\na\n~~~',
  '````\na\n```',
])('a fence that takes everything to the end is reported: %j', async (text) => {
  expect((await render(text)).problems).toEqual([
    {
      code: 'markdown/unclosed-fence',
      severity: 'warning',
      message: 'The code block is never closed, so all text after it is code.',
      hint: 'Put a line with the same number of backticks or tildes where the code ends, and nothing else on it.',
      offset: text.search(/`|~/),
    },
  ]);
});

test.each([
  '```\na\n```',
  '```\n```\n\n',
  '> ```\n> a\n> ```',
  '- ```\n  a\n\nb',
  '    ```\n    a',
  '````\n```\n````',
  '1. a\n\n   ~~~~\n   b\n   ~~~~\n',
])('a fence that is closed, or ends with what it stands in, is right: %j', async (text) => {
  expect((await render(text)).problems).toEqual([]);
});
