import { expect, test } from 'vitest';
import { isPage } from '../../src/links/index.ts';
import { joinPieces, renderMarkdownHere } from '../../src/markdown/index.ts';
import { listSiteFiles } from '../../src/publish/index.ts';
import { fc } from '../property.ts';
import { makeSite, renderFile } from './make-site.ts';

const below = [
  { path: 'tea/black', title: 'Black *tea*' },
  { path: 'tea/jugs & cups', title: 'Jugs [and] cups', intro: 'What to _pour_ into.' },
];

/** The Markdown of an article with this body, in the default version. */
async function publish(body: string, assets: readonly string[] = []): Promise<string> {
  const site = await makeSite({
    articles: [
      { path: '', children: ['tea'] },
      { path: 'tea', children: ['tea/green', 'tea/black', 'tea/jugs & cups'] },
      { path: 'tea/green', title: 'Green', intro: 'See [black](/tea/black).', body },
      ...below,
    ],
    assets,
  });
  const text = renderFile(site, 'en/tea/green.md');
  const head = '# Green\n\nSee [black](https://docs.example.com/k/en/tea/black/).\n';
  expect(text.startsWith(head)).toBe(true);
  return text.slice(head.length).trim();
}

const BLACK = 'https://docs.example.com/k/en/tea/black/';

test('links lead to absolute addresses in the language and version of the page', async () => {
  const site = await makeSite({
    articles: [{ path: '', children: ['tea'], body: '[Tea](/tea)' }, { path: 'tea' }],
    languages: ['en', 'ja'],
  });
  expect(renderFile(site, 'en.md')).toContain('[Tea](https://docs.example.com/k/en/tea/)');
  expect(renderFile(site, 'ja/server@2.0.md')).toContain(
    '[Tea](https://docs.example.com/k/ja/server@2.0/tea/)',
  );
});

test.each([
  ['a title stays', '[b](/tea/black "Not (green)")', `[b](${BLACK} "Not (green)")`],
  ['brackets in a text', '[a [b] `]` \\] c](/tea/black)', `[a [b] \`]\` \\] c](${BLACK})`],
  ['an address in angle brackets', '[b](</tea/black>)', `[b](${BLACK})`],
  [
    'an address with signs',
    '[c](/tea/jugs%20&amp;%20cups?a=(1)#x)',
    '[c](https://docs.example.com/k/en/tea/jugs%20&%20cups/?a=%281%29#x)',
  ],
  ['a relative address', '[b](black#leaves)', `[b](${BLACK}#leaves)`],
  ['a fragment of the page itself', '# Up\n\n[u](#up)', '# Up\n\n[u](#up)'],
  ['an address elsewhere', '[x](https://x.example/tea/black)', '[x](https://x.example/tea/black)'],
  ['a link in a link text that is none', '[a](/tea/black) (/tea/black)', `[a](${BLACK}) (/tea/black)`],
  ['several in one line', '[a](/tea/black), [b](/tea/black)', `[a](${BLACK}), [b](${BLACK})`],
  ['a reference', '[b][t]\n\n[t]: /tea/black', `[b](${BLACK})\n\n[t]: /tea/black`],
  ['a collapsed reference', '[t][]\n\n[T]: /tea/black', `[t](${BLACK})\n\n[T]: /tea/black`],
  ['a short reference before blank lines', '[t]\n\n\n\n[t]: /tea/black', `[t](${BLACK})\n\n[t]: /tea/black`],
  ['a short reference', 'A [t].\n\n[t]: </tea/black> "T"', `A [t](${BLACK}).\n\n[t]: </tea/black> "T"`],
  ['HTML', '<a class="x" href=\'/tea/black\'>b</a>', `<a class="x" href="${BLACK}">b</a>`],
  [
    'HTML in a list',
    '- x\n\n  <p>\n  <b>y</b>\n  <a href="/tea/black">b</a></p>',
    `- x\n\n  <p>\n  <b>y</b>\n  <a href="${BLACK}">b</a></p>`,
  ],
  ['a cell of a table', '| a |\n| - |\n| [b](/tea/black#x\\|y) |', `| a |\n| - |\n| [b](${BLACK}#x%7Cy) |`],
])('%s', async (_, body, expected) => {
  expect(await publish(body)).toBe(expected);
});

test('a picture is absolute, alone and in a link', async () => {
  expect(await publish('![A `]` cup](/assets/cup.png)', ['assets/cup.png'])).toBe(
    '![A `]` cup](https://docs.example.com/k/assets/cup.png)',
  );
  expect(await publish('[![cup](/assets/cup.png)](/tea/black)', ['assets/cup.png'])).toBe(
    `[![cup](https://docs.example.com/k/assets/cup.png)](${BLACK})`,
  );
  expect(await publish('<img alt="" src="/assets/cup.png" width=20>', ['assets/cup.png'])).toBe(
    '<img alt="" src="https://docs.example.com/k/assets/cup.png" width=20>',
  );
});

test('AUTOTITLE is the title of its target, with its signs escaped', async () => {
  expect(await publish('See [AUTOTITLE](/tea/jugs%20&%20cups) and [AUTOTITLE](/tea/black).')).toBe(
    `See [Jugs \\[and\\] cups](https://docs.example.com/k/en/tea/jugs%20&%20cups/) and [Black tea](${BLACK}).`,
  );
});

test('code keeps what looks like a link', async () => {
  const code = '```\n[b](/tea/black)\n<a href="/tea/black">\n```\n\n`[b](/tea/black)`';
  expect(await publish(`[b](/tea/black)\n\n${code}`)).toBe(`[b](${BLACK})\n\n${code}`);
});

test('blank lines are collapsed, but not in code', async () => {
  expect(await publish('a\n\n \n\n\nb\n\n```\nc\n\n\n\nd\n```\n\n\ne')).toBe(
    'a\n\nb\n\n```\nc\n\n\n\nd\n```\n\ne',
  );
});

test('a drawn icon is its label, but not in code', async () => {
  const icon = '<svg class="octicon" aria-label="The gear &amp; all"><path d="M1 1"></path></svg>';
  expect(
    await publish(`Click ${icon} **Settings**${icon.replace(/aria-label="[^"]*"/, '')}. \`${icon}\``),
  ).toBe(`Click (The gear &amp; all) **Settings**. \`${icon}\``);
});

test('rows of a table without a word are left out, below its head and not in code', async () => {
  const rows = '| a | b |\n| --- | --- |\n| |\n| c | d |\n|  | |\n| |\n| e | |';
  expect(await publish(`${rows}\n\n| | |\n| --- | --- |\n| f | g |`)).toBe(
    '| a | b |\n| --- | --- |\n| c | d |\n| e | |\n\n| | |\n| --- | --- |\n| f | g |',
  );
  expect(await publish(`\`\`\`\n${rows}\n\`\`\``)).toContain('| c | d |\n|  | |\n| |\n');
});

test('a text of which the page shows nothing is left out', async () => {
  const box = '<div>\n  <h2>Examples</h2>\n  <button class="js-more">Show more</button>\n</div>';
  expect(await publish(box)).toBe('');
  expect(await publish(`${box}\n\nMore`)).toContain('More');
});

test('tabs of code stand below each other, each under its label', async () => {
  const tabs = `<div class="codetabs">
<div class="codetab" data-language="go" data-label="Go &amp; *more*">

\`\`\`go
html("<div></div>")
\`\`\`

</div>

<div class="codetab" data-language="python">

<div>

b

</div>

</div>

</div>

c
`;
  expect(await publish(tabs)).toBe(`**Go & \\*more\\***

\`\`\`go
html("<div></div>")
\`\`\`

**Python**

<div>

b

</div>

c`);
  expect(await publish(`1. a\n\n   ${tabs.replaceAll('\n', '\n   ')}`)).toContain(
    '1. a\n\n   **Go & \\*more\\***\n   \n   ```go\n',
  );
});

test('elements that only name the language of a description of an API are left out, and no others', async () => {
  const operation = `<h2 class="rest-operation" id="brew"><span id="brew-tea"></span><span class="rest-text" lang="en">Brew \`tea\`</span></h2>

<div class="rest-text" lang="en" dir="ltr">

Hot. <span>Very.</span>

\`<span class="rest-text" lang="en">\`

</div>

| a |
| --- |
| <span class="rest-text" lang="en"><span>b</span></span> |
`;
  expect(await publish(operation.replace('`tea`', '<code>tea</code>'))).toBe(`## Brew \`tea\`

Hot. <span>Very.</span>

\`<span class="rest-text" lang="en">\`

| a |
| --- |
| <span>b</span> |`);
});

test('an index page lists its pages, and stands at index.md too', async () => {
  const site = await makeSite({
    articles: [
      { path: '', children: ['tea'], title: 'Home' },
      { path: 'tea', title: 'Tea', children: ['tea/black', 'tea/jugs & cups'], body: 'All of it.\n' },
      ...below,
    ],
  });
  const text = renderFile(site, 'en/server@2.1/tea.md');
  expect(text).toBe(`# Tea

All of it.

- [Black tea](https://docs.example.com/k/en/server@2.1/tea/black/)
- [Jugs \\[and\\] cups](https://docs.example.com/k/en/server@2.1/tea/jugs%20&%20cups/): What to pour into.
`);
  expect(renderFile(site, 'en/server@2.1/tea/index.md')).toBe(text);
});

test('a folder with the name of a Markdown file keeps its name', async () => {
  const articles = [{ path: '', children: ['tea'] }, { path: 'tea' }];
  const redirects = [
    { from: '/k/en/tea.md/', output: 'en/tea.md/index.html', to: '/k/en/tea/', language: 'en' },
  ];
  const outputs = listSiteFiles(await makeSite({ articles, redirects })).map(({ output }) => output);
  expect(outputs).not.toContain('en/tea.md');
  expect(outputs).toContain('en/server@2.1/tea.md');
});

test('whatever stands around them, links lead in the Markdown where they lead on the page', async () => {
  const words = fc.constantFrom(
    ...[
      '[b](/tea/black)',
      '![i](/assets/i.png)',
      '[b][t]',
      '[t]',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      '`',
      '``',
      '*',
    ],
    ...[
      '\n',
      '\n\n',
      '\n\n[t]: /tea/black\n\n',
      '- ',
      '1. ',
      '> ',
      '    ',
      '```\n',
      '| a |\n| - |\n',
      ' | ',
      'word',
    ],
    ...[
      '<a href="/tea/black">c</a>',
      '<img src=/assets/i.png>',
      '<b>',
      '</b>',
      '<div>\n',
      '</div>\n',
      '&amp;',
    ],
  );
  const texts = fc.array(words, { maxLength: 15 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(texts, async (body) => {
      const site = await makeSite({
        articles: [
          { path: '', children: ['tea', 'tea/black'], body },
          { path: 'tea', children: [] },
          { path: 'tea/black' },
        ],
      });
      const [home] = site.pages;
      if (home === undefined || !isPage(home)) throw new Error('The site has no home page.');
      const onPage = joinPieces(home.body.rendering, home.body.fills);
      const markdown = renderFile(site, 'en.md').replace(/^#.*\n|\n- \[tea\]\([\s\S]*$/g, '');
      const [again] = await renderMarkdownHere([markdown], { html: 'clean' });
      expect(listAddresses(again?.pieces.join('') ?? '')).toEqual(listAddresses(onPage));
    }),
    { numRuns: 300 },
  );
});

/** Where the links and images of a text lead, in their order. */
function listAddresses(html: string): readonly string[] {
  return [...html.matchAll(/<(?:a|img) (?:href|src)="([^"#]+)/g)].map(([, address = '']) =>
    decodeURIComponent(new URL(address, 'https://docs.example.com/k/en/').href),
  );
}
