/** Writes the documents that are made of code: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { formatCodes } from '../dist/src/diagnostics/codes/format-codes.js';

writeFileSync(new URL('../docs/diagnostics.md', import.meta.url), formatCodes());
