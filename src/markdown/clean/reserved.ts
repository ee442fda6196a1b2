/**
 * Attributes that scripts and styles of the theme go by, by their names in the HTML tree. `tests/theme/hooks.test.ts` knows them from
 * the theme itself. Those that Markdown and tags of Liquid make stay: `data-furniture`, `data-label`, `data-word`.
 */
export const RESERVED_DATA: ReadonlySet<string> = new Set(
  words(`
    axis bare base beside by changes comparer copied copy count current diagram dialog ended engine enlarge inline js languages line
    number overview plan platform position release retired scheme search segment sentence slot style styles tool topics type until
    variant waiting words wrap`).map((name) => `data${name.charAt(0).toUpperCase()}${name.slice(1)}`),
);

/** Classes of parts of the page that lie over others, or that a script takes the first of. */
export const RESERVED_CLASSES: ReadonlySet<string> = new Set(
  words('change-steps menu-close picker preview scheme-button search-button sidebar site-header skip-link'),
);

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
