import type { Source } from '../diagnostics/types.ts';
import type { Article, FieldMap, FieldName } from '../load/types.ts';
import type { VersionSet } from '../versions/types.ts';

/** A tag that brought a text in: where it stands, and what brought in the text it stands in. */
export interface Use {
  readonly source: Source;
  readonly offset: number;
  readonly via: Use | undefined;
}

/**
 * A stretch of resolved text, up to the start of the next one. Where `verbatim`, character `start + k` stands at
 * `offset + k` of the source's text; otherwise the whole stretch comes from the tag at `offset`.
 */
export interface Segment {
  readonly start: number;
  readonly source: Source;
  readonly offset: number;
  readonly verbatim: boolean;
  readonly via: Use | undefined;
  /** Versions that all `ifversion` tags around it hold for; absent where there is none. */
  readonly condition?: VersionSet;
}

/** Markdown without Liquid, and where every stretch of it came from. Segments cover the text without gap or overlap. */
export interface ResolvedText {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Language of the words: the source language where a translation fell back. */
  readonly language: string;
}

/** One distinct outcome of an article in a language: the versions that share it. */
export interface Resolution {
  readonly article: Article;
  readonly language: string;
  readonly versions: VersionSet;
  readonly fields: Readonly<FieldMap<ResolvedText>>;
  /** Short texts of landing pages and tracks, by where they stand in frontmatter: no Liquid is left, but Markdown is. */
  readonly labels: Readonly<Record<string, string>>;
  /** Fields for which the reader gets the source language although the page is in another. */
  readonly fallbacks: readonly FieldName[];
  /** Fields that the page's language has, but with an error: their text and its links are those of the source language. */
  readonly failures: readonly FieldName[];
  /** True where the source is so broken that there is no text to publish; a diagnostic says why. */
  readonly broken: boolean;
  /** Whether the page shows data from outside of the content, so that parts of it, and their ids, are not known. */
  readonly hasOutsideData: boolean;
}
