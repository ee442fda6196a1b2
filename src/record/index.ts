/**
 * Record: what a build was made of, what it said and what it left, kept in the cache until the next build into the same
 * folder. Where all of that is as it was, that build has nothing to do but to say the same again. Sources count by content,
 * the program by the sums that compiling and installing it have left, and of the published files what `output` notes of
 * them.
 */

export { noteCheck, wasChecked } from './note-check.ts';
export { type KeptHeads, openHeads } from './open-heads.ts';
export { type FoundOutline, type OutlineDrawer, openOutlines } from './open-outlines.ts';
export { type BuildRecord, createRecord, nameInputs, openRecord, type RecordKeeper } from './open-record.ts';
export { type InputSignature, type Inputs, signInputs } from './sign-inputs.ts';
