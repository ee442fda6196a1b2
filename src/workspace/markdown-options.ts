import type { SiteConfig } from '../config/index.ts';
import { type Corpus, findCodeLanguages } from '../load/index.ts';
import type { MarkdownOptions } from '../markdown/index.ts';

/** How the Markdown of a site is rendered. */
export function createMarkdownOptions(
  { html, math, diagrams }: Pick<SiteConfig, 'html' | 'math' | 'diagrams'>,
  { data }: Pick<Corpus, 'data'>,
): MarkdownOptions {
  const codeLanguages = findCodeLanguages(data);
  return {
    html,
    ...(math && { math }),
    ...(diagrams && { diagrams }),
    ...(codeLanguages && { codeLanguages }),
  };
}
