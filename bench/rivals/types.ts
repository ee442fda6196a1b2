import type { Command } from '../run-command.ts';

/** Another generator, given the same pages as plain Markdown. */
export interface Rival {
  readonly name: string;
  /** Undefined where it is not installed. */
  readVersion(): string | undefined;
  /**
   * Fills a new folder with a site of its own; returns the number of pages.
   *
   * @param site a site that Decant has published
   */
  prepare(site: string, folder: string): number;
  /** A whole build from nothing. */
  createCommand(folder: string, out: string): Command;
}
