import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { cli } from '../build/run-decant.ts';

/** Whether a client begins with `server/discover`, or shakes hands as older ones do. */
export type Era = '2026-07-28' | 'handshake';

/** What a tool said. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  /** Empty for an error. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface McpClient {
  readonly client: Client;
  /** Throws where an answer is not as its schema says. */
  ask(tool: string, question?: Readonly<Record<string, unknown>>): Promise<ToolAnswer>;
}

/** Starts `decant mcp` and speaks to it by standard input and output. */
export async function openClient(era: Era, args: readonly string[]): Promise<McpClient> {
  const options = era === 'handshake' ? {} : { versionNegotiation: { mode: { pin: era } } };
  const client = new Client({ name: 'tests', version: '1' }, options);
  const env = { ...process.env, DECANT_CACHE: 'off' } as Record<string, string>;
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [cli, 'mcp', ...args],
      env,
      stderr: 'inherit',
    }),
  );
  // Only a client that knows the schemas holds answers to them.
  await client.listTools();
  return {
    client,
    async ask(tool, question = {}) {
      const {
        content,
        structuredContent,
        isError = false,
      } = await client.callTool({ name: tool, arguments: question });
      const [block] = content;
      if (block?.type !== 'text') throw new Error('The answer has no text.');
      return { isError, text: block.text, data: { ...(structuredContent as object | undefined) } };
    },
  };
}
