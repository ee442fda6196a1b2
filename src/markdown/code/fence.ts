import type { Data, ElementContent, Node } from 'hast';
import type { Code } from 'mdast';
import type { Options } from 'mdast-util-to-hast';

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
    info: parseInfo(`${node.lang ?? ''} ${node.meta ?? ''}`),
  };
  state.patch(node, fence);
  return fence;
}

/** `yaml{:copy}` and `yaml copy` both ask for a copy button, and so does `prompt`: it is to be sent somewhere. */
function parseInfo(info: string): FenceInfo {
  // Parted only here, where character references are blanks: `js&#x20;a` names the language `js`.
  const [first = '', ...rest] = info.trim().split(/\s+/);
  // A flag where the language should be: nothing else is called so.
  const word = FLAG.test(first) ? `{:${first}}` : first;
  const suffix = /\{:([^}]*)\}?$/.exec(word);
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
  };
}

const FLAG = /^(?:annotate|copy|prompt)$/;
const PAIR = /^([\w-]+)[=:](.+)$/;
