/** Makes one file of modules that would be slow to load one by one: in browsers, and in processes that live for seconds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { formatLicenses } from './format-licenses.js';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** What the theme publishes beside its own scripts. */
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

/**
 * The renderer with its libraries, 600 modules as packages import them, which every worker would load. It takes the place
 * of the compiled module that would import them, and is made of the sources, for the compiler does not write anew what has
 * not changed. The parser in machine code stays a package, since each system has its own.
 */
const {
  output: [renderer],
} = await build({
  input: join(root, 'src/markdown/render-safely.ts'),
  platform: 'node',
  external: ['satteri'],
  output: { file: join(dist, 'src/markdown/render-safely.js'), format: 'esm', comments: false },
  logLevel: 'warn',
});
writeFileSync(join(dist, 'licenses.txt'), formatLicenses(renderer.moduleIds));
