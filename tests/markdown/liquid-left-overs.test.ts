import { describe, expect, test } from 'vitest';
import { createSite } from '../resolve/create-site.ts';
import { render, show } from './fill.ts';

/** HTML of a text with Liquid, for one version. */
async function renderFor(version: string, text: string): Promise<string> {
  const resolved = createSite({ articles: { main: text } }).texts()[version];
  return show(await render(resolved ?? ''));
}

function countItems(html: string): readonly number[] {
  return html
    .split('<ol')
    .slice(1)
    .map((list) => list.split('<li>').length - 1);
}

describe('what Liquid leaves behind', () => {
  test('a step under a condition does not end the list', async () => {
    const text =
      '1. Dig.\n{% ifversion ghes %}\n1. Ask.\n{% endif %}\n1. Sow.\n{% ifversion ghes %}{% endif %}\n1. Rest.';
    expect(countItems(await renderFor('fpt', text))).toEqual([3]);
    expect(countItems(await renderFor('ghes-3.2', text))).toEqual([4]);
  });

  test('a row under a condition, in each of its forms, leaves no row and no end of the table', async () => {
    const head = '| Bed | Soil |\n| --- | --- |\n| A | loam |';
    const forms = [
      `${head}{% ifversion ghes %}\n| B | clay |{% endif %}\n| C | sand |`,
      `${head}\n{%- ifversion ghes %}\n| B | clay |\n{%- endif %}\n| C | sand |`,
      `${head}\n| {% ifversion ghes %} |\n| B | clay |\n| {% endif %} |\n| C | sand |`,
    ];
    for (const form of forms) {
      expect((await renderFor('fpt', form)).match(/<tr>/g)).toHaveLength(3);
      expect((await renderFor('ghes-3.2', form)).match(/<tr>/g)).toHaveLength(4);
    }
  });

  test('a tag inside a cell leaves the cell', async () => {
    const text = '| Bed | Soil |\n| --- | --- |\n| A | {% ifversion ghes %}clay{% else %}*loam*{% endif %} |';
    expect(await renderFor('fpt', text)).toContain('<td><em>loam</em></td>');
    expect(await renderFor('ghes-3.2', text)).toContain('<td>clay</td>');
  });

  test('a heading inside a condition is a heading', async () => {
    const text = 'Text\n{% ifversion ghes %}\n## Server\n{% else %}\n## Cloud\n{% endif %}\nMore';
    expect(await renderFor('fpt', text)).toContain('<h2 id="cloud"');
    expect(await renderFor('ghes-3.2', text)).toContain('<h2 id="server"');
  });

  test('raw may begin and end inside a block of code', async () => {
    const lines = ['a: {% raw %}{{ s.A }}{% endraw %}', '{% raw %}', 'c: {{ x }}', '{% endraw %}'];
    const text = ['```yaml', ...lines, '```', '', 'After.'].join('\n');
    const words = (await renderFor('fpt', text)).replace(/<[^>]*>/g, '');
    expect(words).toMatch(/^a: \{\{ s\.A \}\}\s+c: \{\{ x \}\}\s+After\.$/);
  });

  test('a definition under a condition serves the links of its version', async () => {
    const text =
      'See [beds].\n\n{% ifversion ghes %}\n[beds]: /server-beds\n{% else %}\n[beds]: /cloud-beds\n{% endif %}\n';
    expect(await renderFor('fpt', text)).toBe('<p>See <a href="{link /cloud-beds}">beds</a>.</p>');
    expect(await renderFor('ghes-3.2', text)).toBe('<p>See <a href="{link /server-beds}">beds</a>.</p>');
  });

  test('a callout with too little indentation stays in its step', async () => {
    const text = '1. Dig.\n\n  {% note %}\n\n  **Note:** Gently.\n\n  {% endnote %}\n\n1. Sow.';
    expect(countItems(await renderFor('fpt', text))).toEqual([2]);
  });

  test('Markdown between the tags of a platform is Markdown', async () => {
    const text =
      '{% mac %}\n\n1. Press *Command*.\n\n{% endmac %}\n{% windows %}\n\n## Press\n\n{% endwindows %}';
    const html = await renderFor('fpt', text);
    expect(html).toContain('<em>Command</em>');
    expect(html).toContain('<h2 id="press"');
  });
});
