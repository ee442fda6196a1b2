import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { createFence } from './code/fence.ts';
import { markAlerts } from './plugins/alerts.ts';
import { divideLists } from './plugins/divided-lists.ts';
import { replaceEmoji } from './plugins/emoji.ts';
import { freeFences } from './plugins/fences-in-html.ts';
import { loosenStrong } from './plugins/loose-strong.ts';
import { separateClosingFences } from './syntax/closing-fences.ts';
import { flushSetextUnderlines } from './syntax/setext-underlines.ts';
import { underIndentedLists } from './syntax/under-indented-lists.ts';
import { tightenMarks } from './syntax/unparted-marks.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(useOldSyntax)
  .use(freeFences)
  .use(divideLists)
  .use(loosenStrong)
  .use(replaceEmoji)
  .use(markAlerts)
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: { code: createFence },
    clobberPrefix: '',
    // Without words of any language.
    footnoteBackLabel: (index: number, again: number) =>
      again > 1 ? `↩ ${index + 1}-${again}` : `↩ ${index + 1}`,
  })
  .use(rehypeRaw, { passThrough: ['fence'] })
  .freeze();

/** Markdown to an HTML tree: raw HTML parsed, code blocks as `fence` nodes, positions into `markdown`. */
export function parseMarkdown(markdown: string): Root {
  const tree = processor.parse(tightenMarks(separateClosingFences(markdown)));
  return processor.runSync(tree, markdown);
}

function useOldSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), underIndentedLists, flushSetextUnderlines];
}
