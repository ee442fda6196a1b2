import type { Html } from 'mdast';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

/** Comments and elements of HTML that are never closed: they take all that follows. */
export const lintHtml: Lint = (tree, { markdown, problems }) => {
  if (!markdown.includes('<')) return;
  const open: OpenTag[] = [];
  visit(tree, 'html', (node) => {
    const start = node.position?.start.offset ?? 0;
    if (isOpenComment(node)) {
      problems.push({
        code: 'markdown/unclosed-comment',
        severity: 'warning',
        message: 'The comment is never closed, so readers see nothing of what follows.',
        hint: 'Write --> where the comment ends.',
        offset: start,
        end: start + '<!--'.length,
      });
      return;
    }
    for (const tag of listTags(node)) follow(tag, open);
  });
  for (const { name, from, to } of open) {
    problems.push({
      code: 'markdown/unclosed-element',
      severity: 'warning',
      message: `<${name}> is never closed, so what follows in its cell, its item or the whole text is part of it.`,
      hint: `Write </${name}> where it ends.`,
      offset: from,
      end: to,
    });
  }
};

function isOpenComment({ value }: Html): boolean {
  const last = value.lastIndexOf('<!--');
  return last !== -1 && !value.includes('-->', last + '<!--'.length - 1) && !value.endsWith('<!-->');
}

interface OpenTag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly from: number;
  readonly to: number;
}

/** Elements that hold blocks and whose end nobody may leave out. */
const TAG = /<!--[\s\S]*?-->|<(\/?)(details|div|table|ul|ol|section|aside|blockquote)(?![\w-])[^>]*>/gi;

function listTags({ value, position }: Html): readonly OpenTag[] {
  const start = position?.start.offset ?? 0;
  return [...value.matchAll(TAG)].flatMap(({ 0: tag, 1: slash, 2: name, index }) =>
    name === undefined || tag.endsWith('/>')
      ? []
      : [
          {
            name: name.toLowerCase(),
            isEnd: slash === '/',
            from: start + index,
            to: start + index + tag.length,
          },
        ],
  );
}

/** An end takes the last begin of its kind with it. */
function follow(tag: OpenTag, open: OpenTag[]): void {
  const at = open.findLastIndex(({ name }) => name === tag.name);
  if (!tag.isEnd) open.push(tag);
  else if (at !== -1) open.splice(at, 1);
}
