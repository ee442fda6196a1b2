/**
 * Exchange: a workspace comes in, and what translation tools read goes out (XLIFF 2); what they give back comes in, and files of the
 * translation go out, with what could not be taken. Owns the XML parser. Nothing is written here.
 */

export { formatXliff, type XliffHead } from './format-xliff.ts';
export { type Import, type ImportedFile, importUnits } from './import-units.ts';
export { isOpen, listUnits } from './list-units.ts';
export { type PairedFile, pairFiles } from './pair-files.ts';
export { parseXliff, type ReturnedFile } from './parse-xliff.ts';
export type { ReturnedUnit, TranslationUnit } from './types.ts';
