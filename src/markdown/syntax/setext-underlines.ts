import { setextUnderline } from 'micromark-core-commonmark';
import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/**
 * Syntax extension: only dashes that begin where the line begins make a heading of the paragraph above. Indented ones,
 * as at the end of a block under a Liquid loop, are a rule, as in parsers older than CommonMark.
 */
export const flushSetextUnderlines: Extension = {
  disable: { null: ['setextUnderline'] },
  flow: { 45: createUnderline(), 61: createUnderline() },
};

function createUnderline(): Construct {
  return { ...setextUnderline, name: 'flushSetextUnderline', tokenize: tokenizeFlush };
}

function tokenizeFlush(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const strict = setextUnderline.tokenize.call(this, effects, ok, nok);
  return this.events.at(-1)?.[1].type === 'linePrefix' ? nok : strict;
}
