import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes the Markdown that a built site publishes of its pages (Liquid resolved, one file for each page) as content for
 * another generator: title in the front matter, body as it is.
 *
 * @param site a published site
 * @param indexName name of the file that holds the page of its folder: `_index.md` for Hugo
 * @returns how many pages
 */
export function writePages(site: string, target: string, indexName: string): number {
  const paths = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  for (const path of paths) {
    const isIndex = existsSync(join(site, path.slice(0, -'.md'.length)));
    const file = join(target, isIndex ? join(path.slice(0, -'.md'.length), indexName) : path);
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
