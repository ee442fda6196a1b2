import type { CodeLanguage } from '../load/types.ts';

export type CodeLanguages = Readonly<Record<string, CodeLanguage>>;

/** How one text is rendered. Part of the cache key. */
export interface MarkdownOptions {
  /** `clean` drops what could run code or cover the page and says so; `trusted` keeps all. */
  readonly html: 'clean' | 'trusted';
  /** Which parser reads what both read alike; the output is the same. The native one where absent. */
  readonly parser?: Parser;
  /**
   * `check` for those who want to know what is wrong and what links can name: more is said, and the HTML lacks what only readers
   * need, such as the colours of code; where nothing in it may have an id or a name it is left out, with all slots but links,
   * images and titles. `outline` for those who show the text on no page: the same is said, and what comes out is
   * what its translations and links see of it.
   */
  readonly purpose?: 'check' | 'outline';
  /** Whether dollars stand around formulas. */
  readonly math?: boolean;
  /** What draws diagrams: blocks of code in that language are marked for who does. */
  readonly diagrams?: 'mermaid';
  /** Languages of code that the site describes, by the word behind a fence, over the built-in ones. */
  readonly codeLanguages?: CodeLanguages;
}

/** The one in machine code, which knows no older syntax and gets what holds none; or remark's for everything. */
export type Parser = 'native' | 'reference';

/**
 * A hole in rendered HTML whose value depends on the page it stands in. Filled by `links`; values are put in
 * escaped for the position they stand at.
 */
export type Slot =
  /**
   * Value of an `href` that stays in the site: begins with `/`, or is a fragment, or is relative. Of class
   * `dotcom-only`, as older content has it, it means the default plan, whatever the version of the page.
   */
  | { readonly kind: 'link'; readonly url: string; readonly offset: number; readonly isDefault?: true }
  /** Value of a `src` that does not name a scheme. */
  | { readonly kind: 'image'; readonly url: string; readonly offset: number }
  /** Attributes `width` and `height` of an image, with a blank before each, or nothing. Left where the author gave neither. */
  | { readonly kind: 'size'; readonly url: string; readonly offset: number }
  /** Id of the heading at this index of `headings` (in `id="…"` and after `#`): translations take the source's. */
  | { readonly kind: 'id'; readonly heading: number }
  /**
   * A word of the page's language: the title of a callout, what stands for the language of a block of code, or what is
   * said of footnotes. Some hold the number of a reference.
   */
  | { readonly kind: 'word'; readonly word: WordName; readonly number?: string }
  /** A link that puts these words to a chat, or nothing: HTML behind a prompt. */
  | { readonly kind: 'prompt'; readonly text: string }
  /** Text of an AUTOTITLE link: the title of its target. */
  | { readonly kind: 'title'; readonly url: string; readonly offset: number };

/** Kinds of alerts, as in `> [!NOTE]`. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export type WordName = CalloutKind | 'code' | 'prompt' | 'footnotes' | 'backToReference';

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** Empty where it is made of titles, which are only known on the page. */
  readonly id: string;
  /** Plain text of its content. */
  readonly text: string;
  /** Inline HTML of its content without links, for the mini contents. */
  readonly html: string;
  readonly offset: number;
  /** Tool or platform block the heading stands in, if any. */
  readonly variant?: string;
  /** There where the heading holds AUTOTITLE links; that word stands for titles in `text` and `html`. */
  readonly titled?: TitledWords;
}

/** A heading taken apart where titles of articles belong: `words` and `html` have one piece more than `urls`. */
export interface TitledWords {
  /** What the AUTOTITLE links lead to. */
  readonly urls: readonly string[];
  /** Plain text, of which the id is made. */
  readonly words: readonly string[];
  readonly html: readonly string[];
  /** The author gave the heading an id, in raw HTML. */
  readonly hasOwnId: boolean;
}

/** Something wrong in a Markdown text; `offset` counts in the text that was rendered. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
  /** Where it ends, if that is known. */
  readonly end?: number | undefined;
}

/** What one Markdown text becomes. Plain data, independent of files: `pieces` has one element more than `slots`. */
export interface Rendering {
  readonly pieces: readonly string[];
  readonly slots: readonly Slot[];
  readonly headings: readonly Heading[];
  readonly problems: readonly Problem[];
  /** Plain text, white space collapsed; without code blocks' furniture. For titles, descriptions, search. */
  readonly text: string;
  /** Platforms and tools that have a block in the text, in the order they appear. */
  readonly platforms: readonly string[];
  readonly tools: readonly string[];
  /**
   * Rendered for the purpose `outline`. Headings, problems, and the slots of kind `title` are those of the text; plain text,
   * platforms and tools are left out, and so is the HTML unless something in it may have an id or a name.
   */
  readonly isOutline?: true;
}

/** Begins to render texts of which `RenderMarkdown` is sure to be asked for later, with the same options. */
export type BeginRendering = (texts: readonly string[], options: MarkdownOptions) => void;

/**
 * Renders a batch; same order out. A text that cannot be rendered comes back empty with a problem of severity `error`.
 * `folders` names for each text the folder of its article. It changes nothing of what comes out: a cache keeps the texts
 * of a folder together.
 */
export type RenderMarkdown = (
  texts: readonly string[],
  options: MarkdownOptions,
  folders?: readonly string[],
) => Promise<readonly Rendering[]>;

/** A block of Markdown as its page shows one. */
export interface TextBlock {
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** As a reader copies them, without marks. */
  readonly words: string;
  /** What it is made of: the blocks of an item or a quotation, the rows of a table. */
  readonly parts: readonly TextBlock[];
}
