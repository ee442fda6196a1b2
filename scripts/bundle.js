/** Makes one file of modules that would be slow to load one by one: in browsers, and in processes that live for seconds. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { formatLicenses } from './format-licenses.js';
import { keepModule, placeModules } from './place-modules.js';
import { removeStale } from './remove-stale.js';
import { sumProgram } from './sum-program.js';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** What the theme publishes in fewer letters than it is written with: the page that compares versions has many scripts. */
for (const [file, input] of [
  ['compare-texts', join(dist, 'src/changes/browser.js')],
  ['compare', join(root, 'site/assets/compare.js')],
])
  await build({
    input,
    output: {
      file: join(dist, `browser/${file}.js`),
      format: 'esm',
      minify: true,
      comments: { annotation: false },
    },
    logLevel: 'warn',
  });

/**
 * The renderer with its libraries, 600 modules as packages import them, which every worker would load. It takes the place
 * of the compiled module that would import them, and is made of the sources, for the compiler does not rewrite what has
 * not changed. The parser in machine code stays a package, since each system has its own.
 */
const {
  output: [renderer],
} = await build({
  input: join(root, 'src/markdown/render-safely.ts'),
  platform: 'node',
  external: ['satteri', 'temml'],
  output: { file: join(dist, 'src/markdown/render-safely.js'), format: 'esm', comments: false },
  logLevel: 'warn',
});
/** The thread that writes files, which starts with most commands. */
await build({
  input: join(root, 'src/output/thread/worker.ts'),
  platform: 'node',
  output: { file: join(dist, 'src/output/thread/worker.js'), format: 'esm', comments: false },
  logLevel: 'warn',
});

/**
 * The command line: a file for what every command needs, and some for what is loaded when it is needed. Made of the sources, like
 * the renderer, which it loads where it stands. Of the libraries it holds those that every build begins with, some of which
 * come in dozens of files; the others stay packages, one of them since it has code for `eval`.
 */
const PACKAGES = [
  '@11ty/eleventy',
  '@modelcontextprotocol/server',
  '@modelcontextprotocol/server/stdio',
  '@primer/octicons',
  'chokidar',
  'fflate',
  'gray-matter',
  'image-size',
  'pagefind',
  'playwright-core',
  'satteri',
  'sirv',
  'zod',
];
rmSync(join(dist, 'src/chunks'), { recursive: true, force: true });
for (const folder of ['src', 'site']) removeStale(join(root, folder), join(dist, folder));
const { output: commandLine } = await build({
  // The judge of an editor's site is loaded again for each save.
  input: { cli: join(root, 'src/cli.ts'), 'lsp/judge-worker': join(root, 'src/lsp/judge-worker.ts') },
  platform: 'node',
  external: PACKAGES,
  plugins: [keepModule(join(root, 'src/markdown/render-safely.ts')), placeModules(root, 'src')],
  // Modules of ours do nothing but define what others import. Else a file is loaded for each that stands behind the face of a stage.
  treeshake: { moduleSideEffects: [{ test: /^(?!.*[/\\]node_modules[/\\])/, sideEffects: false }] },
  output: {
    dir: join(dist, 'src'),
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    format: 'esm',
    comments: false,
  },
  logLevel: 'warn',
});

const modules = [renderer, ...commandLine].flatMap(({ moduleIds = [] }) => moduleIds);
writeFileSync(join(dist, 'licenses.txt'), formatLicenses(modules));

writeFileSync(join(dist, 'program.json'), JSON.stringify(sumProgram(dist)));
