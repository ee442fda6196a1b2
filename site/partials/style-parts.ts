import type { Html } from '../html.ts';
import type { SiteView } from '../view.ts';

/** Parts of the style sheet that only some pages need, each with what shows that a page does. */
const PARTS = {
  'landing.css':
    /class="(?:cards|groups?|columns|buttons|section|products|guides|tracks|changes|change-list)[ "]/,
  'guides.css': /class="(?:guide-filters|page-filter|labels|tracks?|track-bar)[ "]/,
  'code.css': /<pre[ >]|class="prompt-link[ "]/,
  'tabs.css': /class="(?:variants|codetabs|platform-|tool-)/,
  'diagrams.css': /class="diagram[ "]/,
  'math.css': /<math[ >]/,
  'changes.css': /class="changes-page"/,
  'compare.css': /class="compare"/,
  'plain.css': /class="plain"/,
} as const;

/**
 * Addresses of the parts that a page needs. They are found by all of its body, so that templates of the site's owner have
 * them too.
 */
export function listStyleParts(
  { markup }: Html,
  { theme, hasMath, hasDiagrams }: Pick<SiteView, 'theme' | 'hasMath' | 'hasDiagrams'>,
): readonly string[] {
  const absent = [...(hasMath ? [] : ['math.css']), ...(hasDiagrams ? [] : ['diagrams.css'])];
  return Object.entries(PARTS).flatMap(([name, sign]) =>
    absent.includes(name) || !sign.test(markup) ? [] : [theme.findFile(name)],
  );
}
