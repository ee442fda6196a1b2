import { expect, test } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { openWorkspace, outlineSite, type SiteOutline } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { applyEdit, randomSite, replaceBody, SITE_FILE, type Texts, toFiles } from './random-site.ts';

const config = parseConfig({ path: 'data/site.yml', text: SITE_FILE }, '/nowhere').value;
if (config === undefined) throw new Error('The site file of the test is faulty.');
const setup = createSetup(config);
const asked = new Set<string>();
const renderMarkdown = cacheRenderings((texts, options, folders) => {
  if (options.purpose === undefined) for (const text of texts) asked.add(text);
  return renderMarkdownHere(texts, options, folders);
});

const open = (texts: Texts) =>
  openWorkspace(setup, { value: toFiles(texts), diagnostics: [] }, { renderMarkdown });
/** What is said of articles aside: a check says more. */
const readOff = ({ owned: _, ...outline }: SiteOutline) => outline;

/** What releases may differ in: words, what only HTML tells, what is nothing, what they print of themselves. */
const only = (text: string) => `{% ifversion server > 1.0 %}${text}{% endif %}`;
const blocks = fc.array(
  fc.constantFrom(
    'Words.',
    only('New words.'),
    `\n\n${only('')}\n\nBetween.`,
    `- One\n\n${only('')}\n\n- Two`,
    `\`\`\`sh\necho one\n${only('')}\n\necho two\n\`\`\``,
    `    indented\n\n${only('')}\n\n    code`,
    `<pre>\n\n${only('')}\n\n</pre>`,
    `{% ifversion server > 1.0 %}**Loud**{% else %}Loud{% endif %} words.`,
    `{% ifversion server > 1.0 %}[Oil](/oil){% else %}[Oil](/care){% endif %}`,
    `{% ifversion server > 1.0 %}![Mark](/assets/new.png){% else %}![Mark](/assets/old.png){% endif %}`,
    'Server {% ifversion server > 1.0 %}2.0{% else %}1.0{% endif %} burns.',
    'Server {% ifversion server > 1.0 %}2.0 is new{% else %}1.0 is old{% endif %}.',
    '{% ifversion server > 1.0 %}## Before{% else %}### Before{% endif %}\n\nWords.',
    'See "[AUTOTITLE](/wick)".',
  ),
  { maxLength: 4 },
);

test('what must be known of a site is known without the HTML that only readers need', async () => {
  await fc.assert(
    fc.asyncProperty(randomSite, blocks, blocks, async (texts, one, other) => {
      const first = applyEdit(texts, replaceBody(texts, 'content/oil.md', one.join('\n\n')));
      const site = applyEdit(first, replaceBody(first, 'content/wick.md', other.join('\n\n')));
      expect(readOff(await open(site).outline())).toEqual(
        readOff(outlineSite(await open(site).site(), undefined)),
      );
    }),
    { numRuns: 20 },
  );
});

test('HTML is read where nothing else tells whether releases differ', async () => {
  const texts = (body: string): Texts => ({
    'content/index.md': "---\ntitle: Lantern\nversions: { server: '*' }\nchildren: [/oil]\n---\n",
    'content/oil.md': `---\ntitle: Oil\nversions: { server: '*' }\n---\n\n${body}\n`,
  });
  const list = async (body: string) => {
    asked.clear();
    const { changes } = await open(texts(body)).outline();
    return {
      changed: [...new Set(changes.pages.map(({ newer }) => newer.article.path))],
      isRead: asked.size > 0,
    };
  };
  expect(await list(only('Fill the new lamp.'))).toEqual({ changed: ['oil'], isRead: false });
  expect(await list(`Fill it.\n\n${only('')}\n\nLight it.`)).toEqual({ changed: [], isRead: false });
  expect(await list(`{% ifversion server > 1.0 %}**Fill**{% else %}Fill{% endif %} it.`)).toEqual({
    changed: ['oil'],
    isRead: true,
  });
});
