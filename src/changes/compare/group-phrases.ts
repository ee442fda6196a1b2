import { createCompareNode, isBlank, isElement, type Node, PHRASE } from './node.ts';

/** Runs of words and inline elements among blocks become one node each; blanks between blocks are dropped. */
export function groupPhrases(nodes: readonly Node[]): readonly Node[] {
  const groups: Node[] = [];
  let phrase: Node[] = [];
  const endPhrase = () => {
    if (!phrase.every(isBlank)) groups.push(createCompareNode(PHRASE, phrase));
    phrase = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !node.isBlock) {
      phrase.push(node);
      continue;
    }
    endPhrase();
    groups.push(node);
  }
  endPhrase();
  return groups;
}
