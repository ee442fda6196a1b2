import type { Root } from 'mdast';
import type { RenderContext } from '../render-context.ts';

/** Looks for one kind of mistake in a Markdown tree. Offsets of the tree count in the Markdown of the draft. */
export type Lint = (tree: Root, draft: RenderContext) => void;
