import { z } from 'zod';
import type { DocsLibrary } from '../types.ts';

/** What a tool says: for programs by its schema, and for whoever reads. */
export interface ToolResult<Output> {
  readonly answer: Output;
  readonly text: string;
}

/** One question that a client can ask. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  /** Strict: a key that is not declared fails here, and not in the client. */
  readonly output: Output;
  /** @throws UsageError, whose message becomes the answer */
  run(library: DocsLibrary, question: z.output<Input>): Promise<ToolResult<z.input<Output>>>;
}

/** Lets TypeScript find the types of a question and its answer in the schemas. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Tool<Input, Output>,
): Tool {
  return tool as unknown as Tool;
}

export const VERSION = z
  .string()
  .optional()
  .describe(
    'Version of the product, as list_versions names it. Default: the version of addresses that name none.',
  );
export const LANGUAGE = z.string().optional().describe('Code of a language. Default: the source language.');
export const CURSOR = z
  .string()
  .optional()
  .describe('nextCursor of the previous answer, to continue from there.');
export const PAGE = z
  .string()
  .describe('A page: its path (packages/quickstart), or its address. Empty or / for the home page.');

/** Which version and language an answer is of. */
export const ANSWERED = {
  version: z.string().describe('The version that this answer is about.'),
  language: z.string(),
};
export const NEXT_CURSOR = z.string().optional();
