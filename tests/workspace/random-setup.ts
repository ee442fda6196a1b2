import { cacheRenderings } from '../../src/cache/index.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { SITE_FILE } from './random-site.ts';

const config = parseConfig(
  { path: 'data/site.yml', text: `${SITE_FILE}availability: headings\nredirects: [netlify]\n` },
  '/nowhere',
).value;
if (config === undefined) throw new Error('The site file of the test is faulty.');

/** What random sites are built with where their files count: with all that makes one of them depend on others. */
export const setup = createSetup(config);
export const theme = (await readTheme(config)).value;
export const renderMarkdown = cacheRenderings(renderMarkdownHere);
