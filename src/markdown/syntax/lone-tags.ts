import { htmlFlow } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { peek } from './peek.ts';

const INLINE =
  'a|abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr';
const TAG = `</?(?:${INLINE})(?:[ \\t]+(?:"[^"]*"|'[^']*'|[^<>"'])*)?[ \\t]*/?>`;
const TAGS = new RegExp(`^[ \\t]*(?:${TAG}[ \\t]*)+$`, 'i');
const LONE = new RegExp(`^${TAG}[ \\t]*$`, 'i');
/** What begins another block, of Markdown or of HTML. */
const BLOCK = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|\||[-+*][ \t]|\d{1,9}[.)][ \t])/;
const HTML = new RegExp(`^[ \\t]*<(?:[!?]|/?(?!(?:${INLINE})\\b)[a-z])`, 'i');

/** A line of a lone tag that no blank line follows, a little wider than it needs to be. */
export const LONE_TAG = new RegExp(
  `^[ \\t>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)*</?(?:${INLINE})\\b.*>[ \\t]*\\n[ \\t>]*\\S`,
  'im',
);

/**
 * Syntax extension: a line that holds nothing but a tag of words (`<br>`, `<sup>`, `</a>`) begins no HTML that goes on to the next
 * blank line, where Markdown would be shown as it is written. An opening or empty tag begins a paragraph with the words of the
 * next line; a closing one, or one before another block, is HTML of one line. Where blank lines or more HTML follow, all is left
 * to CommonMark.
 */
export const loneTags: Extension = {
  disable: { null: ['htmlFlow'] },
  flow: {
    60: [
      { ...htmlFlow, name: 'loneTag', concrete: false, tokenize: tokenizeLoneTag },
      { ...htmlFlow, name: 'longHtmlFlow', tokenize: tokenizeOther },
    ] satisfies Construct[],
  },
};

/** Not concrete, so that the next line may begin an item of a list. */
function tokenizeLoneTag(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  if (this.interrupt) return nok;
  return peekTags(effects, (lines) => (judge(lines) === 'line' ? takeLine(effects, ok) : nok));
}

function tokenizeOther(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const other = htmlFlow.tokenize.call(this, effects, ok, nok);
  if (this.interrupt) return other;
  return peekTags(effects, (lines) => (judge(lines) === 'paragraph' ? nok : other));
}

/** Looks at lines that hold nothing but tags, and at the one behind them. */
function peekTags(effects: Effects, decide: (lines: readonly string[]) => State): State {
  return peek(
    effects,
    (seen, next) => next !== '\n' || TAGS.test(seen.slice(seen.lastIndexOf('\n') + 1)),
    (seen) => decide(seen.split('\n')),
  );
}

function judge(lines: readonly string[]): 'html' | 'line' | 'paragraph' {
  const [first = ''] = lines;
  const next = lines.length > 1 ? (lines.at(-1) ?? '') : '';
  if (!LONE.test(first) || next.trim() === '' || TAGS.test(next) || HTML.test(next)) return 'html';
  return BLOCK.test(next) || first.startsWith('</') ? 'line' : 'paragraph';
}

function takeLine(effects: Effects, ok: State): State {
  return (first) => {
    effects.enter('htmlFlow');
    effects.enter('htmlFlowData');
    return take(first);

    function take(code: Code): State | undefined {
      if (code === null || (code < -2 && code > -6)) {
        effects.exit('htmlFlowData');
        effects.exit('htmlFlow');
        return ok(code);
      }
      effects.consume(code);
      return take;
    }
  };
}
