/**
 * A sentence with `{count}` in it: one for every number, or one for each kind of number that the language tells apart
 * (`Intl.PluralRules`); kinds that are absent have that of `other`.
 */
export type Counted =
  | string
  | (Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });

/** Words of the interface in one language. `{name}` marks where a name goes. */
export interface Words {
  readonly skipToContent: string;
  readonly menu: string;
  readonly closeMenu: string;
  /** Button between light and dark. */
  readonly dark: string;
  readonly allProducts: string;
  /** Link to the index page of a group in the sidebar. */
  readonly overview: string;
  /** Link to the index page of a list that is too long to be shown whole. */
  readonly all: string;
  readonly breadcrumbs: string;
  /** What the line above the header is called. */
  readonly announcement: string;
  /** Links of the site file, in the header. */
  readonly siteLinks: string;
  /** Signs in the footer that have no name of their own. */
  readonly email: string;
  readonly forum: string;
  readonly version: string;
  readonly language: string;
  /** Picker entry of a version without the article; `{title}` is the page it leads to. */
  readonly notInVersion: string;
  readonly notInLanguage: string;
  readonly inThisArticle: string;
  readonly inThisSection: string;
  readonly products: string;
  readonly whoCanUse: string;
  /** Nothing of the article is translated; `{language}` is the language it is shown in. */
  readonly notTranslated: string;
  readonly partlyTranslated: string;
  readonly previous: string;
  readonly next: string;
  readonly neighbours: string;
  readonly copy: string;
  readonly copied: string;
  /** Button by which long lines of code go on below. */
  readonly wrapLines: string;
  /** Said of an image that opens in its own size. */
  readonly enlarge: string;
  /** Releases that have a section: `{version}`, `{older}` and `{newer}` are releases. */
  readonly andLater: string;
  readonly andEarlier: string;
  readonly fromTo: string;
  readonly viewMarkdown: string;
  /** Button that copies the whole page. */
  readonly copyPage: string;
  /** Link to the chat of the site, with `pagePrompt`. */
  readonly openInChat: string;
  /** What the chat is asked for, with the `{address}` of the page as Markdown. */
  readonly pagePrompt: string;
  readonly editPage: string;
  /** `{date}` is the day of the last change. */
  readonly lastUpdated: string;
  readonly moved: string;
  readonly movedTo: string;
  readonly chooseLanguage: string;
  readonly notFound: string;
  readonly notFoundText: string;
  /** Above links to the article of an address that has none, in other versions and languages, and to pages with similar ones. */
  readonly foundElsewhere: string;
  readonly similarAddresses: string;
  readonly toHome: string;
  /** On the button of annotated code. */
  readonly notesInline: string;
  readonly notesBeside: string;
  readonly tool: string;
  readonly platform: string;
  /** Columns and boxes of landing pages. */
  readonly gettingStarted: string;
  readonly startHere: string;
  readonly guides: string;
  readonly popular: string;
  readonly videos: string;
  readonly whatsNew: string;
  readonly watchVideo: string;
  readonly moreProducts: string;
  readonly allGuides: string;
  /** Heading of the articles below a landing page, and what they are chosen by. */
  readonly articles: string;
  readonly category: string;
  readonly surface: string;
  readonly complexity: string;
  /** What guides are filtered by. */
  readonly guideType: string;
  readonly guideTopic: string;
  /** Lists of many pages: the field that chooses among them, and what unfolds the rest, `{count}` in all. */
  readonly filterPages: string;
  readonly showAll: string;
  readonly learningTracks: string;
  readonly startTrack: string;
  /** The way on at the end of a track: `{title}` is that of the track that follows. */
  readonly nextTrack: string;
  /** `{position}` and `{count}` are numbers. */
  readonly trackPosition: string;
  readonly effectiveDate: string;
  /** `{version}` and `{date}`, in words that stay true once the day is over. */
  readonly supportEnds: string;
  /** The same once the day is over. */
  readonly supportEnded: string;
  /** `{version}`, of a release that has newer ones. */
  readonly oldRelease: string;
  /** `{version}`, of a release whose pages are an archive. */
  readonly frozenRelease: string;
  readonly newestRelease: string;
  /** `{version}` is a release that is no longer documented, `{current}` the one that stands in for it. */
  readonly retired: string;
  readonly retiredHere: string;
  readonly retiredEarlierHere: string;
  /** The newest release lacks the page: `{version}`, and `{title}` is the page it leads to. */
  readonly newestReleaseLacks: string;
  readonly preview: string;
  /** What changed between releases. `{version}`, `{older}` and `{newer}` are releases, `{count}` and its like numbers. */
  readonly whatChanged: string;
  readonly changedIn: string;
  readonly seeChanges: string;
  readonly changesBetween: string;
  readonly readIn: string;
  readonly changesOfRelease: string;
  /** `{counts}` are those that follow, but for zeros, as a list. */
  readonly changesText: string;
  readonly countChanged: Counted;
  readonly countMoved: Counted;
  readonly countAdded: Counted;
  readonly countRemoved: Counted;
  /** An article had another title before: `{title}`. */
  readonly formerTitle: string;
  /** Buttons that move through the changes of a page, and where the reader is: `{position}` and `{count}`. */
  readonly previousChange: string;
  readonly nextChange: string;
  readonly changeCount: string;
  readonly changePosition: string;
  readonly compareVersions: string;
  readonly compareText: string;
  readonly compareWithoutScript: string;
  readonly compareOlder: string;
  readonly compareNewer: string;
  readonly sameInBoth: string;
  /** One of two versions lacks the article: `{version}`. */
  readonly lacksArticle: string;
  readonly added: string;
  readonly removed: string;
  /** On a link with the same words that leads elsewhere now. */
  readonly linkChanged: string;
  readonly changed: string;
  /** An article that has another address now. */
  readonly movedPage: string;
  readonly newPage: string;
  readonly otherPages: string;
  readonly otherReleases: string;
  readonly unchangedBlocks: string;
  readonly unchangedItems: string;
  readonly unchangedRows: string;
  readonly unchangedLines: string;
  readonly close: string;
  readonly loading: string;
  /** Button in the header, and what the dialog is called. */
  readonly search: string;
  /** `{version}` and `{language}`. */
  readonly searchIn: string;
  /** `{count}` articles. */
  readonly searchCount: Counted;
  /** Before the count: no article has every word. */
  readonly searchPartly: string;
  /** Before the count: `{query}` was asked for in the place of one with words that stand nowhere. */
  readonly searchNear: string;
  readonly searchProduct: string;
  readonly searchRecent: string;
  readonly searchForget: string;
  /** What an empty search says. */
  readonly searchHint: string;
  /** `{query}` is what was asked for. */
  readonly searchNone: string;
  readonly searchNoneHint: string;
  /** Above links to other versions. */
  readonly searchElsewhere: string;
  readonly searchMore: string;
  readonly searchFailed: string;
  /** How results are reached with the keyboard. */
  readonly searchKeys: string;
  /** Of a PDF: its list of contents. */
  readonly contents: string;
  /** On the cover of a PDF. `{date}` is the day on which the release came out. */
  readonly releasedOn: string;
}
