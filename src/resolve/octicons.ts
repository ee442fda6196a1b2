import { createRequire } from 'node:module';
import type octicons from '@primer/octicons';
import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';

const require = createRequire(import.meta.url);

/** An icon by name; undefined where there is none of that name. */
export function findOcticon(name: string): octicons.Icon | undefined {
  const icons = loadIcons();
  return Object.hasOwn(icons, name) ? icons[name] : undefined;
}

/** The nearest name of an icon. */
export function findNearestOcticon(name: string): string | undefined {
  return findNearest(name, Object.keys(loadIcons()));
}

/** An icon as inline SVG beside words that say the same, 24 pixels wide; empty where there is none of that name. */
export function formatOcticonSign(name: string): string {
  return findOcticon(name)?.toSVG({ width: 24 }) ?? '';
}

/** Reports `octicon` in frontmatter that names no icon. */
export function judgeOcticons(articles: Iterable<Article>): readonly Diagnostic[] {
  return [...articles].flatMap(({ frontmatter, file, keyPlaces }) => {
    const name = frontmatter.octicon;
    if (typeof name !== 'string' || findOcticon(name) !== undefined) return [];
    const nearest = findNearestOcticon(name);
    return [
      {
        code: 'resolve/unknown-octicon',
        severity: 'error' as const,
        message: `There is no octicon '${name}'.`,
        hint:
          nearest === undefined
            ? 'Look for its name in the list of Primer Octicons.'
            : `Did you mean '${nearest}'?`,
        place: keyPlaces.get('octicon') ?? { file, line: 1, column: 1 },
        via: [],
        versions: [],
        languages: [],
      },
    ];
  });
}

/** A megabyte that most pages do without, so it is loaded with the first icon; Node keeps it. */
function loadIcons(): Readonly<Record<string, octicons.Icon>> {
  return require('@primer/octicons');
}
