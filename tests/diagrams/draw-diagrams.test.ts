import { expect, test } from 'vitest';
import { drawDiagrams } from '../../src/diagrams/index.ts';
import { renderText } from '../../src/markdown/render-text.ts';
import type { MarkdownOptions, RenderMarkdown } from '../../src/markdown/types.ts';

const options: MarkdownOptions = { html: 'clean', diagrams: 'mermaid' };
const render: RenderMarkdown = async (texts, given) => texts.map((text) => renderText(text, given));

const FLOW = '```mermaid\nflowchart LR\n  accTitle: From A to B\n  A[a &lt; b] --> B["<b>"]\n```\n';

test('without a browser the source stays, and a warning says what to install', async () => {
  const { renderMarkdown, close } = drawDiagrams(render, { chromium: '/nowhere/chromium' });
  // A look back from each of the blanks would take minutes.
  const words = `Words.${' '.repeat(100_000)}Words.\n\n`;
  const [rendering] = await renderMarkdown([`${words}${FLOW}`], options);
  await close();
  expect(rendering?.pieces.join('')).toContain('<pre><code class="hljs language-mermaid">flowchart LR\n');
  expect(rendering?.problems).toEqual([
    {
      code: 'markdown/undrawn-diagram',
      severity: 'warning',
      message: 'The diagram is not drawn, so readers see its source.',
      hint: "DECANT_CHROMIUM names '/nowhere/chromium', which is not a program.",
      offset: words.length,
      end: words.length + 10,
    },
  ]);
});

test('where the site does not ask for diagrams, and where nobody reads the HTML, nothing is drawn', async () => {
  const { renderMarkdown } = drawDiagrams(render, { chromium: '/nowhere/chromium' });
  const [plain] = await renderMarkdown([FLOW], { html: 'clean' });
  const [checked] = await renderMarkdown([FLOW], { ...options, purpose: 'check' });
  expect(plain).toEqual(renderText(FLOW, { html: 'clean' }));
  expect(checked?.problems).toEqual([]);
});
