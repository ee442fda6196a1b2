import { resolve } from 'node:path';
import { defineCommand } from '../command.ts';
import { completeOptions, formatShardsFolder } from '../options.ts';
import { BUILD_OPTIONS } from './build.ts';

export const merge = defineCommand({
  name: 'merge',
  usage: '[DIR ...]',
  summary: 'build the site from what shards have rendered (default: OUT.shards)',
  docs: 'docs/content/guides/scaling.md',
  options: BUILD_OPTIONS,
  async run({ format, noSearch, ...values }, { operands, reporter }) {
    const { runMerge } = await import('../merge-command.ts');
    const options = completeOptions({ ...values, json: format === 'json', search: !noSearch });
    const folders = operands.length === 0 ? [formatShardsFolder(options.out)] : operands;
    return runMerge({ ...options, shardFolders: folders.map((folder) => resolve(folder)) }, reporter);
  },
});
