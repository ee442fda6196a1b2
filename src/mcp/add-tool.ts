import type { McpServer } from '@modelcontextprotocol/server';
import type { Tool } from './tools/tool.ts';
import type { DocsLibrary } from './types.ts';

/** Lets clients ask a question. What cannot be answered is an answer too, for models never see errors of the protocol. */
export function addTool(server: McpServer, tool: Tool, open: () => Promise<DocsLibrary>): void {
  const { name, title, description, input: inputSchema, output: outputSchema } = tool;
  const annotations = { readOnlyHint: true, openWorldHint: false };
  const config = { title, description, inputSchema, outputSchema, annotations };
  server.registerTool(name, config, async (question) => {
    try {
      const { answer, text } = await tool.run(await open(), question);
      return { content: [{ type: 'text', text: addNext(text, answer) }], structuredContent: answer };
    } catch (error) {
      const isExpected = error instanceof Error && error.name === 'UsageError';
      if (!isExpected) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      const message = error instanceof Error ? error.message : String(error);
      return { content: [{ type: 'text', text: message }], isError: true };
    }
  });
}

/** Some clients show models the text alone. */
function addNext(text: string, { nextCursor }: { readonly nextCursor?: unknown }): string {
  return nextCursor === undefined
    ? text
    : `${text}\n\n(There is more: ask the same again, with the cursor '${nextCursor}'.)`;
}
