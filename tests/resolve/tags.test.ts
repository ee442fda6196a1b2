import { describe, expect, test } from 'vitest';
import { isFreeTagName } from '../../src/config/index.ts';
import { createEngine } from '../../src/resolve/engine.ts';
import { createSite } from './create-site.ts';

function resolveBody(main: string): string {
  return createSite({ articles: { main } }).body();
}

describe('enclosing tags', () => {
  test('put callouts into a block and leave their body as it is', () => {
    expect(resolveBody('{% note %}\n\n**Note:** x\n\n{% endnote %}\ny')).toBe(
      '<section class="callout callout-note">\n\n**Note:** x\n\n</section>\ny',
    );
  });

  test.each(['note', 'tip', 'warning', 'danger'])('%s is a callout', (name) => {
    expect(resolveBody(`{% ${name} %}a{% end${name} %}`)).toBe(
      `<section class="callout callout-${name}">a</section>`,
    );
  });

  test.each(['mac', 'windows', 'linux', 'all'])('%s is a platform', (name) => {
    expect(resolveBody(`{% ${name} %}a{% end${name} %}b`)).toBe(`<div class="platform-${name}">a</div>\nb`);
  });

  test.each(
    `agents api azure_data_studio bash cli codespaces copilotcli curl desktop eclipse github_mobile ides importer_cli javascript
    jetbrains jetbrains_beta mobile skillsets vimneovim powershell visualstudio vscode webui windowsterminal xcode`.split(
      /\s+/,
    ),
  )('%s is a tool', (name) => {
    expect(resolveBody(`{% ${name} %}a{% end${name} %}b`)).toBe(`<div class="tool-${name}">a</div>\nb`);
  });

  test('take tools and platforms of the site file, and tools that the source language has names for', () => {
    const site = createSite({
      articles: { main: '{% kettle %}a{% endkettle %}{% tablet %}b{% endtablet %}{% wok %}c{% endwok %}' },
      config: { tools: ['kettle'], platforms: ['tablet'] },
      tree: { ui: { variants: { wok: 'Wok', mac: 'Mac', tablet: 'Tablet', note: 'Memo', 'no tag': 'x' } } },
    });
    expect(site.body()).toBe(
      '<div class="tool-kettle">a</div>\n<div class="platform-tablet">b</div>\n<div class="tool-wok">c</div>\n',
    );
    expect(site.resolve().diagnostics).toEqual([]);
  });

  test('are a list that lacks no tag of the engine, so that no site takes the name of one', () => {
    const { liquid, blocks } = createEngine(() => ({ versions: 0n, problems: [] }) as never, {
      tools: [],
      platforms: [],
    });
    const words = [...Object.keys(liquid.tags), ...blocks.keys()];
    const branches = [...blocks.values()].flatMap((block) => [...block.branches, block.end]);
    expect([...words, ...branches, 'raw', 'comment'].filter(isFreeTagName)).toEqual([]);
  });

  test('stay in the list item they are indented in', () => {
    expect(resolveBody('1. a\n\n   {% tip %}\n\n   b\n\n   {% endtip %}\n')).toBe(
      '1. a\n\n   <section class="callout callout-tip">\n\n   b\n\n   </section>\n',
    );
  });

  test('end platform and tool blocks with a newline', () => {
    expect(resolveBody('{% mac %}\n\na\n\n{% endmac %}\n# b')).toBe(
      '<div class="platform-mac">\n\na\n\n</div>\n\n# b',
    );
    expect(resolveBody('{% webui %}a{% endwebui %}')).toBe('<div class="tool-webui">a</div>\n');
    expect(resolveBody('{% rowheaders %}a{% endrowheaders %}')).toBe('<div class="rowheaders">a</div>\n');
  });

  test('leave the name of a tab of code to its language, and make Markdown of text on the line below', () => {
    expect(
      resolveBody('{% codetabs %}\n{% codetab go %}\n```go\na\n```\n{% endcodetab %}\n{% endcodetabs %}'),
    ).toBe(
      '<div class="codetabs">\n<div class="codetab" data-language="go">\n\n```go\na\n```\n</div>\n\n</div>\n',
    );
    expect(
      resolveBody(
        '- x\n\n  {% codetabs %}\n  {% codetab go %}\n  a\n  {% endcodetab %}\n  {% endcodetabs %}',
      ),
    ).toBe(
      '- x\n\n  <div class="codetabs">\n  <div class="codetab" data-language="go">\n\n  a\n  </div>\n\n  </div>\n',
    );
    expect(
      resolveBody('> {% codetabs %}\n> {% codetab go %}\n> a\n> {% endcodetab %}{% endcodetabs %}'),
    ).toContain('data-language="go">\n> a');
  });

  test('make prompts code and code samples tabs', () => {
    expect(resolveBody('{% prompt %}a{% endprompt %}')).toBe('<code class="prompt">a</code>');
    expect(resolveBody('{% codetabs %}{% codetab js "Java\'s" %}a{% endcodetab %}{% endcodetabs %}')).toBe(
      '<div class="codetabs"><div class="codetab" data-language="js" data-label="Java\'s">a</div>\n</div>\n',
    );
  });
});

describe('octicon', () => {
  test('prints the icon with its label', () => {
    expect(resolveBody('{% octicon "gear" aria-label="The \'Gear\' & <icon>" width="24" %}')).toMatch(
      /^<svg .*width="24".*class="octicon octicon-gear".* aria-label="The 'Gear' &amp; &lt;icon&gt;".*<\/svg>$/,
    );
  });

  test('labels an icon by its name unless told otherwise', () => {
    expect(resolveBody('{% octicon "git-branch" %}')).toContain('aria-label="git branch icon"');
    expect(resolveBody('{% octicon "gear" label="Settings" %}')).toContain('aria-label="Settings"');
    for (const equals of ['= ', ' =', ' = '])
      expect(resolveBody(`{% octicon "gear" aria-label${equals}"設定" width="24" %}`)).toMatch(
        /width="24".*aria-label="設定"/,
      );
  });

  test('maps renamed icons and drops event handlers', () => {
    for (const [old, name] of [
      ['trashcan', 'trash'],
      ['clippy', 'paste'],
      ['duplicate', 'copy'],
    ])
      expect(resolveBody(`{% octicon "${old}" %}`)).toContain(`octicon-${name}"`);
    expect(resolveBody('{% octicon "gear" onload="x()" %}')).not.toContain('onload');
  });

  test('reports an unknown icon', () => {
    const { value, diagnostics } = createSite({ articles: { main: 'a {% octicon "gaer" %}' } }).resolve();
    expect(value[0]?.broken).toBe(false);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/unknown-octicon',
        severity: 'error',
        message: "There is no octicon 'gaer'.",
        hint: "Did you mean 'gear'?",
        place: { file: 'content/main.md', line: 10, column: 3 },
      }),
    ]);
  });

  test('reports wrong syntax', () => {
    const { value, diagnostics } = createSite({ articles: { main: '{% octicon gear %}' } }).resolve();
    expect(value[0]?.broken).toBe(false);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/octicon-syntax',
        severity: 'error',
        message: "The octicon name 'gear' is not in straight quotation marks.",
        hint: 'Write {% octicon "gear" %}.',
        place: { file: 'content/main.md', line: 10, column: 1 },
      }),
    ]);
  });
});

describe('link tags', () => {
  const articles = { 'a/one': { title: 'One', intro: 'Intro of {{ 1 }}', body: '' }, 'a/two': 'Two' };
  const versions = { 'a/two': 'ghes' };

  test('link an article by its path, with its intro where the form has one', () => {
    const main = '{% link_in_list /a/one %}\n{% link_with_intro /a/one %}';
    expect(createSite({ articles: { ...articles, main }, versions }).body()).toBe(
      '- [AUTOTITLE](/a/one)\n### [AUTOTITLE](/a/one)\n\nIntro of 1\n',
    );
  });

  test('count paths from the folder of the page first', () => {
    const a = '{% link /one %} {% topic_link_in_list /a/one %}';
    const site = createSite({ articles: { ...articles, a }, indexes: ['a'] });
    expect(site.texts('a').fpt).toBe('[AUTOTITLE](/a/one) - [AUTOTITLE](/a/one)');
  });

  test('print nothing in versions without the article', () => {
    const site = createSite({ articles: { ...articles, main: '{% link_in_list /a/two %}' }, versions });
    expect(site.texts()).toMatchObject({ fpt: '', 'ghes-3.1': '- [AUTOTITLE](/a/two)', ghae: '' });
    expect(site.resolve().diagnostics).toEqual([]);
  });

  test('report an unknown article', () => {
    const site = createSite({ articles: { ...articles, main: '{% link_as_article_card /a/ones %}' } });
    expect(site.resolve().diagnostics).toEqual([
      expect.objectContaining({
        code: 'resolve/unknown-article',
        severity: 'error',
        message: "There is no article '/a/ones'.",
        hint: "Did you mean '/a/one'?",
        place: { file: 'content/main.md', line: 10, column: 1 },
      }),
    ]);
  });
});

describe('the standard tags of Liquid', () => {
  test.each([
    ['{% assign a = "x" | upcase %}{{ a }}', 'X'],
    ['{% capture a %}b{{ 1 }}{% endcapture %}[{{ a }}]', '[b1]'],
    ['{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% else %}none{% endfor %}', '13'],
    ['{% for i in nothing %}{{ i }}{% else %}none{% endfor %}', 'none'],
    ['{% for i in (1..3) %}{% cycle "a", "b" %}{% endfor %}', 'aba'],
    ['{% increment n %}{% increment n %}{% decrement m %}', '01-1'],
    ['{% unless false %}a{% endunless %}', 'a'],
    ['{% case 2 %}{% when 1 %}a{% when 2 %}b{% endcase %}', 'b'],
    [
      '{% tablerow i in (1..2) %}{{ i }}{% endtablerow %}',
      '<tr class="row1"><td class="col1">1</td><td class="col2">2</td></tr>',
    ],
    ['{% liquid\nassign a = 1\necho a\n%}', '1'],
    ['a{% comment %}{{ b {% c %}{% endcomment %}d', 'ad'],
    ['a{% # b %}c', 'ac'],
    ['a{% raw %}{{ b }}{% c %}{% endraw %}d', 'a{{ b }}{% c %}d'],
    ['a {%- if true -%} b {%- endif -%} c', 'abc'],
    ['a {{- 1 -}} b', 'a1b'],
    ['a {%- raw -%} b {%- endraw -%} c', 'a b c'],
  ])('work: %s', (source, text) => {
    const site = createSite({ articles: { main: source } });
    expect(site.resolve().diagnostics).toEqual([]);
    expect(site.body()).toBe(text);
  });

  test('share variables with the texts they bring in', () => {
    const main = '{% assign a = 1 %}{% data reusables.a %}';
    expect(createSite({ articles: { main }, data: { 'reusables.a': '{{ a }}' } }).body()).toBe('1');
  });

  test('keep the variables of one field from the others', () => {
    const site = createSite({
      articles: { main: { title: '{% assign a = 1 %}{% increment b %}', body: '{{ a }}{{ b }}' } },
    });
    expect(site.body()).toBe('');
  });
});
