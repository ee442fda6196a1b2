import type { TagToken } from 'liquidjs';
import type { TagTarget } from '../../config/index.ts';

/** Tags of other engines, each with the tag that it stands for. */
export type TagAliases = Readonly<Record<string, TagTarget>>;

/** Gives the tag of another engine the name and arguments of ours; undefined for one that goes while its text stays. */
export type RenameTag = (token: TagToken) => TagToken | undefined;

/** For the tags of one text. What is no alias stays as it is. */
export function createTagRenamer(aliases: TagAliases): RenameTag {
  /** First words of groups of tabs, which some engines repeat before the label of each tab. */
  const groups = new Set<string>();
  return (token) => {
    const isEnd = token.name.startsWith('end') && !Object.hasOwn(aliases, token.name);
    const name = isEnd ? token.name.slice('end'.length) : token.name;
    const target = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
    if (target === undefined) return token;
    if (target === 'none') return undefined;
    token.name = isEnd ? `end${target === 'ifversion' ? 'if' : target}` : target;
    if (target === 'ifversion' && !isEnd) return token;
    const args = token.args.trim();
    const [group] = /^\S+/.exec(args) ?? [];
    if (target === 'codetabs' && !isEnd && group !== undefined) groups.add(group);
    return Object.assign(token, { args: target === 'codetab' && !isEnd ? spellTab(args, groups) : '' });
  };
}

/** All words of the tab are its label, but for the name of its group. */
function spellTab(args: string, groups: ReadonlySet<string>): string {
  const [, first = '', rest = ''] = /^(\S+)\s+(.+)$/s.exec(args) ?? [];
  const label = (groups.has(first) ? rest : args).replace(/^(["'])(.*)\1$/s, '$2').replaceAll('"', '”');
  return ` ${label.replace(/[^\w+#-]+/g, '-').replace(/^-+|(?<!-)-+$/g, '') || 'tab'} "${label}"`;
}
