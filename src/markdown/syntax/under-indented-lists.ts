import { list } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { type ItemState, keepsInItem, noteItemLine, startItem } from './item-state.ts';
import { peekLine } from './peek.ts';

/**
 * Syntax extension: what follows a list item with less indentation than CommonMark asks for belongs to the item, as
 * in parsers older than CommonMark. Authors write `1. step`, go on with two spaces, and close a code block where the
 * line begins. Where such a line belongs is decided in `keepsInItem`; everything else is left to CommonMark.
 */
export const underIndentedLists: Extension = {
  document: Object.fromEntries(
    ['*', '+', '-', ...'0123456789'].map((mark) => [mark.charCodeAt(0), createList()]),
  ),
};

function createList(): Construct {
  return { ...list, tokenize: beginItem, continuation: { tokenize: continueItem } };
}

/** The first line of a list. Those of further items come through `continueItem`. */
function beginItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const rest = peekLine(effects, (line) => {
    startItem(stateOf(this), line);
    return ok;
  });
  return list.tokenize.call(this, effects, rest, nok);
}

function continueItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const strict = list.continuation?.tokenize.call(this, effects, ok, nok) ?? nok;
  return peekLine(effects, (line) => {
    const state = stateOf(this);
    const kept = keepsInItem(state, line);
    noteItemLine(state, line);
    if (!kept) return strict;
    state._closeFlow = undefined;
    state.furtherBlankLines = undefined;
    state.initialBlankLine = undefined;
    return /^\s/.test(line) ? takeIndent(effects, ok) : ok;
  });
}

function stateOf({ containerState = {} }: TokenizeContext): ItemState {
  return containerState;
}

/** All the white space that the line begins with. */
function takeIndent(effects: Effects, ok: State): State {
  return (first) => {
    effects.enter('listItemIndent');
    return take(first);

    function take(code: Code): State | undefined {
      if (code === 32 || code === -1 || code === -2) {
        effects.consume(code);
        return take;
      }
      effects.exit('listItemIndent');
      return ok(code);
    }
  };
}
