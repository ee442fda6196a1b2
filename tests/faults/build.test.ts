import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTree } from '../build/read-tree.ts';
import { type Outcome, repository, runDecant } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { FAULTS, failOperations } from './file-operations.ts';

const isWhole = process.env.DECANT_FAULTS === 'all';

/** Operations between two that fail; every one with `npm run test:faults`. */
const STEP = isWhole ? 1 : 101;

const ARTICLE = "---\ntitle: Green\nversions: '*'\n---\n\n";

/** Milliseconds. Each of hundreds of operations costs two builds, also where a machine has much else to do. */
const LIMIT = isWhole ? 3_600_000 : 120_000;

test.each(FAULTS)('a build of the command line, %s at any operation', { timeout: LIMIT }, async (fault) => {
  const folder = createTemporaryFolder();
  const [root, out] = [join(folder, 'root'), join(folder, 'site')];
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  const places = ['--out', out, '--cache', join(folder, 'cache'), '--ledger', join(folder, 'addresses.txt')];
  const build = () => runDecant(['build', '--root', root, '--no-search', '--workers=0', ...places]);
  expect(await build()).toMatchObject({ status: 0 });
  let count = 0;
  const wrong: (readonly [where: string, what: unknown])[] = [];
  for (let at = 1 + (FAULTS.indexOf(fault) % STEP) * 17; ; at += STEP, count += 1) {
    const old = readTree(out);
    writeFileSync(join(root, 'content/tea/green.md'), `${ARTICLE}Text ${at}.\n`);
    const watched = failOperations({ folder, at, fault });
    const outcome = await build().finally(() => watched.restore());
    if (!watched.hasFailed()) {
      expect(outcome).toMatchObject({ status: 0 });
      break;
    }
    const where = `${fault} ${at}: ${watched.seen.at(-1)}`;
    const said = fault === 'kill' ? 'told' : judgeOutcome(outcome);
    if (said !== 'told') wrong.push([where, said]);
    // The process that held it is this one, which lives.
    rmSync(`${out}.lock`, { force: true });
    const found = readTree(out);
    const again = await build();
    if (again.status !== 0) wrong.push([where, again]);
    const next = readTree(out);
    if (next.get('en/tea/green/index.html')?.includes(`Text ${at}.`) !== true) wrong.push([where, 'old']);
    const isOne = isSame(found, old) || isSame(found, next) || (fault === 'kill' && found.size === 0);
    if (!isOne) wrong.push([where, [...found.keys()]]);
    const left = readdirSync(folder).filter((name) => !/^(?:addresses\.txt|cache|root|site)$/.test(name));
    if (left.length > 0 && fault !== 'kill') wrong.push([where, left]);
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(200 / STEP);
});

/** Where the disk fails a command says so in its own words, and no stack of the program is all that is said. */
function judgeOutcome({ status, stderr }: Outcome): string {
  if (/^ {4}at /m.test(stderr)) return stderr;
  if (status === 0) return 'told';
  return / error (?:system|config|load|theme)\/[a-z-]+\n/.test(stderr) && stderr.includes('hint:')
    ? 'told'
    : stderr;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
}
