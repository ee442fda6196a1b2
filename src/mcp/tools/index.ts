import { checkTool } from './check.ts';
import { diffTool } from './diff.ts';
import { explainTool } from './explain.ts';
import { isAvailableTool } from './is-available.ts';
import { listVersionsTool } from './list-versions.ts';
import { readPageTool } from './read-page.ts';
import { searchTool } from './search.ts';
import type { Tool } from './tool.ts';

/** Every question that a client can ask, a file each. */
export const TOOLS: readonly Tool[] = [
  listVersionsTool,
  searchTool,
  readPageTool,
  isAvailableTool,
  diffTool,
  explainTool,
  checkTool,
];
