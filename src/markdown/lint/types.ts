import type { Root } from 'mdast';
import type { Problem } from '../types.ts';

/** Looks for one kind of mistake in a Markdown tree. Offsets of the tree count in `markdown`. */
export type Lint = (tree: Root, markdown: string, problems: Problem[]) => void;
