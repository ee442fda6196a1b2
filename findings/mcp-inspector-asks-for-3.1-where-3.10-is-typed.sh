#!/usr/bin/env bash
# @modelcontextprotocol/inspector 2.12.0: `--cli … --tool-arg version=3.10` calls the tool with the number 3.1; 0.15.0 sent '3.10'.
#
# Release 2 reads a value as JSON wherever it can be read so, before it looks at the schema of the tool. A tool that declares a
# string is refused by the server ("expected string, received number"), which at least is heard. One that declares no type gets
# 3.1, and answers for another release. `ghes-3.10` stays a string, and so does 007, which is no JSON; '"3.10"' in quotes of JSON is
# 3.10 in release 2, and a text with quotes in 0.15.0, so no spelling is right for both.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2 zod@4.1.12 \
  old@npm:@modelcontextprotocol/inspector@0.15.0 new@npm:@modelcontextprotocol/inspector@2.12.0 2>/dev/null

cat > server.mjs <<'JS'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
const server = new McpServer({ name: 'releases', version: '1.0.0' });
const answer = async ({ version }) => ({ content: [{ type: 'text', text: `${typeof version} ${version}` }] });
server.registerTool('untyped', { description: 'Any value', inputSchema: { version: z.any() } }, answer);
server.registerTool('typed', { description: 'A string', inputSchema: { version: z.string() } }, answer);
await server.connect(new StdioServerTransport());
JS
cat > try.mjs <<'JS'
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
for (const name of ['old', 'new']) {
  const { version, bin } = JSON.parse(readFileSync(`node_modules/${name}/package.json`));
  for (const tool of ['untyped', 'typed'])
    for (const value of ['3.10', 'ghes-3.10', '007', '"3.10"']) {
      const program = `node_modules/${name}/${bin['mcp-inspector']}`;
      const call = ['--cli', 'node', 'server.mjs', '--method', 'tools/call', '--tool-name', tool, '--tool-arg', `version=${value}`];
      const { stdout } = spawnSync('node', [program, ...call], { encoding: 'utf8' });
      const [said] = /(?:string|number) [^\s,]+"|received \w+/.exec(stdout.replaceAll('\\"', "'")) ?? ['?'];
      console.log(`${version} ${tool} ${value}: ${said.replace(/"$/, '')}`);
    }
}
JS
cat > expected <<'TXT'
0.15.0 untyped 3.10: string 3.10
0.15.0 untyped ghes-3.10: string ghes-3.10
0.15.0 untyped 007: string 007
0.15.0 untyped "3.10": string '3.10'
0.15.0 typed 3.10: string 3.10
0.15.0 typed ghes-3.10: string ghes-3.10
0.15.0 typed 007: string 007
0.15.0 typed "3.10": string '3.10'
2.12.0 untyped 3.10: number 3.1
2.12.0 untyped ghes-3.10: string ghes-3.10
2.12.0 untyped 007: string 007
2.12.0 untyped "3.10": string 3.10
2.12.0 typed 3.10: received number
2.12.0 typed ghes-3.10: string ghes-3.10
2.12.0 typed 007: string 007
2.12.0 typed "3.10": string 3.10
TXT
node try.mjs | tee seen; diff expected seen
