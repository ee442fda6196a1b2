import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What Decant calls its second copy of the Markdown of an index page, inside of the folder that the page heads. */
const COPY = 'index.md';

/**
 * Writes the Markdown that a built site publishes of its pages (Liquid resolved, one file for each page) as content for
 * another generator: title in the front matter, body as it is. Index pages head their folders, articles lie in them, so
 * that others see sections and pages as in a site made for them.
 *
 * @param site a published site
 * @param indexName name of the file that holds the page of its folder: `_index.md` for Hugo
 * @returns how many pages
 */
export function writePages(site: string, target: string, indexName: string): number {
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.md') && basename(path) !== COPY,
  );
  for (const path of paths) {
    const folder = path.slice(0, -'.md'.length);
    const isIndex = existsSync(join(site, folder, COPY));
    const file = join(target, isIndex ? join(folder, indexName) : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, formatPage(readFileSync(join(site, path), 'utf8')));
  }
  return paths.length;
}

function formatPage(markdown: string): string {
  const [, title = '', body = ''] = /^# (.*)\n([\s\S]*)$/.exec(markdown) ?? [undefined, '', markdown];
  // Decant's marks at fences hide the language from others; Hugo would take the braces for a call of a template.
  const plain = body
    .replace(/^(\s*(?:```|~~~)[\w+-]*)(?:\{:copy\}| copy)$/gm, '$1')
    .replace(/\{\{([<%])/g, '{ {$1');
  return `---\ntitle: ${JSON.stringify(title)}\n---\n${plain}`;
}
