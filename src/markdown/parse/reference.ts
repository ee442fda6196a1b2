import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { boundedAddresses, boundLinks } from '../syntax/bare-addresses.ts';
import { loneTags } from '../syntax/lone-tags.ts';
import { flushSetextUnderlines } from '../syntax/setext-underlines.ts';
import { underIndentedLists } from '../syntax/under-indented-lists.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(useOldSyntax)
  .freeze();

/** The parser that says what a text means: CommonMark and GFM, with the older syntax that authors rely on. */
export function parseByReference(markdown: string): Root {
  const tree = processor.parse(markdown);
  boundLinks(tree);
  return tree;
}

function useOldSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    boundedAddresses,
    loneTags,
    underIndentedLists,
    flushSetextUnderlines,
  ];
}
