import type { Rendering } from '../markdown/index.ts';

/** What a text without words becomes. */
export const EMPTY_RENDERING: Rendering = {
  pieces: [''],
  slots: [],
  headings: [],
  problems: [],
  text: '',
  platforms: [],
  tools: [],
};
