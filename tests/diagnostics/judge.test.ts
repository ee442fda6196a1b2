import { expect, test } from 'vitest';
import { judge } from '../../src/diagnostics/index.ts';

/** As many as would take minutes if each were looked for in the whole text. */
const COUNT = 20_000;

function judgeText(text: string) {
  return judge([], { texts: new Map([['content/a.md', text]]), isWhole: true }).diagnostics;
}

test('a file may have thousands of comments that ignore rules', () => {
  const told = judgeText('<!-- decant-ignore links/broken -->\n'.repeat(COUNT));
  expect(told).toHaveLength(COUNT);
  expect(told.at(-1)?.place).toEqual({ file: 'content/a.md', line: COUNT, column: 1 });
});

test.each(['<!-- decant-ignore x', '{% comment %} decant-ignore x', '{% raw %}'])(
  'thousands of comments that begin and do not end are none: %s',
  (begin) => {
    expect(judgeText(`<!-- decant-ignore -\n${`${begin}\n`.repeat(COUNT)}`)).toEqual([]);
  },
);

test('a comment shown as text ignores nothing, one behind it does', () => {
  const comment = '{% comment %} decant-ignore links/broken {% endcomment %}';
  const told = judgeText(
    `a\n{% raw %}${comment}{% endraw %}\n\n${comment}\n<!-- decant-ignore links/broken -->`,
  );
  expect(told.map(({ place }) => place.line)).toEqual([4, 5]);
});
