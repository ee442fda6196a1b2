import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { launchChromium } from '../../src/chromium/index.ts';
import { repository, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

const chromium = join(repository, 'dist/src/chromium/index.js');

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

test.skipIf(process.platform === 'win32')(
  'the end of the program takes along what a browser that starts has been given',
  async () => {
    const folder = createTemporaryFolder();
    const [temporary, browser] = [join(folder, 'temporary'), join(folder, 'browser')];
    mkdirSync(temporary);
    writeFileSync(browser, '#!/bin/sh\nexec sleep 60\n');
    chmodSync(browser, 0o755);
    const program = `
      import { launchChromium } from ${JSON.stringify(pathToFileURL(chromium).href)};
      import { readdirSync } from 'node:fs';
      void launchChromium(process.argv[1], 'decant pdf');
      const started = () => readdirSync(process.env.TMPDIR).some((name) => name.startsWith('decant-'));
      setInterval(() => started() && process.exit(3), 5);
    `;
    const { status, stderr } = await runProgram(
      process.execPath,
      ['--input-type=module', '--eval', program, browser],
      folder,
      { TMPDIR: temporary },
    );
    expect([status, stderr]).toEqual([3, '']);
    // Playwright leaves a folder of its own where it has not begun.
    expect(readdirSync(temporary).filter((name) => name.startsWith('decant-'))).toEqual([]);
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
