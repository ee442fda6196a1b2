import { posix } from 'node:path';

/** A block of code, code in a line, or the target of a link. */
const CODE_OR_TARGET =
  /^( {0,3})(`{3,}|~{3,})[\s\S]*?(?:\n {0,3}\2|$(?![\s\S]))|(`+)[^`][\s\S]*?\3|(\]\()([^()\s]+)(?=[)\s])/gm;

/**
 * Links from file to file, as forges show them, become links to articles: `../setup/install.md#linux` is `/setup/install#linux`.
 *
 * @param path of the article, below `content/`
 * @param articles by path
 */
export function replaceLinks(text: string, path: string, articles: ReadonlyMap<string, string>): string {
  const byFile = new Map([...articles].map(([article, file]) => [file, article]));
  const from = posix.dirname(articles.get(path) ?? path);
  return text.replace(CODE_OR_TARGET, (whole, _indent, _fence, _ticks, open?: string, target?: string) => {
    if (open === undefined || target === undefined || /^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(target))
      return whole;
    const [file = '', fragment] = target.split('#');
    const article = byFile.get(posix.join(from, decode(file)));
    if (article === undefined) return whole;
    const address = article.replace(/(?:^|\/)index\.md$|\.md$/, '');
    return `${open}/${address}${fragment === undefined ? '' : `#${fragment}`}`;
  });
}

function decode(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
