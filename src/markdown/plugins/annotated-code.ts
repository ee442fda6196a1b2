import type { Element, ElementContent, Root } from 'hast';
import { type Annotation, type NoteLine, parseAnnotations } from '../code/annotations.ts';
import type { Fence } from '../code/fence.ts';
import { PLAIN_LOOK } from '../code/fence-words.ts';
import { createElement } from '../html/create-element.ts';
import { offsetOf } from '../html/offset.ts';
import { parseMarkdown } from '../parser.ts';
import type { RenderContext, RenderStep } from '../render-context.ts';
import type { Parser, Problem } from '../types.ts';
import { visit, visitAll } from '../visit.ts';

/**
 * Code with the flag `annotate` becomes rows of code and note, and before them the whole code as it was written, for
 * readers who want its comments in it. The second copy is no text of the article. Runs before cleaning, for notes are
 * Markdown of authors.
 */
export const annotateCode: RenderStep = (tree, draft) => {
  visit(tree, 'fence', (fence, index, parent) => {
    if (!fence.info.flags.includes('annotate') || parent === undefined || index === undefined) return;
    const annotations = parseAnnotations(fence.value, fence.info.language, draft.codeLanguages);
    if ('message' in annotations) {
      draft.problems.push({
        code: 'markdown/annotate',
        severity: 'error',
        ...annotations,
        offset: offsetOf(fence),
      });
      return;
    }
    parent.children[index] = createAnnotated(fence, annotations, draft);
    return index + 1;
  });
};

function createAnnotated(
  fence: Fence,
  annotations: readonly Annotation[],
  { markdown, parser, problems }: RenderContext,
): Element {
  const { look } = fence.info;
  const whole: Fence = {
    ...fence,
    info: { ...fence.info, flags: [], copy: false, look: { ...look, title: '', slips: [] } },
  };
  let from = offsetOf(fence);
  const rows = annotations.map(({ note, code }) => {
    const lines = note.map((line) => {
      from = Math.max(from, markdown.indexOf(line.source.trim(), from));
      return { text: line.text, offset: from + line.source.trim().indexOf(line.text) };
    });
    return createElement('div', { className: ['annotate-row'] }, [
      createPart(fence, code),
      createElement('div', { className: ['annotate-note'] }, parseNote(lines, parser, problems)),
    ]);
  });
  const block = createElement('div', { className: ['annotate', 'code-block'] }, [
    // First, for the copy button takes the first code of its block.
    createElement('div', { className: ['annotate-inline'], dataFurniture: '' }, [whole]),
    ...rows,
  ]);
  block.data = { barOf: fence.info };
  return block;
}

/** The code of one note, without the indentation that all its lines share. */
function createPart(fence: Fence, code: readonly string[]): Fence {
  return {
    ...fence,
    value: code.join('\n'),
    info: { ...fence.info, flags: [], copy: false, look: PLAIN_LOOK },
  };
}

interface PlacedLine extends Pick<NoteLine, 'text'> {
  /** Where it stands in the Markdown of the article. */
  readonly offset: number;
}

function parseNote(lines: readonly PlacedLine[], parser: Parser, problems: Problem[]): ElementContent[] {
  const found: Problem[] = [];
  const tree = parseMarkdown(lines.map(({ text }) => text).join('\n'), parser, found);
  problems.push(...found.map((problem) => ({ ...problem, offset: findOffset(lines, problem.offset) })));
  visitAll(tree, ({ position }) => {
    if (position !== undefined) position.start.offset = findOffset(lines, position.start.offset ?? 0);
  });
  return (tree as Root).children.filter((child) => child.type !== 'doctype') as ElementContent[];
}

function findOffset(lines: readonly PlacedLine[], offset: number): number {
  let start = 0;
  for (const { text, offset: place } of lines) {
    if (offset <= start + text.length) return place + offset - start;
    start += text.length + 1;
  }
  return lines.at(-1)?.offset ?? 0;
}
