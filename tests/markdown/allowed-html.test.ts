import { describe, expect, test } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { render, show } from './fill.ts';

/** HTML as it comes out, with addresses as they are written; a line of text is a paragraph. */
async function clean(html: string): Promise<string> {
  const shown = show(await render(html));
  return shown
    .trim()
    .replace(/^<p>(.*)<\/p>$/s, '$1')
    .replaceAll(/\{(?:link|image) ([^}]*)\}/g, '$1')
    .replaceAll(/ width="\{[^"]*"/g, '');
}

async function listMessages(markdown: string): Promise<readonly string[]> {
  return (await render(markdown)).problems.map(({ message }) => message);
}

/** Every element that has attributes of its own, with all of them. */
const ALLOWED = [
  '<a href="/x" hreflang="en" target="_blank" rel="nofollow" type="text/html" download="b.zip">a</a>',
  '<audio src="/a.mp3" controls loop muted preload="none"></audio>',
  '<blockquote cite="/a">b</blockquote>',
  '<table><colgroup span="2"><col span="2"></colgroup></table>',
  '<del cite="/a" datetime="2020">b</del>',
  '<ins cite="/a" datetime="2020">b</ins>',
  '<details open><summary>a</summary></details>',
  '<font color="red" size="2" face="x">a</font>',
  '<hr size="1" noshade>',
  '<iframe src="https://example.com/" allowfullscreen frameborder="0" loading="lazy"></iframe>',
  '<input type="checkbox" disabled checked>',
  '<ol start="2" reversed type="a"><li value="3" type="i">a</li></ol>',
  '<q cite="/a">b</q>',
  '<picture><source src="/a.webp" srcset="/a.webp 1x" sizes="1px" type="image/webp" media="print"></picture>',
  '<table border="1" cellpadding="1" cellspacing="2" bgcolor="red" summary="a" frame="box" rules="all"><tbody><tr bgcolor="red"><td>a</td></tr></tbody></table>',
  '<table><tbody><tr><td colspan="2" rowspan="2" headers="a" abbr="b" bgcolor="red" nowrap>a</td></tr></tbody></table>',
  '<table><tbody><tr><th colspan="2" abbr="b" scope="row">a</th></tr></tbody></table>',
  '<time datetime="2020">a</time>',
  '<ul type="square"><li>a</li></ul>',
  '<video src="/a.mp4" poster="/a.png" controls loop muted preload="none" playsinline><track src="/a.vtt" kind="captions" srclang="en" label="a" default></video>',
  '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" version="1.1" preserveAspectRatio="none" focusable="false" fill="red" opacity="1"><path d="M0" fill-rule="evenodd" clip-rule="evenodd" fill-opacity="1" stroke="red" stroke-width="1" stroke-linecap="round" stroke-linejoin="round" transform="x"></path></svg>',
  '<svg><circle cx="1" cy="1" r="1"></circle><ellipse rx="1" ry="1"></ellipse><line x1="1" x2="1" y1="1" y2="1"></line><polygon points="1"></polygon><polyline points="1"></polyline><rect x="1" y="1"></rect><g fill="red"></g></svg>',
  '<p id="a" class="b" title="c" lang="ja" dir="rtl" align="left" hidden tabindex="0" data-x="y">d</p>',
  '<b aria-hidden="true" aria-label="a" aria-labelledby="b" aria-describedby="c" aria-description="d" aria-current="page">e</b>',
];

describe('HTML that documentation is written with', () => {
  test.each(ALLOWED)('%s stays as it is', async (html) => {
    expect(await clean(html)).toBe(html);
    expect(await listMessages(html)).toEqual([]);
  });

  test('has attributes of its own, and not those of other elements', async () => {
    expect(await clean('<b cite="/a" href="/b" colspan="2" xdata1="c" mydata-x="d" size="3">e</b>')).toBe(
      '<b>e</b>',
    );
    expect(await listMessages('<p checked>a</p>')).toEqual(['The attribute checked of <p> was dropped.']);
  });

  test('loses comments, and names of document types', async () => {
    expect(await clean('a <!-- secret --> b')).toBe('a  b');
    expect(await clean('<div title="a"><!-- secret --><!DOCTYPE html>b</div>')).toBe(
      '<div title="a">b</div>',
    );
  });

  test('has only boxes that nobody can tick', async () => {
    const inputs = ['<input type="checkbox">', '<input type="text" disabled>', '<input disabled>'];
    for (const input of inputs) expect(await clean(`a${input}b`)).toBe('ab');
  });

  test('keeps names, but where `document` would have them', async () => {
    expect(await clean('<div name="picker">a</div>')).toBe('<div name="picker">a</div>');
    expect(await clean('<details name="picker" open>a</details>')).toBe('<details open>a</details>');
  });
});

describe('an address in HTML', () => {
  test.each([
    'http:',
    'https:',
    'mailto:',
    'tel:',
    'sms:',
    'ftp:',
    'irc:',
    'ircs:',
    'xmpp:',
    'a/b:',
    '#a:',
    '?a:',
  ])('may begin with %s', async (begin) => {
    const html = `<a href="${begin}x">a</a>`;
    expect(await clean(html)).toBe(html);
  });

  test.each([
    ['[a](Https://example.com/B)', '<a href="https://example.com/B">a</a>'],
    ['[a](hTTPs://example.com/B)', '<a href="https://example.com/B">a</a>'],
    ['<a href="Mailto:Tea@example.com">a</a>', '<a href="mailto:Tea@example.com">a</a>'],
    ['<a href="HTTPS://example.com/B">a</a>', '<a href="https://example.com/B">a</a>'],
    ['<img src="Data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
    ['<a href="/a/B:c" title="A:B">a</a>', '<a href="/a/B:c" title="A:B">a</a>'],
  ])('%s means the scheme in small letters', async (markdown, html) => {
    expect(await clean(markdown)).toBe(html);
    expect(await listMessages(markdown)).toEqual([]);
  });

  test.each([
    ['<a href="x-https:b">a</a>', 'a'],
    ['<a href="data:image/png;base64,AA">a</a>', 'a'],
    ['<img srcset="data:image/png;base64,AA 1x">', 'img'],
    ['<img srcset="javascript:x 1x">', 'img'],
    ['<img src="javascript:data:image/png;base64,AA">', 'img'],
    ['<img src="data:image/png">', 'img'],
    ['<img src="data:image/;AA">', 'img'],
    ['<img src="data:text/html,a">', 'img'],
    ['<video src="data:image/png;base64,AA"></video>', 'video'],
    ['<video poster="javascript:x"></video>', 'video'],
    ['<q cite="javascript:x">a</q>', 'q'],
  ])('%s is dropped, and named', async (html, tagName) => {
    expect(await clean(html)).not.toMatch(/:/);
    expect(await listMessages(html)).toEqual([
      expect.stringMatching(new RegExp(`^The address '.*' of <${tagName}> was dropped\\.$`)),
    ]);
  });

  test.each(['data:text/html,https://x/', 'javascript:https://x/', '//example.com/', 'http://example.com/'])(
    'frames nothing from %s',
    async (address) => {
      expect(await clean(`<iframe src="${address}"></iframe>`)).toBe('');
    },
  );

  test('is told in part where it is long', async () => {
    const messages = await Promise.all(
      [60, 61].map((length) => listMessages(`<a href="${'x-a:'.padEnd(length, 'b')}">a</a>`)),
    );
    expect(messages).toEqual([
      [`The address '${'x-a:'.padEnd(60, 'b')}' of <a> was dropped.`],
      [`The address '${'x-a:'.padEnd(57, 'b')}…' of <a> was dropped.`],
    ]);
  });
});

describe('what is said of HTML that goes', () => {
  test('calls classes and ids by their names, and attributes as HTML writes them', async () => {
    expect(await listMessages('<p class="site-header" id="article-contents" data-inline="a">b</p>')).toEqual([
      'The attribute "data-inline" was dropped, because the page uses it itself.',
      'The id "article-contents" was dropped, because the page uses it itself.',
      'The class "site-header" was dropped, because the page uses it itself.',
    ]);
  });

  test.each([
    ['<p onClick="x">a</p>', 'onclick'],
    ['<svg><path xlink:href="#a"></path></svg>', 'xlink:href'],
    ['<p xml:lang="en">a</p>', 'xml:lang'],
  ])('%s names the attribute as HTML writes it', async (html, name) => {
    expect((await listMessages(html))[0]).toContain(`The attribute ${name} of <`);
  });

  test.each([
    ['<form>a</form>', 'Remove it'],
    ['<tea>a</tea>', 'If it is meant as text'],
    ['<article>a</article>', 'Remove it'],
    ['<b><button>a</button></b>', 'Remove it'],
    ['<canvas></canvas>', 'Remove it'],
    ['<fieldset>a</fieldset>', 'Remove it'],
    ['<nav>a</nav>', 'Remove it'],
    ['<slot>a</slot>', 'Remove it'],
    ['a <brew-method>', 'If it is meant as text'],
    ['<object>a</object>', 'Remove it'],
  ])('%s is taken for what its author means', async (html, hint) => {
    const { problems } = await render(html);
    expect(problems[0]?.hint).toContain(hint);
  });

  test('tells the schemes that there are', async () => {
    const { problems } = await render('<a href="x:b">a</a>');
    expect(problems[0]?.hint).toBe(
      "Addresses begin with '/', '#', or one of http:, https:, mailto:, tel:, sms:, ftp:, irc:, ircs:, xmpp:.",
    );
  });

  test('names all classes of what works by a script alone', async () => {
    const { problems } = await render('<button class="btn js-more">a</button>');
    expect(problems).toEqual([
      {
        code: 'markdown/script-part',
        severity: 'warning',
        message:
          '<button class="btn js-more"> was left out with its content, because it needs a script that the page does not have.',
        hint: 'Remove it. Index pages have lists and filters of their own.',
        offset: 0,
      },
    ]);
  });

  test.each(['select', 'textarea', 'button', 'input'])('<%s> may work by a script alone', async (tagName) => {
    const { problems } = await render(`<p>a</p><${tagName} class="js-x">`);
    expect(problems.map(({ code }) => code)).toEqual(['markdown/script-part']);
  });

  test.each([
    '<b class="d-none js-x d-md-block">a</b>',
    '<b class="d-none xjs-y">a</b>',
    '<b class="d-none js-">a</b>',
  ])('%s works without one', async (html) => {
    expect(await listMessages(html)).toEqual([]);
  });

  test('something hidden for a class that only looks like that of a width does not', async () => {
    const { problems } = await render('<b class="d-none js-x bad-md-x">a</b>');
    expect(problems.map(({ code }) => code)).toEqual(['markdown/script-part']);
  });
});

describe('code and formulas in HTML', () => {
  test('stay, whatever the HTML around them loses', async () => {
    const markdown = [
      '<div align="center" onclick="x">\n',
      '```js\na\n```\n',
      '$$\nx\n$$\n',
      '- b\n\n  ```\n  c\n  ```\n',
      '</div>\n',
      '```\nd\n```',
    ].join('\n');
    const [rendering] = await renderMarkdownHere([markdown], { html: 'clean', math: true });
    if (rendering === undefined) throw new Error('nothing was rendered');
    expect(show(rendering)).toBe(
      [
        '<div align="center">',
        '<pre><code class="hljs language-js">a\n</code></pre>',
        '<p><math display="block" class="tml-display"><mi>x</mi></math></p>',
        '<ul>\n<li>\n<p>b</p>\n<pre><code>c\n</code></pre>\n</li>\n</ul>',
        '</div>',
        '<pre><code>d\n</code></pre>',
      ].join('\n'),
    );
  });
});

describe('a style', () => {
  test.each([
    ['<p style="text-align: CENTER">a</p>', '<p class="align-center">a</p>'],
    [
      '<p style="text-align:justify; color: red">a</p>',
      '<p class="align-justify" data-style="color: red">a</p>',
    ],
    ['<p style="text-align: start">a</p>', '<p data-style="text-align: start">a</p>'],
    ['<p style="Display: None">a</p>', '<p hidden>a</p>'],
    ['<p style="display: none !important">a</p>', '<p data-style="display: none !important">a</p>'],
    ['<p style="display: block">a</p>', '<p data-style="display: block">a</p>'],
    ['<p style="color: none">a</p>', '<p data-style="color: none">a</p>'],
    ['<p style="color: left">a</p>', '<p data-style="color: left">a</p>'],
    ['<p style="text-align: lefty">a</p>', '<p data-style="text-align: lefty">a</p>'],
    ['<p style="text-align: xcenter">a</p>', '<p data-style="text-align: xcenter">a</p>'],
    ['<p style="text-align: left right">a</p>', '<p data-style="text-align: left right">a</p>'],
    [
      '<p style="color: red ;; text-align: left; width: 2em; ">a</p>',
      '<p class="align-left" data-style="color: red; width: 2em">a</p>',
    ],
    [
      '<img style="width: x12px" src="/x.png" alt="a">',
      '<img src="/x.png" alt="a" data-style="width: x12px">',
    ],
    [
      '<img style="width: 12px%" src="/x.png" alt="a">',
      '<img src="/x.png" alt="a" data-style="width: 12px%">',
    ],
    [
      '<img style="height:12px; width:50%" src="/x.png" alt="a">',
      '<img src="/x.png" alt="a" height="12" width="50%">',
    ],
    [
      '<img style="width:12345px" src="/x.png" alt="a">',
      '<img src="/x.png" alt="a" data-style="width:12345px">',
    ],
    ['<img style="width:1.5px" src="/x.png" alt="a">', '<img src="/x.png" alt="a" data-style="width:1.5px">'],
    ['<img style="width:2em" src="/x.png" alt="a">', '<img src="/x.png" alt="a" data-style="width:2em">'],
    [
      '<img style="max-width:2px" src="/x.png" alt="a">',
      '<img src="/x.png" alt="a" data-style="max-width:2px">',
    ],
    [
      '<video style="width:10px; height:5%" src="/x.mp4"></video>',
      '<video src="/x.mp4" width="10" data-style="height:5%"></video>',
    ],
    ['<video style="height:5px" src="/x.mp4"></video>', '<video src="/x.mp4" height="5"></video>'],
  ])('%s is said by attributes as far as these can', async (html, expected) => {
    expect(await clean(html)).toBe(expected);
    expect(await listMessages(html)).toEqual([]);
  });

  test.each([
    ['<col style="width:50%">', '<col width="50%">'],
    [
      '<tbody><tr style="height: 3px; width: 3px"><td>a</td></tr></tbody>',
      '<tr height="3" data-style="width: 3px">',
    ],
    ['<tbody><tr><td style="height: 4px">a</td></tr></tbody>', '<td height="4">'],
    ['<tbody><tr><th style="height: 4px; width: 3px">a</th></tr></tbody>', '<th height="4" width="3">'],
  ])('%s has its sizes by attributes in a table', async (html, expected) => {
    expect(await clean(`<table>${html}</table>`)).toContain(expected);
  });
});
