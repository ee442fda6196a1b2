import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { browser } from '../visual-diff/browser.ts';

/** What decides how a letter is drawn: versions of the browser and of the font packages. */
export interface Environment {
  readonly chromium: string;
  readonly fonts: string;
}

/** How this machine differs from the one that made the baselines; empty where it does not. */
export interface Difference {
  readonly chromium?: string;
  readonly fonts?: string;
}

const file = join(import.meta.dirname, 'baselines/environment.json');
const FONTS = ['fonts-dejavu-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
// biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query
const FONT_FORMAT = '${Package} ${Version}, ';
const UPDATE = 'npm run test:visual:update';

export function readEnvironment(): Environment {
  return {
    chromium: /\d+(?:\.\d+)+/.exec(read(browser, ['--version']))?.[0] ?? 'unknown',
    fonts: read('dpkg-query', ['-W', '-f', FONT_FORMAT, ...FONTS]).replace(/, $/, '') || 'unknown',
  };
}

/** Notes beside the baselines what they were made with. */
export function recordEnvironment(environment: Environment): void {
  writeFileSync(file, `${JSON.stringify(environment, null, 2)}\n`);
}

/**
 * Other fonts draw every letter elsewhere, so nothing can be compared; another Chromium nearly always draws the same,
 * so everything is compared, and a failure says what may be the reason.
 */
export function describeDifference({ chromium, fonts }: Environment): Difference {
  const recorded: Environment = JSON.parse(readFileSync(file, 'utf8'));
  return {
    ...(fonts !== recorded.fonts && {
      fonts: `Not compared: the baselines were made with ${recorded.fonts}; here are ${fonts}.`,
    }),
    ...(chromium !== recorded.chromium && {
      chromium: `Baselines are of Chromium ${recorded.chromium}, this is ${chromium}; if only letters changed: ${UPDATE}`,
    }),
  };
}

function read(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}
