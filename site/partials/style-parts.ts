import type { Html } from '../html.ts';
import type { SiteView } from '../view.ts';

/** Parts of the style sheet that only some pages need, each with what begins the tags and classes that show that a page does. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'landing.css': listClasses(
    'cards group groups columns buttons section products guides tracks changes change-list',
  ),
  'guides.css': listClasses('guide-filters page-filter labels track tracks track-bar'),
  'code.css': ['<pre', ...listClasses('prompt-link')],
  'tabs.css': listClasses('variants codetabs platform- tool-'),
  'operations.css': listClasses('operation'),
  'steps.css': listClasses('steps'),
  'files.css': listClasses('files'),
  'card-grid.css': listClasses('card-grid'),
  'badges.css': listClasses('badge'),
  'diagrams.css': listClasses('diagram'),
  'math.css': ['<math'],
  'changes.css': listClasses('changes-page'),
  'compare.css': listClasses('compare'),
  'plain.css': listClasses('plain'),
};

/** All of them at once: a page is looked through for each of thousands. What ends with a hyphen is the begin of a name. */
const SIGN = new RegExp(
  [...new Set(Object.values(PARTS).flat())]
    .map((sign) => (sign.endsWith('-') ? sign : `${sign}(?=[ ">])`))
    .join('|'),
  'g',
);

function listClasses(names: string): readonly string[] {
  return names.split(' ').map((name) => `class="${name}`);
}

/**
 * Addresses of the parts that a page needs. They are found by all of its body, so that templates of the site's owner have
 * them too.
 */
export function listStyleParts(
  { markup }: Html,
  { theme, hasMath, hasDiagrams }: Pick<SiteView, 'theme' | 'hasMath' | 'hasDiagrams'>,
): readonly string[] {
  const absent = [...(hasMath ? [] : ['math.css']), ...(hasDiagrams ? [] : ['diagrams.css'])];
  const found = new Set(markup.match(SIGN));
  return Object.entries(PARTS).flatMap(([name, signs]) =>
    absent.includes(name) || !signs.some((sign) => found.has(sign)) ? [] : [theme.findFile(name)],
  );
}
