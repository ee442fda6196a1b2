import type { Element, Root } from 'hast';
import { findNearest } from '../../diagnostics/index.ts';
import { createCodeBar } from '../code/code-bar.ts';
import type { Fence, FenceInfo } from '../code/fence.ts';
import { highlightCode } from '../code/highlight.ts';
import { markSession } from '../code/mark-session.ts';
import { parsePlaceholders } from '../code/placeholders.ts';
import { setLines } from '../code/set-lines.ts';
import { createElement } from '../html/create-element.ts';
import type { RenderContext, RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';
import { createPromptLink } from './prompts.ts';

declare module 'hast' {
  interface ElementData {
    /** The element gets the bar of this block of code: no author can ask for one in HTML. */
    barOf?: FenceInfo;
  }
}

/** Turns fences into highlighted code, with a bar above those that have a title or ask for a copy button. */
export const buildCodeBlocks: RenderStep = (tree, draft) => {
  const { markdown } = draft;
  if (/annotate|&/.test(markdown)) addBars(tree, draft);
  const named = /prompt|&/.test(markdown) ? collectNamed(tree) : new Map<string, Fence>();
  visit(tree, 'fence', (fence, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const { copy, look, language } = fence.info;
    if (language === draft.diagrams && !draft.isChecked) {
      parent.children[index] = createDiagram(fence);
      return;
    }
    parent.children[index] =
      copy || look.title !== '' ? createCodeBlock(fence, named, draft) : createCode(fence, draft);
  });
};

/** The source of a diagram, with a mark for who draws it. */
function createDiagram({ info: { language }, value }: Fence): Element {
  const className = ['hljs', `language-${language}`];
  return createElement('pre', { dataDiagram: '' }, [
    createElement('code', { className }, [{ type: 'text', value }]),
  ]);
}

function addBars(tree: Root, draft: RenderContext): void {
  visit(tree, 'element', ({ data, children }) => {
    if (data?.barOf !== undefined) children.unshift(createCodeBar(data.barOf, draft));
  });
}

/** Blocks that others may refer to, by the `id=…` behind their language. */
function collectNamed(tree: Root): ReadonlyMap<string, Fence> {
  const named = new Map<string, Fence>();
  visit(tree, 'fence', (fence) => {
    const { id } = fence.info.pairs;
    if (id !== undefined && !named.has(id)) named.set(id, fence);
  });
  return named;
}

function createCodeBlock(fence: Fence, named: ReadonlyMap<string, Fence>, draft: RenderContext): Element {
  const links = fence.info.flags.includes('prompt')
    ? [createPromptLink(readPrompt(fence, named, draft), draft)]
    : [];
  return createElement('div', { className: ['code-block'] }, [
    createCodeBar(fence.info, draft, links),
    createCode(fence, draft),
  ]);
}

/** The words of the block, and behind them the code that it refers to. */
function readPrompt(
  { value, info, position }: Fence,
  named: ReadonlyMap<string, Fence>,
  draft: RenderContext,
): string {
  const { ref } = info.pairs;
  if (ref === undefined) return value;
  const code = named.get(ref);
  if (code !== undefined) return `${value}\n\n${code.value}`;
  const nearest = findNearest(ref, named.keys());
  draft.problems.push({
    code: 'markdown/unknown-code',
    severity: 'warning',
    message: `No code block on the page has the id '${ref}' that a prompt refers to.`,
    hint:
      nearest === undefined
        ? `Write id=${ref} after the language of the code block.`
        : `Did you mean '${nearest}'?`,
    offset: position?.start.offset ?? 0,
  });
  return value;
}

/** What may stand in a class: `c++`, `f#`, `asp.net`. */
const CLASS = /^[\p{L}\p{N}][\p{L}\p{N}_.+#-]*$/u;

function createCode({ info: { language, look }, value }: Fence, { isChecked }: RenderContext): Element {
  if (isChecked) return createElement('pre', {}, [createElement('code', {}, [{ type: 'text', value }])]);
  const className = CLASS.test(language) ? ['hljs', `language-${language}`] : [];
  const code = `${value}\n`;
  const children = markSession(parsePlaceholders(code, language) ?? highlightCode(code, language), language);
  return createElement('pre', look.isWrapped ? { className: ['wrap'] } : {}, [
    createElement('code', className.length > 0 ? { className } : {}, setLines(children, look)),
  ]);
}
