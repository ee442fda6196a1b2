/**
 * Pdf: a site and its theme come in, with the page where the book begins; a PDF goes out. `composeBook` puts the pages together
 * as one HTML document, in the order of the navigation; `printBook` has a browser settle and print it. What a page says is left
 * to `workspace`, how its parts look to the theme, and where the file goes to the command.
 */
export { type BookRequest, composeBook } from './compose-book.ts';
export { printBook } from './print-book.ts';
export type { Book, Paper } from './types.ts';
