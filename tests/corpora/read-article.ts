/** The parts of a page that are the author's. */
export interface PublishedArticle {
  readonly title: string;
  /** Inner HTML of `#article-contents`. */
  readonly contents: string;
}

/** @throws where the page lacks one of the two */
export function findArticle(page: string): PublishedArticle {
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(page)?.[1];
  const start = page.indexOf('<div id="article-contents"');
  if (title === undefined || start === -1) throw new Error('This page holds no article.');
  const [contents = ''] = listTags(page.slice(start), 'div');
  return { title, contents };
}

/** Inner HTML of the outermost elements of one name, in order. Serialised HTML only: every element is closed. */
export function listTags(html: string, name: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of html.matchAll(new RegExp(`</?${name}(?=[\\s>])[^>]*>`, 'g'))) {
    const closes = tag.startsWith('</');
    depth += closes ? -1 : 1;
    if (!closes && depth === 1) start = index + tag.length;
    if (closes && depth === 0) found.push(html.slice(start, index));
    if (depth < 0) break;
  }
  return found;
}

/** Number of elements of one name, at any depth. */
export function countTags(html: string, name: string): number {
  return html.match(new RegExp(`<${name}(?=[\\s>/])`, 'g'))?.length ?? 0;
}

/** Inner HTML of the rows of a table's body. */
export function listRows(table: string): readonly string[] {
  return listTags(listTags(table, 'tbody')[0] ?? '', 'tr');
}
