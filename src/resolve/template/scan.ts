import { type Liquid, TagToken, Tokenizer, type TopLevelToken } from 'liquidjs';
import { createTextToken } from './create-text-token.ts';
import { createDelimiterFinder, type DelimiterFinder } from './delimiters.ts';
import {
  namelessTag,
  rawInRaw,
  strayPercent,
  type TemplateFault,
  unclosedDelimiter,
  unclosedRaw,
  unclosedTag,
  unexpectedArguments,
} from './faults.ts';
import { judgeOutput } from './judge-output.ts';
import { splitDelimiter } from './misuse.ts';
import { createTagRenamer, type RenameTag, type TagAliases } from './rename-tag.ts';

/** The tokens of a template, and what is wrong with its delimiters. */
export interface Scan {
  readonly tokens: TopLevelToken[];
  readonly faults: TemplateFault[];
}

/**
 * Splits a template into text, outputs and tags. Unlike LiquidJS it goes on after a mistake: a brace that opens
 * nothing stays text. `raw` becomes plain text here, comments vanish, white space control is applied.
 */
export function scanTokens(text: string, liquid: Liquid, aliases: TagAliases): Scan {
  const finder = createDelimiterFinder(text);
  const rename = createTagRenamer(aliases);
  const state: State = {
    text,
    liquid,
    finder,
    rename,
    tokens: [],
    faults: [],
    at: 0,
    textFrom: 0,
    trimNext: false,
  };
  const opening = /\{%|\{\{/g;
  for (;;) {
    opening.lastIndex = state.at;
    const found = opening.exec(text);
    if (found === null) break;
    if (found[0] === '{%') readTag(state, found.index);
    else readOutput(state, found.index);
  }
  flushText(state, text.length, false);
  return { tokens: state.tokens, faults: state.faults };
}

interface State extends Scan {
  readonly text: string;
  readonly liquid: Liquid;
  readonly finder: DelimiterFinder;
  readonly rename: RenameTag;
  /** Where the search for the next delimiter begins. */
  at: number;
  /** Begin of the text not yet made a token. */
  textFrom: number;
  /** Whether the tag before asked to cut the white space after it. */
  trimNext: boolean;
}

function readTag(state: State, begin: number): void {
  const { text, tokens, finder } = state;
  const close = finder.findTagEnd(begin + 2);
  if (close === undefined) {
    keepAsText(state, begin, '{%', '%}');
    return;
  }
  const token = createTagToken(state, begin, close + 2, text.slice(begin + 2, close));
  flushText(state, begin, token?.trimLeft ?? false);
  advance(state, close + 2, token?.trimRight ?? false);
  if (token?.name === 'raw') readRaw(state, begin, token.args.trim());
  else if (token?.name === 'comment') skipComment(state, begin);
  else if (token !== undefined) tokens.push(...[state.rename(token) ?? []].flat());
}

/** A tag that ends in `% %}` is read without the first `%`: old corpora hold such slips, and engines let them pass. */
function createTagToken(state: State, begin: number, end: number, inner: string): TagToken | undefined {
  const { text, liquid, faults } = state;
  const trimmed = inner.trimEnd();
  try {
    if (!trimmed.endsWith('%')) return new TagToken(text, begin, end, liquid.options);
    const slip = trimmed.length - 1;
    faults.push(strayPercent(begin + 2 + slip, inner.length - slip));
    const token = new TagToken(text, begin, begin + 2 + slip + 2, liquid.options);
    token.end = end;
    return token;
  } catch {
    faults.push(namelessTag(begin, text.slice(begin, end)));
    return undefined;
  }
}

function readOutput(state: State, begin: number): void {
  const { text, liquid, tokens, finder } = state;
  const close = finder.findOutputEnd(begin + 2);
  if (close === undefined) {
    keepAsText(state, begin, '{{', '}}');
    return;
  }
  const content = text.slice(begin + 2, close);
  if (/^\s?%[^%]*%\s?$/.test(content)) {
    const meant = content.replace(/^\s?%-?|-?%\s?$/g, '').trim();
    state.faults.push(splitDelimiter(begin, text.slice(begin, close + 2), meant, true));
    flushText(state, begin, false);
    advance(state, close + 2, false);
    return;
  }
  const reference = OLD_DATA.exec(content)?.[1];
  if (reference !== undefined) {
    flushText(state, begin, content.startsWith('-'));
    advance(state, close + 2, content.endsWith('-'));
    tokens.push(createDataTag(state, begin, close + 2, reference));
    return;
  }
  state.faults.push(...judgeOutput(content, begin, (name) => name in liquid.tags));
  const tokenizer = new Tokenizer(text, liquid.options.operators, undefined, [begin, close + 2]);
  const token = tokenizer.readOutputToken(liquid.options);
  flushText(state, begin, token.trimLeft);
  advance(state, close + 2, token.trimRight);
  tokens.push(token);
}

/** `{{ site.data.variables.a.b }}` in older corpora: the value is rendered, as that of the tag `data`. */
const OLD_DATA = /^-?\s*(site\.data\.(?:early-access\.)?(?:variables|reusables)\.[\w.-]*\w)\s*-?$/;

function createDataTag({ text, liquid }: State, begin: number, end: number, reference: string): TagToken {
  const written = `{% data ${reference} %}`;
  const token = new TagToken(written, 0, written.length, liquid.options);
  return Object.assign(token, { input: text, begin, end });
}

function keepAsText(state: State, begin: number, opening: string, closing: string): void {
  const [, word = ''] = /^-?\s*(\w*)/.exec(state.text.slice(begin + opening.length, begin + 80)) ?? [];
  state.faults.push(unclosedDelimiter(begin, opening, closing, word));
  state.at = begin + opening.length;
}

/** White space control inside of `raw` cuts nothing, as in LiquidJS. */
function readRaw(state: State, begin: number, args: string): void {
  if (args !== '') state.faults.push(unexpectedArguments(begin, 'raw', args));
  const end = state.finder.findEndTag('endraw', state.at);
  state.trimNext = false;
  if (end === undefined) {
    state.faults.push(unclosedRaw(begin));
    state.at = state.text.length;
    return;
  }
  const inner = state.text.slice(state.at, end.begin).search(RAW_TAG);
  if (inner !== -1) state.faults.push(rawInRaw(state.at + inner));
  flushText(state, end.begin, false);
  advance(state, end.end, end.trims);
}

const RAW_TAG = /\{%-?\s*raw\s*-?%\}/;

function skipComment(state: State, begin: number): void {
  const end = state.finder.findEndTag('endcomment', state.at);
  if (end === undefined) state.faults.push(unclosedTag(begin, 'comment', 'endcomment'));
  else advance(state, end.end, end.trims);
}

function advance(state: State, to: number, trimNext: boolean): void {
  state.at = to;
  state.textFrom = to;
  state.trimNext = trimNext;
}

function flushText(state: State, until: number, trimEnd: boolean): void {
  const { text, liquid, tokens, textFrom, trimNext } = state;
  let begin = textFrom;
  let end = until;
  while (trimNext && begin < end && /\s/.test(text.charAt(begin))) begin += 1;
  while (trimEnd && begin < end && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (begin >= end) return;
  tokens.push(createTextToken(text, begin, end, liquid));
}
