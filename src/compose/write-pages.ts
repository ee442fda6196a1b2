import type { OutputContent, WriteFiles } from '../output/index.ts';
import { configureEleventy, findInputFolder } from './configure-eleventy.ts';

/** One run of Eleventy, which keeps what it rendered until it ends. */
export const writePages: WriteFiles = async (files, dir) => {
  const { Eleventy } = await loading;
  const eleventy = new Eleventy(findInputFolder(), dir, {
    configPath: null,
    quietMode: true,
    loader: 'esm',
    config: (eleventyConfig) => {
      // Templates are texts to Eleventy, but it also writes bytes: so each page is its number until it is written.
      configureEleventy(
        eleventyConfig,
        files.map(({ output }, number) => ({ output, render: () => `${number}` })),
      );
      eleventyConfig.addTransform('content', (number) => readContent(files[Number(number)]?.content));
    },
  });
  eleventy.disableLogger();
  await eleventy.write().catch((error: unknown) => {
    throw findOrigin(error);
  });
};

/** What Eleventy wraps, such as an error of a full disk, which tells by its code what to do. */
function findOrigin(error: unknown): unknown {
  const { originalError } = error as { readonly originalError?: unknown };
  return originalError === undefined ? error : findOrigin(originalError);
}

function readContent(content: OutputContent | undefined): string | Buffer {
  if (content === undefined) throw new Error('Eleventy asked for a page that is not there.');
  return typeof content === 'string'
    ? content
    : Buffer.from(content.buffer, content.byteOffset, content.length);
}

/** When it is loaded, Eleventy starts a thread that has templates loaded anew while somebody edits them. Nobody does here. */
async function loadEleventy(): Promise<typeof import('@11ty/eleventy')> {
  const before = process.env[SKIP];
  process.env[SKIP] = 'true';
  try {
    return await import('@11ty/eleventy');
  } finally {
    if (before === undefined) delete process.env[SKIP];
    else process.env[SKIP] = before;
  }
}

const SKIP = 'ELEVENTY_SKIP_ESM_RESOLVER';

/** Begins with this module, which is loaded ahead of the first page. Where that fails, who writes pages is told. */
const loading = loadEleventy();
loading.catch(() => {});
