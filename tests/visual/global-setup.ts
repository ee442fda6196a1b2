import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { describeDifference, readEnvironment, recordEnvironment } from './environment.ts';
import { serve } from './serve.ts';

/**
 * Builds the site of this repository with the compiled command line and serves it for all tests; they find its address
 * in `DECANT_VISUAL_URL`, and its files in `DECANT_VISUAL_SITE`. What of browser and fonts differs from the baselines is in `DECANT_VISUAL_DIFFERENCE`.
 */
// biome-ignore lint/style/noDefaultExport: Playwright asks for one
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../..');
  const folder = mkdtempSync(join(tmpdir(), 'decant-visual-'));
  const out = join(folder, 'site');
  const args = ['dist/src/cli.js', 'build', '--quiet', '--root', root, '--out', out];
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });

  const environment = readEnvironment();
  if (config.updateSnapshots !== 'none') recordEnvironment(environment);
  process.env.DECANT_VISUAL_DIFFERENCE = JSON.stringify(describeDifference(environment));

  const server = await serve(out);
  process.env.DECANT_VISUAL_URL = server.url;
  process.env.DECANT_VISUAL_SITE = out;
  return async () => {
    await server.close();
    clear();
  };
}
