/** Makes one file of the compiled modules that browsers load; the theme publishes it beside its own scripts. */
import { join } from 'node:path';
import { build } from 'rolldown';

const dist = join(import.meta.dirname, '../dist');

await build({
  input: join(dist, 'src/changes/browser.js'),
  output: {
    file: join(dist, 'browser/compare-texts.js'),
    format: 'esm',
    minify: true,
    comments: { annotation: false },
  },
  logLevel: 'warn',
});
