import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UsageError } from '../usage-error.ts';

export type Chromium = Browser;

/** No browser can be started here; the message says why, and what to do. */
export class NoBrowserError extends UsageError {}

/** That without windows starts in half the time. */
const BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No graphics card and no hints of the screen: what the machine happens to have must not show. */
const ARGUMENTS = [
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-background-networking',
  // It looks up hosts of its maker all the same.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Its toolkit keeps settings in the home folder otherwise. */
const ENVIRONMENT = { GSETTINGS_BACKEND: 'memory' };

/**
 * Starts a browser.
 *
 * @param path its program, as `DECANT_CHROMIUM` names it; without it the usual places are tried
 * @param user who needs it, for the message: `decant visual`
 * @throws NoBrowserError where there is no Playwright or no browser
 */
export async function launchChromium(path: string | undefined, user: string): Promise<Chromium> {
  const playwright = await import('playwright-core').catch(() => {
    throw new NoBrowserError(`${user} needs Playwright. Install it: npm install --save-dev playwright-core`);
  });
  const executablePath = path ?? BROWSERS.find(isProgram);
  if (executablePath === undefined || !isProgram(executablePath)) {
    throw new NoBrowserError(
      path === undefined
        ? `${user} needs Chromium. Install it (on Debian: apt-get install chromium), or name it in DECANT_CHROMIUM.`
        : `DECANT_CHROMIUM names '${path}', which is not a program.`,
    );
  }
  // Reports of crashes would go into the home folder, which is not ours to write into; the profile lies in a folder for a while too.
  const reports = mkdtempSync(join(tmpdir(), 'decant-chromium-'));
  const clear = () => {
    process.off('exit', clear);
    rmSync(reports, { recursive: true, force: true });
  };
  // Whoever ends the program does not wait for the browser.
  process.on('exit', clear);
  try {
    const browser = await playwright.chromium.launch({
      executablePath,
      args: ARGUMENTS,
      env: { ...process.env, ...ENVIRONMENT, BREAKPAD_DUMP_LOCATION: reports },
      // It does not run for root, as in most containers.
      chromiumSandbox: process.getuid?.() !== 0,
      // Playwright would end the whole program on a signal, before others have cleared up.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return browser.on('disconnected', clear);
  } catch (error) {
    clear();
    throw error;
  }
}

/** The program that would be started; undefined where there is none, or no Playwright. */
export function findChromium(path: string | undefined): string | undefined {
  try {
    createRequire(import.meta.url).resolve('playwright-core');
  } catch {
    return undefined;
  }
  return [path ?? BROWSERS].flat().find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
