/** Writes the documents that are made of code, and the schemas: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { formatSchema } from '../dist/src/config/json-schema.js';
import { describeSiteFile } from '../dist/src/config/site-schema.js';
import { formatCodes } from '../dist/src/diagnostics/codes/format-codes.js';
import { describeFeature, describeFrontmatter } from '../dist/src/load/content-schemas.js';

const write = (file, text) => writeFileSync(new URL(`../${file}`, import.meta.url), text);

write('docs/content/reference/diagnostics.md', formatCodes());
mkdirSync(new URL('../schemas', import.meta.url), { recursive: true });
write('schemas/site.json', formatSchema('The site file of Decant', describeSiteFile()));
write('schemas/frontmatter.json', formatSchema('Frontmatter of an article of Decant', describeFrontmatter()));
write('schemas/feature.json', formatSchema('A feature of Decant', describeFeature()));
