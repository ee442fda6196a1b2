import { describe, expect, test } from 'vitest';
import { renderAlone } from './render-page.ts';

const sketch = { path: 'x', title: 'X', tools: ['curl', 'webui', 'kettle'], platforms: ['linux', 'mac'] };

describe('an article with variants', () => {
  test('has tabs above its text, in the order of the list, hidden until the script shows them', () => {
    const page = renderAlone(sketch);
    expect(
      page,
    ).toContain(`<fieldset class="variants" data-axis="tool" hidden><legend class="sr-only">Tool</legend>
<label><input class="sr-only" type="radio" name="tool" value="webui">Web browser</label>
<label><input class="sr-only" type="radio" name="tool" value="curl">cURL</label>
<label><input class="sr-only" type="radio" name="tool" value="kettle">kettle</label>
</fieldset>
<script src="/k/theme/variants.js"></script>
<div id="article-contents">`);
    expect([...page.matchAll(/name="platform" value="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'mac',
      'linux',
    ]);
  });

  test('names its variants for those who see all of them, in the language of the page', () => {
    const body = '<div class="tool-webui">\n<p>A</p></div>\n<div id="x" class="platform-mac wide">B</div>';
    const page = renderAlone({ ...sketch, body, language: 'ja', tools: ['webui'], platforms: ['mac'] });
    expect(page).toContain('<div class="tool-webui" data-variant="Web ブラウザー">');
    expect(page).toContain('<div id="x" class="platform-mac wide" data-variant="macOS">');
    expect(page).not.toContain('<style');
    expect(page).not.toContain('<fieldset');
  });

  test('tells the script which variants the page begins with', () => {
    const page = renderAlone({ ...sketch, article: { defaultTool: 'curl', defaultPlatform: 'linux' } });
    expect(page).toContain('<script src="/k/theme/variants.js" data-tool="curl" data-platform="linux">');
  });

  test('takes names that the site has for tools', () => {
    const page = renderAlone(
      { ...sketch, body: '<div class="tool-curl">A</div>' },
      { variants: { curl: 'a"><b>' } },
    );
    expect(page).toContain('value="curl">a&quot;&gt;&lt;b&gt;</label>');
    expect(page).toContain('<div class="tool-curl" data-variant="a&quot;&gt;&lt;b&gt;">A</div>');
  });

  test('begins with the variants that the site file names, in its order', () => {
    const page = renderAlone(sketch, {}, { tools: ['kettle', 'curl'] });
    expect([...page.matchAll(/name="tool" value="(\w+)"/g)].map(([, name]) => name)).toEqual([
      'kettle',
      'curl',
      'webui',
    ]);
  });

  test('shows headings of a variant in the mini contents together with it', () => {
    const headings = [
      { depth: 2, id: 'a', text: 'A', html: 'A', offset: 0, variant: 'curl' },
      { depth: 2, id: 'b', text: 'B', html: 'B', offset: 5, variant: 'mac' },
      { depth: 2, id: 'c', text: 'C', html: 'C', offset: 9 },
    ];
    const page = renderAlone({ ...sketch, headings });
    expect(page).toContain('<li class="tool-curl"><a href="#a">A</a></li>');
    expect(page).toContain('<li class="platform-mac"><a href="#b">B</a></li>');
    expect(page).toContain('<li><a href="#c">C</a></li>');
  });
});

test('an article without variants has neither tabs nor their script', () => {
  const page = renderAlone({ path: 'x', title: 'X' });
  expect(page).not.toContain('variants');
  expect(page).not.toContain('<style>');
});
