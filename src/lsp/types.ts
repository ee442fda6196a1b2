import type { Diagnostic } from '../diagnostics/index.ts';
import type { LinkResolver, OldAddresses } from '../links/index.ts';
import type { Article } from '../load/index.ts';
import type { ReadValue } from '../queries/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Mark } from './text/scan-marks.ts';

/** A site as the open texts have it at one moment. */
export interface EditedSite {
  readonly workspace: Workspace;
  /** Article and language of each file of an article that is published. */
  readonly articles: ReadonlyMap<string, FileArticle>;
  readonly addresses: OldAddresses;
  /** Made when it is first asked for. */
  readonly links: LinkResolver;
  /** Made when it is first asked for. */
  readonly readValue: ReadValue;
}

export interface FileArticle {
  readonly article: Article;
  readonly language: string;
}

/** A folder with a site, followed while it is edited. */
export interface EditorSite {
  readonly root: string;
  /** When the disk has been read for the first time. */
  readonly ready: Promise<void>;
  /** Undefined until the disk has been read, and where the site file cannot be used and never could. */
  view(): EditedSite | undefined;
  /** What is wrong with the site file: the open one, else that of the disk. */
  listSiteFaults(): readonly Diagnostic[];
  /** Reads from the disk again what has changed there; everything where nothing is named. */
  refresh(files?: readonly string[]): Promise<void>;
  /** Name of a file relative to the root, with `/`; undefined for one elsewhere. */
  nameFile(path: string): string | undefined;
  findPath(file: string): string;
  /** What a text names, worked out once for each state of it. */
  scan(file: string, text: string): readonly Mark[];
}
