import type { Data, ElementContent, Node } from 'hast';
import type { Code } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import { type FenceLook, isFenceLook, PLAIN_LOOK, readFenceLook, splitFenceWords } from './fence-words.ts';

/** A code block on its way through the HTML tree, past the parsing and cleaning of raw HTML. */
export interface Fence extends Node {
  readonly type: 'fence';
  readonly value: string;
  readonly info: FenceInfo;
  data?: Data | undefined;
}

/** What stands after the opening fence. */
export interface FenceInfo {
  /** The first word, lower case, without white space; empty if there is none. */
  readonly language: string;
  readonly copy: boolean;
  /** Other words. */
  readonly flags: readonly string[];
  /** `ref=id` or `ref:id`. */
  readonly pairs: Readonly<Record<string, string>>;
  readonly look: FenceLook;
}

declare module 'hast' {
  interface ElementContentMap {
    fence: Fence;
  }
  interface RootContentMap {
    fence: Fence;
  }
}

type State = Parameters<NonNullable<NonNullable<Options['handlers']>['code']>>[0];

/** Handler for code of Markdown. */
export function createFence(state: State, node: Code): ElementContent {
  const fence: Fence = {
    type: 'fence',
    value: node.value,
    info: parseInfo(`${node.lang ?? ''} ${node.meta ?? ''}`, node.value),
  };
  state.patch(node, fence);
  return fence;
}

/** `yaml{:copy}` and `yaml copy` both ask for a copy button, and so does `prompt`: it is to be sent somewhere. */
function parseInfo(info: string, code: string): FenceInfo {
  // Parted only here, where character references are blanks: `js&#x20;a` names the language `js`.
  const [first = '', ...others] = splitInfo(info);
  // A flag where the language should be: nothing else is called so.
  const word = FLAG.test(first) ? `{:${first}}` : first;
  const suffix = /\{:([^}]*)\}?$/.exec(word);
  const { look, rest } =
    others.length === 0
      ? { look: PLAIN_LOOK, rest: others }
      : readFenceLook(others, code === '' ? 0 : code.split('\n').length);
  const words = [...(suffix?.[1]?.split(/[\s,:]+/) ?? []), ...rest].filter((part) => part !== '');
  const flags = words.filter((part) => !PAIR.test(part)).map((part) => part.replace(/^\{:|\}$/g, ''));
  const pairs = words.flatMap((part) => {
    const match = PAIR.exec(part);
    return match?.[1] && match[2] ? [[match[1], match[2]] as const] : [];
  });
  return {
    language: word.slice(0, suffix?.index).toLowerCase(),
    copy: flags.includes('copy') || flags.includes('prompt'),
    flags: flags.filter((flag) => flag !== 'copy'),
    pairs: Object.fromEntries(pairs),
    look,
  };
}

/** Lines to set off may stand right behind the language, as elsewhere: `js{3,5-7}`. */
function splitInfo(info: string): readonly string[] {
  const attached = /^([^\s{}]+)(\{[\d\s,-]+\})(?=\s|$)/.exec(info.trim());
  if (attached?.[1] !== undefined && attached[2] !== undefined)
    return [attached[1], attached[2], ...splitFenceWords(info.trim().slice(attached[0].length))];
  const [, first = '', rest = ''] = /^(\S*)(.*)$/s.exec(info.trim()) ?? [];
  return isFenceLook(first) ? ['', ...splitFenceWords(info)] : [first, ...splitFenceWords(rest)];
}

const FLAG = /^(?:annotate|copy|prompt)$/;
const PAIR = /^([\w-]+)[=:](.+)$/;
