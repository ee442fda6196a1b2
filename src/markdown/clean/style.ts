const HARMLESS =
  /^(?:(?:min-|max-)?(?:width|height)|(?:margin|padding|border)(?:-[a-z-]+)?|border|background(?:-color)?|color|display|float|clear|font(?:-[a-z]+)?|line-height|list-style(?:-type)?|text-(?:align|decoration|transform|indent)|vertical-align|white-space|word-(?:break|wrap)|overflow(?:-wrap|-x|-y)?|(?:-webkit-|-moz-)?column(?:s|-count|-gap|-width)|table-layout|caption-side)$/;

// No addresses, no escapes, no functions but colours, no negative lengths: those could cover what is around.
const VALUE = /^(?:[\w\s.%#,!"'-]|\b(?:rgba?|hsla?)\([\d\s.,%/]*\))*$/i;

/** What is left of a `style` attribute: widths, alignment, colours and their like; and the declarations that went. */
export function cleanStyle(style: string): { readonly kept: string; readonly dropped: readonly string[] } {
  const declarations = style
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const kept = declarations.filter(isHarmless);
  return {
    kept: kept.length === declarations.length ? style : kept.join('; '),
    dropped: declarations.filter((part) => !isHarmless(part)),
  };
}

function isHarmless(declaration: string): boolean {
  const colon = declaration.indexOf(':');
  const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
  const value = declaration.slice(colon + 1).trim();
  return HARMLESS.test(property) && VALUE.test(value) && !/(?:^|\s)-[\d.]/.test(value);
}
