import { type Liquid, TagToken, type TopLevelToken, TypeGuards } from 'liquidjs';
import type { Block } from './blocks.ts';
import {
  type Fault,
  repeatedElse,
  strayTag,
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
export interface Repair {
  readonly tokens: TopLevelToken[];
  /** For each tag that opens a block, the tag that ends it. */
  readonly ends: ReadonlyMap<TopLevelToken, TopLevelToken>;
  readonly faults: readonly Fault[];
}

const MAX_DEPTH = 100;

/**
 * Pairs opening and closing tags. What fits nowhere is dropped, what is not closed is closed where the block around
 * it ends; each of them is a fault, so that one mistake does not hide the next.
 */
export function repairTokens(tokens: readonly TopLevelToken[], grammar: Grammar): Repair {
  const isInFence = createFenceFinder();
  const state: State = { tokens: [], ends: new Map(), faults: [], open: [], isInFence, ...grammar };
  for (const token of tokens) {
    if (TypeGuards.isTagToken(token)) placeTag(state, token);
    else state.tokens.push(token);
  }
  closeDownTo(state, 0);
  return state;
}

interface Open {
  readonly token: TagToken;
  readonly block: Block;
  hasElse: boolean;
}

/** What the tags of a template are held against. */
export interface Grammar {
  readonly liquid: Liquid;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly aliases: TagAliases;
  /** Short names of the plans. */
  readonly plans: ReadonlySet<string>;
}

interface State extends Grammar {
  readonly tokens: TopLevelToken[];
  readonly ends: Map<TopLevelToken, TopLevelToken>;
  readonly faults: Fault[];
  readonly open: Open[];
  readonly isInFence: (tag: TagToken) => boolean;
}

function placeTag(state: State, token: TagToken): void {
  const { blocks, liquid, faults } = state;
  const block = blocks.get(token.name);
  const around = state.open.map((open) => open.token.name);
  faults.push(...judgeTag(token, around, state.plans));
  if (token.name === 'octicon' && state.isInFence(token)) faults.push(tagInCode(token.begin, token.name));
  if (block !== undefined) {
    openBlock(state, token, block);
    return;
  }
  const openings = [...blocks].filter(([, { end }]) => end === token.name).map(([name]) => name);
  const divided = [...blocks]
    .filter(([, { branches }]) => branches.includes(token.name))
    .map(([name]) => name);
  if (openings.length > 0) closeBlock(state, token, openings);
  else if (divided.length > 0) divideBlock(state, token, divided);
  else if (token.name === 'endraw' || token.name === 'endcomment')
    faults.push(strayTag(token.begin, token.name, [token.name.slice('end'.length)]));
  else if (token.name in liquid.tags) state.tokens.push(token);
  else faults.push(unknownTag(token.begin, token.name, suggestTag(state, token)));
}

function openBlock(state: State, token: TagToken, block: Block): void {
  if (block.isBare === true) withoutArguments(state, token);
  if (state.open.length === MAX_DEPTH) state.faults.push(tooDeep(token.begin, token.name, MAX_DEPTH));
  state.open.push({ token, block, hasElse: false });
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

function judgeLines({ isInFence }: State, opening: TagToken, end: TagToken): readonly Fault[] {
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
    state.faults.push(repeatedElse(token.begin, open.token.name));
    return;
  }
  open.hasElse = token.name === 'else';
  if (depth < MAX_DEPTH) state.tokens.push(token.name === 'else' ? withoutArguments(state, token) : token);
}

/** Ends the blocks that are open above `depth`, each of them a fault. */
function closeDownTo(state: State, depth: number): void {
  while (state.open.length > depth) {
    const open = state.open.at(-1);
    if (open === undefined) return;
    state.faults.push(unclosedTag(open.token.begin, open.token.name, open.block.end));
    endBlock(state, createTag(state, open.block.end, open.token.begin));
  }
}

function endBlock(state: State, end: TagToken): void {
  const open = state.open.pop();
  if (open === undefined || state.open.length >= MAX_DEPTH) return;
  state.ends.set(open.token, end);
  state.tokens.push(end);
}

function withoutArguments(state: State, token: TagToken): TagToken {
  const args = token.args.trim();
  if (args === '') return token;
  state.faults.push(unexpectedArguments(token.begin, token.name, args));
  return createTag(state, token.name, token.begin);
}

function createTag({ liquid }: State, name: string, begin: number): TagToken {
  const text = `{% ${name} %}`;
  const token = new TagToken(text, 0, text.length, liquid.options);
  token.begin = begin;
  return token;
}
