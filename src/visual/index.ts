/**
 * Visual: two folders with built sites in; out comes what a reader would see and read differently, one rendering for each
 * distinct change, and its report in HTML and Markdown. Building the sites is left to others. Owns Playwright.
 */
export { type CompareRequest, compareSites } from './compare-sites.ts';
export { isDifferent, listPhrases } from './figures.ts';
export { formatVisualSummary } from './format-summary.ts';
export { formatReport } from './report/format-report.ts';
export type { Scheme, View, VisualComparison } from './types.ts';
