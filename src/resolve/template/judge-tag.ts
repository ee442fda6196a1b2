import type { TagToken } from 'liquidjs';
import { strayTag, type TemplateFault } from './faults.ts';
import { codetabOutside, codetabSyntax, ifForIfversion, missingArguments } from './misuse.ts';

/** Standard tags that say nothing without arguments, each as it is written. */
const EXAMPLES: Readonly<Record<string, string>> = {
  if: 'if NAME',
  unless: 'unless NAME',
  elsif: 'elsif NAME',
  case: 'case NAME',
  when: 'when "VALUE"',
  for: 'for NAME in LIST',
  tablerow: 'tablerow NAME in LIST',
  assign: 'assign NAME = VALUE',
  capture: 'capture NAME',
  cycle: 'cycle "FIRST", "SECOND"',
  increment: 'increment NAME',
  decrement: 'decrement NAME',
  echo: 'echo NAME',
  liquid: 'liquid TAGS',
};

/** How a standard tag that needs arguments is written: `for NAME in LIST`. */
export function findExample(name: string): string | undefined {
  return Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name] : undefined;
}

const LOOPS = ['for', 'tablerow'];

/** What is wrong with a known tag by itself. `open` are the names of the nearest tags around it, outermost first. */
export function judgeTag(
  { name, args, begin }: TagToken,
  open: readonly string[],
  plans: ReadonlySet<string>,
): readonly TemplateFault[] {
  const words = args.trim();
  const isOfIfversion =
    name === 'elsif' && open.findLast((each) => CONDITIONAL.includes(each)) === 'ifversion';
  const example = findExample(name);
  if (words === '' && example !== undefined && !isOfIfversion)
    return [missingArguments(begin, name, example)];
  if (['if', 'unless', 'elsif'].includes(name) && !isOfIfversion)
    return judgeCondition(begin, name, words, plans);
  if (name === 'codetab') return judgeCodetab(begin, words, open);
  if ((name === 'break' || name === 'continue') && !open.some((each) => LOOPS.includes(each)))
    return [strayTag(begin, name, LOOPS)];
  return [];
}

const CONDITIONAL = ['if', 'unless', 'ifversion'];

/** `{% if version fpt %}`, and `{% if ghes > 3.1 %}`, which compares a truth value with a number. */
function judgeCondition(
  begin: number,
  name: string,
  words: string,
  plans: ReadonlySet<string>,
): readonly TemplateFault[] {
  const condition = /^version\s+(.+)$/s.exec(words)?.[1];
  if (condition !== undefined) return [ifForIfversion(begin, name, words, `ifversion ${condition}`)];
  const comparisons = words.matchAll(/(?<![\w.-])([a-z][a-z-]*)\s*[=!<>]+\s*["']?\d+\.\d+/g);
  const found = [...comparisons].find(([, plan = '']) => plans.has(plan));
  if (found === undefined) return [];
  if (name === 'unless') return [ifForIfversion(begin, name, found[0], `ifversion not ${words}`)];
  const meant = name === 'elsif' ? 'ifversion … %} … {% elsif' : 'ifversion';
  return [ifForIfversion(begin, name, found[0], `${meant} ${words}`)];
}

function judgeCodetab(begin: number, words: string, open: readonly string[]): readonly TemplateFault[] {
  const isSound = /^[\w+#-]+(?:\s+(?:"[^"]*"|'[^']*'))?$/.test(words);
  return [
    ...(isSound ? [] : [codetabSyntax(begin, words)]),
    ...(open.includes('codetabs') ? [] : [codetabOutside(begin)]),
  ];
}
