import type { Command } from '../command.ts';
import { affected } from './affected.ts';
import { buildCommand } from './build.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { i18nExport } from './i18n-export.ts';
import { i18nImport } from './i18n-import.ts';
import { i18nStatus } from './i18n-status.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { lsp } from './lsp.ts';
import { mcp } from './mcp.ts';
import { merge } from './merge.ts';
import { pdf } from './pdf.ts';
import { redirectsFix } from './redirects-fix.ts';
import { render } from './render.ts';
import { simplify } from './simplify.ts';
import { versionAdd } from './version-add.ts';
import { versionDrop } from './version-drop.ts';
import { visual } from './visual.ts';

/** Every command, in the order of the help text and of the README. */
export const COMMANDS: readonly Command[] = [
  init,
  buildCommand,
  merge,
  check,
  dev,
  render,
  pdf,
  explain,
  list,
  affected,
  diff,
  i18nStatus,
  i18nExport,
  i18nImport,
  versionAdd,
  versionDrop,
  redirectsFix,
  simplify,
  visual,
  lsp,
  mcp,
];
