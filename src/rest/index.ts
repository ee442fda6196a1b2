/**
 * Rest: descriptions of an API (OpenAPI 3.0 and 3.1) come in, the operations of an article go out as Markdown with Liquid, what
 * differs between versions under conditions. Knows no articles and no addresses: from there on the operations are part of the
 * text of their page. Everything in a description is text of others: it is escaped where it is put, and has no Liquid.
 */
export { checkChoice } from './choose-operations.ts';
export { nameEntry } from './lay-translation.ts';
export { createSpecLibrary, type SpecLibrary } from './spec-library.ts';
export { parseSpecText } from './text/parse-spec-text.ts';
export type { OperationChoice, PlacedName, Spec, WrittenReference } from './types.ts';
export { findRestWords, REST_WORDS, type RestWords } from './words.ts';
export type { SourceLanguage } from './write/mark-language.ts';
export { writeReference } from './write-reference.ts';
