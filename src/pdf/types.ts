/** A size of `@page`. */
export type Paper = 'a4' | 'letter';

/** One HTML document of several pages, and the files that it names. */
export interface Book {
  /** Absolute address at which the document says to be: that of its first page. Nothing is asked of its host. */
  readonly url: string;
  readonly html: string;
  /** Of the text on a sheet, in CSS pixels. */
  readonly width: number;
  /** How many pages of the site stand in it. */
  readonly articles: number;
  /** Texts of the theme, by absolute address. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files of `assets/`, relative to the root, by absolute address. */
  readonly assets: ReadonlyMap<string, string>;
  /** Absolute path of the folder of the site. */
  readonly root: string;
}

/** Numbers of sheets, counted from 1, by the id of what begins there. */
export type SheetNumbers = ReadonlyMap<string, number>;

/** A PDF with the number of its sheets. */
export interface PrintedBook {
  readonly bytes: Uint8Array;
  readonly sheets: number;
}
