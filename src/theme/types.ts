import type { Templates } from '../../site/templates.ts';

/** A file of the theme under the name it is published with. */
export interface ThemeFile {
  readonly name: string;
  /** With a content hash, so that it may be kept for ever: `theme/styles.0a1b2c3d4e.css`. */
  readonly output: string;
  readonly text: string;
}

/** What pages are made with: templates, and the files that they name. */
export interface Theme {
  /** The built-in ones with those of the site's owner in their place; undefined where all are built in. */
  readonly templates: Templates | undefined;
  readonly files: readonly ThemeFile[];
}
