import { expect, test } from 'vitest';
import { render, show } from './fill.ts';

const PROMPT = '<code class="prompt">Draw a **rake** for `me` &amp; [you](/you)</code>';

test('a prompt in the text has room for a link behind it, with its plain words', async () => {
  const rendering = await render(`Try ${PROMPT}, then dig.`);
  expect(show(rendering)).toBe(
    '<p>Try <code class="prompt">Draw a <strong>rake</strong> for <code>me</code> &#x26; ' +
      '<a href="{link /you}">you</a></code>{prompt "Draw a rake for me & you"}, then dig.</p>',
  );
  expect(rendering.text).toBe('Try Draw a rake for me & you, then dig.');
});

test.each(['<code class="prompt"> </code>', '[<code class="prompt">a</code>](/b)', '<code>a</code>'])(
  '%s has none',
  async (text) => {
    expect((await render(text)).slots.filter(({ kind }) => kind === 'prompt')).toEqual([]);
  },
);

test('a block of code that is a prompt has room for a link in its bar, before the copy button', async () => {
  const rendering = await render('```text prompt\nDraw a rake.\n```\n\n```text copy\nDig.\n```');
  expect(show(rendering)).toMatch(/Text<\/span>\{prompt "Draw a rake."\}<button class="js-copy"/);
  expect(rendering.slots).toEqual([{ kind: 'prompt', text: 'Draw a rake.' }]);
});

test('a prompt that refers to a block of code has it behind its words', async () => {
  const { slots, problems } = await render(
    '```text prompt ref=rake\nWhat is this?\n```\n\n```js id=rake\nrake()\n```\n\n```js id=rake\nhoe()\n```',
  );
  expect(slots).toEqual([{ kind: 'prompt', text: 'What is this?\n\nrake()' }]);
  expect(problems).toEqual([]);
});

test('a prompt that refers to no block is reported', async () => {
  const { slots, problems } = await render('```js id=rake\na\n```\n\n```text prompt ref=rkae\nWhat?\n```');
  expect(slots).toEqual([{ kind: 'prompt', text: 'What?' }]);
  expect(problems).toEqual([
    {
      code: 'markdown/unknown-code',
      severity: 'warning',
      message: "No code block on the page has the id 'rkae' that a prompt refers to.",
      hint: "Did you mean 'rake'?",
      offset: 21,
    },
  ]);
});
