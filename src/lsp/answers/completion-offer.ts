import type { CompletionItem } from 'vscode-languageserver/node';

/** What is typed so far, and what may stand in its place. */
export interface CompletionOffer {
  readonly typed: string;
  readonly items: readonly CompletionItem[];
  /** What of the text behind the cursor goes with what is typed. */
  readonly after?: string;
}
