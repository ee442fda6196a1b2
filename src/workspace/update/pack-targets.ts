import type { RedirectTarget } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import type { RedirectTable } from '../../redirects/index.ts';
import type { Version } from '../../versions/index.ts';

type Packed = readonly (string | number)[];

/** A table of old addresses as one text, for it is large and hardly read: address, path and number of the version, in turns. */
export function packTargets(targets: RedirectTable['targets']): string {
  const packed: Packed = [...targets].flatMap(([address, { article, version }]) => [
    address,
    article.path,
    version.index,
  ]);
  return JSON.stringify(packed);
}

/** @throws where it names an article or a version that is not there */
export function unpackTargets(
  text: string,
  articles: ReadonlyMap<string, Article>,
  versions: readonly Version[],
): RedirectTable['targets'] {
  const packed: Packed = JSON.parse(text);
  const targets = new Map<string, RedirectTarget>();
  for (let at = 0; at < packed.length; at += 3) {
    const [address, path, index] = packed.slice(at, at + 3);
    const [article, version] = [articles.get(String(path)), versions[Number(index)]];
    if (article === undefined || version === undefined)
      throw new Error(`There is no ${path} in version ${index}.`);
    targets.set(String(address), { article, version });
  }
  return targets;
}
