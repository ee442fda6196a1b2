import type { Link, LinkReference, Nodes } from 'mdast';
import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

/** Words that say nothing of where a link leads, by language; folded as `fold` does. */
const WORDS = new Set([
  // English
  ...['here', 'click here', 'right here', 'this', 'this link', 'this page', 'link', 'more', 'read more'],
  // Japanese
  ...[
    'こちら',
    'ここ',
    'こちらをクリック',
    'ここをクリック',
    'このリンク',
    'このページ',
    'リンク',
    'もっと見る',
  ],
  // German, French, Spanish, Portuguese
  ...['hier', 'hier klicken', 'ici', 'cliquez ici', 'aquí', 'haga clic aquí', 'aqui', 'clique aqui'],
  // Chinese, Korean, Russian
  ...['这里', '此处', '点击这里', '点击此处', '여기', '여기를 클릭', 'здесь', 'нажмите здесь'],
]);

/** Links whose words say nothing to somebody who goes from link to link. */
export const lintLinks: Lint = (tree, { markdown, problems }) => {
  if (!markdown.includes('[')) return;
  visitAll(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const words = readWords(node);
    if (words === undefined || words.length > LONG || !WORDS.has(fold(words))) return;
    problems.push({
      code: 'markdown/vague-link',
      severity: 'warning',
      message: `The words '${words.trim()}' of the link do not say where it leads.`,
      hint: 'Put the link on words that name its target.',
      offset: node.position?.start.offset ?? 0,
      end: node.position?.end.offset,
    });
  });
};

/** Characters: none of the words above is half as long. */
const LONG = 60;

/** Undefined where something else than words stands in the link. */
function readWords(link: Link | LinkReference): string | undefined {
  let words = '';
  let isPlain = true;
  visitAll(link as Nodes, (node) => {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'inlineCode' || node.type === 'image' || node.type === 'html') isPlain = false;
  });
  return isPlain ? words : undefined;
}

function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“「«(]+|[\s"'”」».,:;!?。、)»→>]+$/g, '');
}
