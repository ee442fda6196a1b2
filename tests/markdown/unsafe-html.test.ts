import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';

const TRUST = 'Remove it, or set `html: trusted` in the site file if all authors may run code on the pages.';
const AS_TEXT = 'If it is meant as text, write `&lt;` for its first character or put it in backquotes.';

function unsafe(message: string, hint: string, offset: number) {
  return { code: 'markdown/unsafe-html', severity: 'warning', message, hint, offset };
}

describe('raw HTML', () => {
  test('loses what could run code, and each thing is named with its place', async () => {
    const text = 'Hi\n\n<p onclick="a()">b</p>\n\n<script>c()</script>';
    const rendering = await render(text);
    expect(show(rendering)).toBe('<p>Hi</p>\n<p>b</p>\n');
    expect(rendering.problems).toEqual([
      unsafe('The attribute onclick of <p> was dropped.', TRUST, text.indexOf('<p')),
      unsafe('The HTML element <script> was dropped with its content.', TRUST, text.indexOf('<script')),
    ]);
  });

  test('keeps the words of an element that is not known', async () => {
    const rendering = await render('Run `x` as <username> now');
    expect(show(rendering)).toBe('<p>Run <code>x</code> as  now</p>');
    expect(rendering.problems).toEqual([
      unsafe('The HTML element <username> was dropped and its content kept.', AS_TEXT, 11),
    ]);
  });

  test('may not take an id of the page around it', async () => {
    const rendering = await render('<div id="article-contents">a</div>');
    expect(show(rendering)).toBe('<div>a</div>');
    expect(rendering.problems).toEqual([
      unsafe(
        'The id "article-contents" was dropped, because the page uses it itself.',
        'Choose another id.',
        0,
      ),
    ]);
  });

  test.each(['decant-main', 'decant-menu', 'decant-preview', 'decant-search-scope'])(
    'may not take the id %s, which scripts go by',
    async (id) => {
      expect(show(await render(`<a id="${id}">a</a>`))).toBe('<p><a>a</a></p>');
    },
  );

  test('may not take attributes and classes that scripts and styles of the page go by', async () => {
    const text =
      '<p data-style="position: fixed" class="sidebar lead">a</p><p class="preview" data-flow="b">c</p>';
    const rendering = await render(text);
    expect(show(rendering)).toBe('<p class="lead">a</p><p data-flow="b">c</p>');
    const taken = (what: string, hint: string, offset = 0) =>
      unsafe(`The ${what} was dropped, because the page uses it itself.`, `Choose another ${hint}.`, offset);
    expect(rendering.problems).toEqual([
      taken('attribute "data-style"', 'attribute'),
      taken('class "sidebar"', 'class'),
      taken('class "preview"', 'class', text.indexOf('<p class="preview')),
    ]);
  });

  test('leaves footnotes their ids', async () => {
    const rendering = await render('<a id="fn-1">a</a> <b id="fnref-1">b</b> c[^1]\n\n[^1]: d');
    expect(show(rendering).match(/\sid="[^"]*"/g)).toEqual([' id="fnref-1"', ' id="fn-1"']);
    expect(rendering.problems.map(({ message }) => message)).toEqual([
      'The id "fn-1" was dropped, because the page uses it itself.',
      'The id "fnref-1" was dropped, because the page uses it itself.',
    ]);
  });

  test.each(['img', 'iframe'])('loses the name of an <%s>, which `document` would have', async (tagName) => {
    const rendering = await render(`<${tagName} name="body" id="body" src="https://example.com/">`);
    expect(show(rendering)).not.toContain('name=');
    expect(show(rendering)).toContain('id="body"');
    expect(rendering.problems.map(({ message }) => message)).toEqual([
      `The attribute name of <${tagName}> was dropped.`,
    ]);
  });

  test('may not fold together with the menus of the page', async () => {
    expect(show(await render('<details name="picker">a</details><details name="b">c</details>'))).toBe(
      '<details>a</details><details name="b">c</details>',
    );
  });

  test.each(['documentElement', 'body', 'location', 'forms', 'search', 'x'])(
    'keeps anchors and headings of the name %s, whose addresses are known',
    async (name) => {
      const text = `<a id="${name}"></a> <a name="${name}"></a>\n\n## ${name}-heading`;
      const rendering = await render(text);
      expect(show(rendering)).toContain(`<a id="${name}"></a> <a name="${name}"></a>`);
      expect(rendering.headings.map(({ id }) => id)).toEqual([`${name.toLowerCase()}-heading`]);
      expect(rendering.problems).toEqual([]);
    },
  );

  test('keeps widths and alignment of a style, and loses what could cover the page', async () => {
    const rendering = await render(
      '<p style="width: 4em; position: fixed; background: url(x); margin-top: -9px">a</p>',
    );
    expect(show(rendering)).toBe('<p data-style="width: 4em">a</p>');
    expect(rendering.problems.map(({ message }) => message)).toEqual([
      'The style "position: fixed" of <p> was dropped.',
      'The style "background: url(x)" of <p> was dropped.',
      'The style "margin-top: -9px" of <p> was dropped.',
    ]);
  });

  const HARMLESS =
    `width height min-width max-width min-height max-height margin margin-left padding padding-block-start border
    border-bottom-color background background-color color display float clear font font-size line-height list-style
    list-style-type text-align text-decoration text-transform text-indent vertical-align white-space word-break word-wrap
    overflow overflow-x overflow-y overflow-wrap columns column-count column-gap column-width -webkit-columns
    -moz-column-count table-layout caption-side`.split(/\s+/);

  test.each([
    ...HARMLESS.map((property) => `${property}: 1px`),
    'COLOR :#FFF',
    'color: rgb(1, 2.5, 3)',
    'color: RGBA(1 2 3 / 50%)',
    'color: hsl(120, 50%, 50%)',
    'border: 1px solid hsla(120, 50%, 50%, .5)',
    'margin: 0 1.5em 10% auto!important',
    "font: bold 12px 'A-B', serif",
  ])('keeps the harmless style %s', async (style) => {
    const rendering = await render(`<p style="${style}">a</p>`);
    expect(show(rendering)).toBe(`<p data-style="${style.replaceAll("'", '&#x27;')}">a</p>`);
    expect(rendering.problems).toEqual([]);
  });

  test.each([
    ...['position', 'inset', 'top', 'z-index', 'transform', 'content', 'behavior', 'animation', 'cursor'],
    ...[
      'x-width',
      'widths',
      'mid-width',
      'in-margin',
      'margins',
      'margin-',
      'margin-9',
      'unborder',
      'borders',
    ],
    ...[
      'background-image',
      'background-position',
      'colors',
      'recolor',
      'displayed',
      'floats',
      'fonts',
      'font-',
    ],
    ...[
      'list-style-image',
      'text-shadow',
      'text',
      'word-spacing',
      'letter-spacing',
      'overflow-anchor',
      'overflow-z',
    ],
    ...['-o-columns', 'column', 'columns-x', 'column-rule', 'table', 'caption', '--color', ''],
  ])('drops the style %s', async (property) => {
    const rendering = await render(`<p style="${property}: 1px; color: red">a</p>`);
    expect(show(rendering)).toBe('<p data-style="color: red">a</p>');
    expect(rendering.problems.map(({ message }) => message)).toEqual([
      `The style "${property}: 1px" of <p> was dropped.`,
    ]);
  });

  test.each([
    ...['url(x)', 'red url(x)', 'calc(1px)', 'expression(x)', 'var(--x)', 'attr(title)', 'image-set(x)'],
    ...['rgb(var(--x))', 'rgb(url(x))', 'xrgb(1, 2, 3)', 'rgb(1, 2, 3', 'rgb 1)', 'hsl(a)', '(1)'],
    ...[
      '\\65 d',
      'a/b',
      'a*b',
      '{x',
      'x}',
      '@x',
      '$x',
      'a:b',
      'a=b',
      'a&amp;b',
      '-1px',
      '0 -1px',
      '0 -.5em',
      '-9',
    ],
  ])('drops a style with the value %s', async (value) => {
    const rendering = await render(`<p style="color: ${value}; width: 2px">a</p>`);
    expect(show(rendering)).toBe('<p data-style="width: 2px">a</p>');
    expect(rendering.problems).toHaveLength(1);
  });

  test('leaves a style of which nothing is lost as it is written', async () => {
    expect(show(await render('<p style=" width:2px ;color:red; ">a</p>'))).toBe(
      '<p data-style=" width:2px ;color:red; ">a</p>',
    );
    expect(show(await render('<p style="width:2px;top:0;color:red">a</p>'))).toBe(
      '<p data-style="width:2px; color:red">a</p>',
    );
  });

  test('takes what has no colon for no style', async () => {
    const rendering = await render('<p style=";; color ; width: 2px;">a</p>');
    expect(show(rendering)).toBe('<p data-style="width: 2px">a</p>');
    expect(rendering.problems.map(({ message }) => message)).toEqual([
      'The style "color" of <p> was dropped.',
    ]);
  });

  test.each([
    ['[a](javascript:b)', '<p><a>a</a></p>'],
    ['[a](JaVaScRiPt:b)', '<p><a>a</a></p>'],
    ['<a href="java&#10;script:b">a</a>', '<p><a>a</a></p>'],
    ['<a href="&#1;javascript:b">a</a>', '<p><a>a</a></p>'],
    ['<a href="data:text/html,b">a</a>', '<p><a>a</a></p>'],
    ['<a href="tel:1">a</a>', '<p><a href="tel:1">a</a></p>'],
    ['<img src="data:text/html,b">', '<img>'],
    ['<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
    ['<img src=x width=1 onerror=y>', '<img src="{image x}" width="1">'],
    [
      '<iframe src="https://example.com/" srcdoc="x">y</iframe>',
      '<iframe src="https://example.com/" loading="lazy"></iframe>',
    ],
    ['<iframe src="http://example.com/"></iframe>', ''],
    ['<iframe></iframe>', ''],
    ['<svg><foreignObject><script>x</script></foreignObject><use href="#a"/></svg>', '<p><svg></svg></p>'],
    ['<svg><style><!--</style><img src=x onerror=y>--></svg>', '<p><svg></svg></p>'],
    ['<math><mtext><table><mglyph><style><!--</style><img src=x onerror=y>', '<p></p>'],
    [
      '<noscript><p title="</noscript><img src=x onerror=y>"></noscript>',
      '<p></p><p title="</noscript><img src=x onerror=y>"></p>',
    ],
    ['<form action="/x"><input name=a><button>b</button></form>', 'b'],
    ['<meta http-equiv="refresh" content="0"><base href="//x"><link rel=stylesheet href=y>', '<p></p>'],
    ['<object data=x></object><embed src=x>', '<p></p>'],
    ['<template><script>x</script></template>', '<p></p>'],
  ])('%s runs nothing', async (markdown, html) => {
    const rendering = await render(markdown);
    expect(show(rendering).trim()).toBe(html);
    if (!/tel:|image\/png/.test(markdown)) expect(rendering.problems).not.toEqual([]);
  });

  test.each([
    ['<button class="btn js-more">Show more</button>', ''],
    ['<div class="js-none d-none"><h3>No result for <b>x</b></h3></div>', ''],
    ['<input class="js-filter" type="search">', ''],
  ])('%s works by a script alone, and is left out', async (markdown, html) => {
    const rendering = await render(`a\n\n<div>${markdown}</div>`);
    expect(show(rendering)).toBe(`<p>a</p>\n<div>${html}</div>`);
    expect(rendering.problems.map(({ code }) => code)).toEqual(['markdown/script-part']);
  });

  test.each([
    '<h2>例</h2>\n<div><input class="js-filter"></div>\n<div></div>',
    '<section><h3>More</h3></section><button class="js-more">Show more</button>',
    '\n<h2>例</h2>\n\n  <button class="js-more">Show more</button>\n\n',
  ])('a box goes that has a heading alone without its script: %s', async (inside) => {
    const html = show(await render(`a\n\n<div>${inside}</div>\n\nb`));
    expect(html).toMatch(/^<p>a<\/p>\s*<p>b<\/p>$/);
  });

  test.each(['<p>茶</p>', '<img src="/a.png" alt="Tea">', '茶'])(
    'a box stays that has %s too',
    async (other) => {
      const html = show(await render(`<div><h2>例</h2><button class="js-more">a</button>${other}</div>`));
      expect(html).toMatch(/^<div><h2 .*>例<a .*<\/h2>(?:<p>茶<\/p>|<img .*>|茶)<\/div>$/);
    },
  );

  test('a box that had a heading alone stays', async () => {
    expect(show(await render('<div><h2>Tea</h2></div>'))).toContain('Tea');
  });

  test.each([
    '<span class="js-x">a</span>',
    '<span class="d-none d-md-inline js-x">a</span>',
    '<span class="d-none">a</span>',
  ])('%s stays', async (markdown) => {
    expect((await render(markdown)).problems).toEqual([]);
  });

  test.each([
    ['<th style="width:40%">a</th>', '<th width="40%">a</th>'],
    [
      '<td style="width: 120px; text-align: right; color: red">a</td>',
      '<td width="120" class="align-right" data-style="color: red">a</td>',
    ],
  ])('sizes of %s need no script', async (cell, html) => {
    expect(show(await render(`<table><tr>${cell}</tr></table>`))).toContain(html);
  });

  test('sizes of pictures, and what is hidden, need no script', async () => {
    expect(show(await render('<img style="width: 800px;border:0" src="/a.png" alt="">'))).toMatch(
      /<img [^>]*width="800"[^>]*data-style="border:0"|<img [^>]*data-style="border:0"[^>]*width="800"/,
    );
    expect(show(await render('<p style="display:none">a</p>'))).toBe('<p hidden>a</p>');
    expect(show(await render('<p style="width: 4em">a</p>'))).toBe('<p data-style="width: 4em">a</p>');
  });

  test('cannot stand in for a block of code', async () => {
    const rendering = await render('<hr data-fence="0">\n\n```\na\n```\n\n<div data-fence="0">b</div>');
    expect(show(rendering)).toBe('<hr>\n<pre><code>a\n</code></pre>\n<div>b</div>');
  });

  test('stays as it is where authors are trusted', async () => {
    const rendering = await render('<p onclick="a()" style="position: fixed">b</p>', 'trusted');
    expect(show(rendering)).toBe('<p onclick="a()" style="position: fixed">b</p>');
    expect(rendering.problems).toEqual([]);
  });
});
