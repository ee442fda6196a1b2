/** What can be found everywhere, and renamed. */
export type Thing =
  /** A value of `data/`: `reusables.a.b`, `variables.a.key`. */
  | { readonly kind: 'data'; readonly name: string }
  | { readonly kind: 'feature'; readonly name: string }
  /** An article by its path. */
  | { readonly kind: 'article'; readonly name: string }
  /** A heading of an article, by the path of the article and its id. */
  | { readonly kind: 'heading'; readonly name: string; readonly id: string };
