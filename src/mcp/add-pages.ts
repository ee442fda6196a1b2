import type { McpServer } from '@modelcontextprotocol/server';
import { ResourceTemplate } from '@modelcontextprotocol/server';
import { choosePage } from './tools/choose.ts';
import type { DocsLibrary } from './types.ts';

const TEMPLATE = 'decant://page/{language}/{version}/{+path}';

/** Pages as resources: their Markdown, by language, version and path. There are too many to be listed. */
export function addPages(server: McpServer, open: () => Promise<DocsLibrary>): void {
  const template = new ResourceTemplate(TEMPLATE, {
    list: undefined,
    complete: {
      language: async (value) =>
        startingWith(
          (await open()).languages.map(({ code }) => code),
          value,
        ),
      version: async (value) =>
        startingWith(
          (await open()).versions.map(({ name }) => name),
          value,
        ),
      path: async (value) => startingWith([...(await open()).articles.keys()], value),
    },
  });
  const config = {
    title: 'A page as Markdown',
    description: 'A page in a language and version: decant://page/en/ghes-3.2/packages/quickstart.',
    mimeType: 'text/markdown',
  };
  server.registerResource('page', template, config, async (uri) => {
    const library = await open();
    const { language, version, path } = readUri(uri);
    const name = await choosePage(library, `/${path}`, { language, version });
    const page = await library.readPage(name);
    if (page === undefined)
      throw new Error(`The page '${path || '/'}' is left out because its source has errors.`);
    return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: page.markdown }] };
  });
}

/** As many as a client can be told of one variable. */
const MAX_VALUES = 100;

function startingWith(values: readonly string[], start: string): string[] {
  return values.filter((value) => value.startsWith(start)).slice(0, MAX_VALUES);
}

/** Of the address itself: what the template matches is still encoded, and holds the query. */
function readUri({ pathname }: URL): {
  readonly language: string;
  readonly version: string;
  readonly path: string;
} {
  const [language = '', version = '', ...path] = pathname.split('/').slice(1).map(decode);
  return { language, version, path: path.join('/').replace(/\/$/, '') };
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
