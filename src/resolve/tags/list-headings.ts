import { type Template, TypeGuards } from 'liquidjs';

/** The lines that are headings of Markdown (`## Title`) among templates, as they are written, but for their depth. */
export function listHeadings(templates: readonly Template[]): readonly string[] {
  return templates.flatMap(({ token }) => {
    if (!TypeGuards.isHTMLToken(token)) return [];
    const text = token.getText();
    return [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(\S(?:.*(?![ \t#]).)?)[ \t#]*$/gm)].map(
      ([, words = '']) => words,
    );
  });
}
