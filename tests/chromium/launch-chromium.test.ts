import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { launchChromium } from '../../src/chromium/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

test.skipIf(process.platform === 'win32')(
  'a browser is started that asks nobody and keeps nothing',
  async () => {
    const folder = createTemporaryFolder();
    const [temporary, said] = [join(folder, 'temporary'), join(folder, 'said')];
    mkdirSync(temporary);
    mkdirSync(said);
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('SAID', said);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const browser = join(folder, 'browser');
    writeFileSync(browser, STAND_IN);
    chmodSync(browser, 0o755);

    await expect(launchChromium(browser, 'decant pdf')).rejects.toThrow('The stand-in is no browser.');

    const words = readFileSync(join(said, 'words'), 'utf8').split('\n');
    expect(words).toContain('--disable-background-networking');
    expect(words).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
    const [reports = '', settings, existed] = readFileSync(join(said, 'places'), 'utf8').split('\n');
    expect(dirname(reports)).toBe(temporary);
    expect([settings, existed]).toEqual(['memory', 'a folder']);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

/** Writes down what it is started with, and ends. */
const STAND_IN = `#!/bin/sh
printf '%s\\n' "$@" > "$SAID/words"
{
  echo "$BREAKPAD_DUMP_LOCATION"
  echo "$GSETTINGS_BACKEND"
  test -d "$BREAKPAD_DUMP_LOCATION" && echo 'a folder'
} > "$SAID/places"
echo 'The stand-in is no browser.' >&2
exit 1
`;
