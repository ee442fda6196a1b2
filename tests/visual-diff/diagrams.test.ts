import { expect, test } from 'vitest';
import { drawDiagrams } from '../../src/diagrams/index.ts';
import { renderText } from '../../src/markdown/render-text.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { browser } from './browser.ts';

const FLOW =
  '```mermaid\nflowchart LR\n  accTitle: From A to B\n  A[あ] --> B["b<img src=/x.png>"]\n  click A "https://example.com/"\n```\n';
const PIE = '```mermaid\npie\n  "green" : 4\n  "black" : 3\n  "white" : 3\n```\n';
/** As wide as it takes, more than the text of a page. */
const LONG = `\`\`\`mermaid\nflowchart LR\n  ${[...'abcdefghijklm'].join(' --> ')}\n\`\`\`\n`;
const BROKEN = '> ```mermaid\n> flowchart LR\n>   A --> --> B\n> ```\n';

test('diagrams are SVG for both schemes, without styles, with ids of their own, and kept by their content', async () => {
  const dir = createTemporaryFolder();
  const first = await draw(browser);
  const html = first?.pieces.join('') ?? '';
  expect(html.match(/<figure class="diagram">/g)).toHaveLength(3);
  expect(html.match(/<figure class="diagram is-wide">/g)).toHaveLength(1);
  expect(html.match(/<svg/g)).toHaveLength(8);
  const slices = [...html.matchAll(/<path d="M[^"]*Z" fill="([^"]*)"/g)].map(([, fill]) => fill);
  expect(new Set(slices).size).toBe(6);
  expect(html).not.toMatch(/<style|\sstyle=|\sclass="(?!diagram|hljs)|<script|foreignObject|<img/);
  expect(html.match(/<a [^>]*href="https:\/\/example\.com\/"/g)).toHaveLength(4);
  expect(html).toMatch(/<svg[^>]* role="img"[^>]*>\s*<title id="d[0-9a-f]{8}l-1">From A to B<\/title>/);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const named = [...html.matchAll(/url\(#([^)]*)\)|aria-labelledby="([^"]*)"/g)].map(([, a, b]) => a ?? b);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(first?.problems.map(({ code, offset }) => [code, offset])).toEqual([
    ['markdown/diagram', FLOW.length * 2 + 4],
  ]);
  // Drawings that are kept need no browser.
  const again = await draw('/nowhere/chromium');
  expect(again?.pieces[0]?.split('<blockquote>')[0]).toBe(first?.pieces[0]?.split('<blockquote>')[0]);

  async function draw(chromium: string) {
    const { renderMarkdown, close } = drawDiagrams(
      async (texts, options) => texts.map((text) => renderText(text, options)),
      { chromium, dir },
    );
    const [rendering] = await renderMarkdown([`${FLOW}\n${FLOW}\n${BROKEN}\n${PIE}\n${LONG}`], {
      html: 'clean',
      diagrams: 'mermaid',
    });
    await close();
    return rendering;
  }
}, 300_000);
