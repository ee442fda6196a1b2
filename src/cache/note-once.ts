import type { Note } from './types.ts';

/** A note that is taken once, however often its cause comes up. */
export function noteOnce(note: Note): Note {
  let isSaid = false;
  return (text) => {
    if (!isSaid) note(text);
    isSaid = true;
  };
}
