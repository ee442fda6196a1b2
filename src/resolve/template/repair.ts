import { type Liquid, TagToken, type TopLevelToken, TypeGuards } from 'liquidjs';
import { type Block, type BlockParts, isCondition } from './blocks.ts';
import { createTextToken } from './create-text-token.ts';
import { widen } from './delimiters.ts';
import {
  misplacedCondition,
  repeatedElse,
  strayTag,
  type TemplateFault,
  tooDeep,
  unclosedTag,
  unexpectedArguments,
  unknownTag,
} from './faults.ts';
import { createFenceFinder, hasParagraphs, hasTextAfter, hasTightMarkdown } from './judge-lines.ts';
import { judgeTag } from './judge-tag.ts';
import { promptOverParagraphs, tagInCode, textAfterEnd, tightMarkdown } from './misuse.ts';
import type { TagAliases } from './rename-tag.ts';
import { suggestTag } from './suggest-tag.ts';

/** Tokens whose block tags are paired, so that LiquidJS can parse all of them. */
export interface TokenRepair {
  readonly tokens: TopLevelToken[];
  /** For each tag that opens a block, the tag that ends it. */
  readonly ends: ReadonlyMap<TopLevelToken, TopLevelToken>;
  /** Tags of which nothing is shown, nor of the blocks that they open: nobody knows whom these are for. */
  readonly unreadable: ReadonlySet<TopLevelToken>;
  readonly faults: readonly TemplateFault[];
}

const MAX_DEPTH = 100;

/**
 * How many tokens are looked at in all for the ends of tags that nobody knows: more than texts have that people write. After that such
 * tags are taken for tags without an end, or thousands of them would take minutes.
 */
const MAX_LOOKS = 1_000_000;

/**
 * Pairs opening and closing tags. What fits nowhere is dropped, what is not closed is closed where the block around
 * it ends; each of them is a fault, so that one mistake does not hide the next.
 */
export function repairTokens(tokens: readonly TopLevelToken[], grammar: Grammar): TokenRepair {
  const isInFence = createFenceFinder();
  const state: State = {
    tokens: [],
    ends: new Map(),
    unreadable: new Set(),
    faults: [],
    open: [],
    strangers: new Set(),
    looks: MAX_LOOKS,
    isInFence,
    ...grammar,
  };
  for (const [at, token] of tokens.entries()) {
    if (TypeGuards.isTagToken(token)) placeTag(state, token, tokens, at);
    else state.tokens.push(token);
  }
  closeDownTo(state, 0);
  return state;
}

interface Open {
  readonly token: TagToken;
  readonly block: Block;
  /** Whether it ends where the block around it does. */
  readonly isJoined: boolean;
  hasElse: boolean;
}

/** What the tags of a template are held against. */
export interface Grammar {
  readonly liquid: Liquid;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly parts: BlockParts;
  readonly aliases: TagAliases;
  /** Short names of the plans. */
  readonly plans: ReadonlySet<string>;
}

interface State extends Grammar {
  readonly tokens: TopLevelToken[];
  readonly ends: Map<TopLevelToken, TopLevelToken>;
  readonly unreadable: Set<TopLevelToken>;
  readonly faults: TemplateFault[];
  readonly open: Open[];
  /** Names of the tags met so far that nobody knows. */
  readonly strangers: Set<string>;
  /** How many tokens may still be looked at for their ends. */
  looks: number;
  readonly isInFence: (tag: TagToken) => boolean;
}

function placeTag(state: State, token: TagToken, tokens: readonly TopLevelToken[], at: number): void {
  const { blocks, parts, liquid, faults } = state;
  const block = blocks.get(token.name);
  // Of what is deeper, nothing is shown.
  const around = state.open.slice(-MAX_DEPTH).map((open) => open.token.name);
  const judged = judgeTag(token, around, state.plans);
  faults.push(...judged);
  if (token.name === 'octicon' && state.isInFence(token)) faults.push(tagInCode(token.begin, token.name));
  if (block !== undefined) {
    openBlock(state, token, block);
    if (judged.some(({ code }) => UNREADABLE.includes(code))) state.unreadable.add(token);
    return;
  }
  if (judged.some(({ code }) => UNREADABLE.includes(code))) leaveOutCondition(state);
  const openings = parts.ended.get(token.name);
  const divided = parts.divided.get(token.name);
  if (openings !== undefined) closeBlock(state, token, openings);
  else if (divided !== undefined) divideBlock(state, token, divided);
  else if (token.name === 'endraw' || token.name === 'endcomment')
    faults.push(strayTag(token.begin, token.name, [token.name.slice('end'.length)]));
  else if (token.name in liquid.tags) state.tokens.push(token);
  else placeStranger(state, token, tokens, at);
}

/** Of a condition without these nobody knows whom its text is for. */
const UNREADABLE = ['resolve/missing-arguments', 'resolve/if-for-ifversion'];

/** Shows nothing of the condition that is open. */
function leaveOutCondition({ open, unreadable }: State): void {
  const around = open.findLast(({ token, block }) => isCondition(token.name) || block.branches.length > 0);
  if (around !== undefined) unreadable.add(around.token);
}

/**
 * A tag that nobody knows is shown as it is written, unless it was meant to be one that decides about text: of a condition
 * nothing is shown then, and an end is an end.
 */
function placeStranger(state: State, token: TagToken, tokens: readonly TopLevelToken[], at: number): void {
  const { blocks, faults, open, strangers } = state;
  const { name } = token;
  const isEnd = name.startsWith('end') && strangers.has(name.slice('end'.length));
  if (isEnd && open.at(-1)?.block.end === name) {
    endBlock(state, token);
    return;
  }
  const meant = suggestTag(state, token);
  if (!isEnd) faults.push(unknownTag(token.begin, name, meant));
  strangers.add(name);
  const block = meant === undefined ? undefined : blocks.get(meant);
  const own = { end: `end${name}`, branches: ['else'] };
  const isClosedBy = (end: string) => isClosed(state, name, end, tokens, at);
  if (/^(?:if|unless|case)/i.test(name) && isClosedBy(own.end)) leaveOutBlock(state, token, own);
  else if (meant !== undefined && block !== undefined && isClosedBy(block.end)) {
    if (isCondition(meant)) leaveOutBlock(state, token, block);
    else openBlock(state, createTag(state, meant, token.begin), block);
  } else if (meant !== undefined && open.some((each) => each.block.end === meant))
    closeBlock(state, createTag(state, meant, token.begin), []);
  else if (meant !== undefined && open.at(-1)?.block.branches.includes(meant) === true)
    leaveOutCondition(state);
  else state.tokens.push(createText(state, token));
}

function leaveOutBlock(state: State, token: TagToken, block: Block): void {
  openBlock(state, token, block);
  state.unreadable.add(token);
}

/** Whether a block that begins here is ended further down: by a tag that ends none of those between. */
function isClosed(
  state: State,
  name: string,
  end: string,
  tokens: readonly TopLevelToken[],
  at: number,
): boolean {
  let depth = 1;
  for (let next = at + 1; next < tokens.length && state.looks > 0; next += 1) {
    const token = tokens[next];
    state.looks -= 1;
    if (token === undefined || !TypeGuards.isTagToken(token)) continue;
    if (token.name === end) depth -= 1;
    else if (token.name === name || (end === 'endif' && ['if', 'ifversion'].includes(token.name))) depth += 1;
    if (depth === 0) return true;
  }
  return false;
}

/** A tag as text, with the white space that it would have cut. */
function createText({ liquid }: State, { input, begin, end }: TagToken): TopLevelToken {
  const stretch = widen(input, begin, end);
  return createTextToken(input, stretch.begin, stretch.end, liquid);
}

function openBlock(state: State, token: TagToken, block: Block, isJoined = false): void {
  if (block.isBare === true) withoutArguments(state, token);
  if (state.open.length === MAX_DEPTH) state.faults.push(tooDeep(token.begin, token.name, MAX_DEPTH));
  state.open.push({ token, block, isJoined, hasElse: false });
  if (state.open.length <= MAX_DEPTH) state.tokens.push(token);
}

function closeBlock(state: State, token: TagToken, openings: readonly string[]): void {
  const depth = state.open.findLastIndex(({ block }) => block.end === token.name);
  if (depth === -1) {
    state.faults.push(strayTag(token.begin, token.name, openings));
    return;
  }
  closeDownTo(state, depth + 1);
  const opening = state.open.at(-1);
  if (opening?.block.isBare === true) state.faults.push(...judgeLines(state, opening.token, token));
  endBlock(state, withoutArguments(state, token));
}

function judgeLines({ isInFence }: State, opening: TagToken, end: TagToken): readonly TemplateFault[] {
  const inCode = [opening, end].find(isInFence);
  if (inCode !== undefined) return [tagInCode(inCode.begin, inCode.name)];
  return [
    ...(hasParagraphs(opening, end) ? [promptOverParagraphs(opening.begin)] : []),
    ...(hasTightMarkdown(opening, end) ? [tightMarkdown(opening.begin, opening.name)] : []),
    ...(hasTextAfter(opening, end) ? [textAfterEnd(end.begin, end.name)] : []),
  ];
}

function divideBlock(state: State, token: TagToken, divided: readonly string[]): void {
  const depth = state.open.findLastIndex(({ block }) => block.branches.includes(token.name));
  const open = state.open[depth];
  if (open === undefined) {
    state.faults.push(strayTag(token.begin, token.name, divided));
    return;
  }
  closeDownTo(state, depth + 1);
  if (open.hasElse) {
    state.faults.push(repeatedElse(token.begin, open.token.name, token.name));
    if (token.name !== 'else') leaveOutCondition(state);
    return;
  }
  open.hasElse = token.name === 'else';
  if (depth >= MAX_DEPTH) return;
  const condition = token.name === 'else' && open.block.end === 'endif' ? findMisplaced(token) : undefined;
  if (condition === undefined) state.tokens.push(open.hasElse ? withoutArguments(state, token) : token);
  else openMisplaced(state, token, open.token.name, condition);
}

/** Ends the blocks that are open above `depth`, each of them a fault. */
function closeDownTo(state: State, depth: number): void {
  while (state.open.length > depth) {
    const open = state.open.at(-1);
    if (open === undefined) return;
    const { token, block } = (open.isJoined ? state.open.at(-2) : open) ?? open;
    state.faults.push(unclosedTag(token.begin, token.name, block.end));
    endBlock(state, createTag(state, open.block.end, open.token.begin));
  }
}

function endBlock(state: State, end: TagToken): void {
  const open = state.open.pop();
  if (open === undefined) return;
  if (state.open.length < MAX_DEPTH) {
    state.ends.set(open.token, end);
    state.tokens.push(end);
  }
  if (open.isJoined) endBlock(state, createTag(state, open.block.end, end.begin));
}

function withoutArguments(state: State, token: TagToken): TagToken {
  const args = token.args.trim();
  if (args === '') return token;
  state.faults.push(unexpectedArguments(token.begin, token.name, args));
  return createTag(state, token.name, token.begin);
}

/** The condition in `{% else if ghes %}`. */
function findMisplaced({ args }: TagToken): string | undefined {
  return /^if(?:version)?\s+(.*\S)/s.exec(args.trim())?.[1];
}

const OF_LIQUID = /[=!]=|["']|\b(?:contains|currentVersion)\b/;

/**
 * Reads `{% else if X %}` as `{% else %}{% if X %}`, ended where the condition around it is: shown to all others, its text
 * would be false for some of them.
 */
function openMisplaced(state: State, token: TagToken, around: string, condition: string): void {
  const { input, begin, end, args } = token;
  const isLiquid = around === 'ifversion' ? OF_LIQUID.test(condition) : !/^\s*ifversion/.test(args);
  const name = isLiquid ? 'if' : 'ifversion';
  const isAlike = (around === 'ifversion') === (name === 'ifversion');
  state.faults.push(misplacedCondition(begin, args.trim(), condition, isAlike ? undefined : name));
  state.tokens.push(createTag(state, token.name, begin));
  const block = state.blocks.get(name);
  if (block === undefined) return;
  const nested = new TagToken(input, begin, end, state.liquid.options);
  nested.tokenizer.p = input.indexOf(condition, nested.tokenizer.p);
  openBlock(state, Object.assign(nested, { name, args: condition }), block, true);
}

function createTag({ liquid }: State, name: string, begin: number): TagToken {
  const text = `{% ${name} %}`;
  const token = new TagToken(text, 0, text.length, liquid.options);
  token.begin = begin;
  return token;
}
