import type { EditedSite, EditorSite } from '../types.ts';

/** What a rename does, or why it cannot be done. */
export type RenamePlan = RenameEdits | { readonly refused: string };

export interface RenameEdits {
  readonly edits: readonly SpanEdit[];
  /** Files and folders, after the edits. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/** Offsets count in the text that the site has now. */
export interface SpanEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface RenameScope {
  readonly site: EditorSite;
  readonly edited: EditedSite;
}
