import { posix } from 'node:path';
import { findRegion, findRegions } from '../resolve/index.ts';

const TARGET = /(\]\()([^()\s]+)(?=[)\s])/g;

/**
 * Links from file to file, as forges show them, become links to articles: `../setup/install.md#linux` is `/setup/install#linux`.
 *
 * @param path of the article, below `content/`
 * @param articles by path
 */
export function replaceLinks(text: string, path: string, articles: ReadonlyMap<string, string>): string {
  const byFile = new Map([...articles].map(([article, file]) => [file, article]));
  const from = posix.dirname(articles.get(path) ?? path);
  const code = findRegions(text.replaceAll('\r\n', ' \n')).filter(
    ({ isFence, start }) => isFence || text[start] === '`',
  );
  return text.replace(TARGET, (whole, open: string, target: string, at: number) => {
    if (findRegion(code, at) !== undefined || /^(?:[a-z][a-z0-9+.-]*:|[/#])/i.test(target)) return whole;
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
