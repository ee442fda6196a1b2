/**
 * Language server: what editors ask while a site is written, over stdin and stdout. Reads the workspace of the open texts, and
 * writes nothing: edits go to the editor. Owns the protocol and its library; positions become those of editors here alone.
 */
export { type EditorTools, serveEditor } from './serve-editor.ts';
