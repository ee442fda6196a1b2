import type { Code, Construct, Effects, State } from 'micromark-util-types';

/** Looks at the rest of the line without consuming it. */
export function peekLine(effects: Effects, decide: (line: string) => State): State {
  return peek(effects, (_, next) => next !== '\n', decide);
}

/** Looks at what comes next, as long as `goesOn` says so of what was seen and the next character. */
export function peek(
  effects: Effects,
  goesOn: (seen: string, next: string) => boolean,
  decide: (seen: string) => State,
): State {
  return (code) => {
    let seen = '';
    // Fails at the end, so that micromark goes back to where it was.
    const reader: Construct = {
      partial: true,
      tokenize: (look, _ok, nok) => (first) => {
        if (isOver(first)) return nok(first);
        look.enter('chunkString');
        return read(first);

        function read(next: Code): State | undefined {
          if (isOver(next)) {
            look.exit('chunkString');
            return nok(next);
          }
          seen += showCode(next);
          look.consume(next);
          return read;
        }
      },
    };
    const decided: State = (next) => decide(seen)(next);
    return effects.check(reader, decided, decided)(code);

    function isOver(next: Code): next is null {
      return next === null || !goesOn(seen, showCode(next));
    }
  };
}

/** micromark's codes: -5 to -3 are line endings, -2 a tab, -1 a further column of a tab, null the end of the text. */
function showCode(code: number): string {
  if (code < -2) return '\n';
  return code === -2 ? '\t' : code === -1 ? '' : String.fromCharCode(code);
}
