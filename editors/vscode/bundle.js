/** Makes one file of the extension and its client, and takes the schemas along. */
import { cpSync } from 'node:fs';
import { build } from 'rolldown';

const here = (path) => new URL(path, import.meta.url);

await build({
  input: here('src/extension.js').pathname,
  platform: 'node',
  external: ['vscode'],
  output: { file: here('dist/extension.cjs').pathname, format: 'cjs', minify: true },
});
cpSync(here('../../schemas'), here('schemas'), { recursive: true });
cpSync(here('../../LICENSE'), here('LICENSE'));
