import { expect, test } from 'vitest';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { SITE_FILE, toFiles } from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');

test.each([['en'], ['ja']])(
  'pages in %s are linked when the renderer has had time to end',
  async (language) => {
    const heard: string[] = [];
    const body = `---\ntitle: Home\nversions: { cloud: '*' }\n---\n\n*Light* it.\n`;
    const files = { value: toFiles({ 'content/index.md': body }), diagnostics: [] };
    const site = await openWorkspace({ ...createSetup(config), languages: [language] }, files, {
      makesOutlines: true,
      onPhase: (phase) => heard.push(phase),
      async renderMarkdown(texts, options) {
        heard.push('text');
        return renderMarkdownHere(texts, options);
      },
      async onRendered() {
        await new Promise((resolve) => setTimeout(resolve, 1));
        heard.push('ended');
      },
    }).site();
    expect(site.pages).toHaveLength(1);
    expect(heard.filter((each, at) => each !== heard[at - 1])).toEqual([
      'reading',
      'resolving',
      'rendering',
      'text',
      'ended',
      'linking',
    ]);
  },
);
