import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeSystemFault } from '../../src/diagnostics/index.ts';
import { OutputError, openStaging, replaceFile, type Snapshot } from '../../src/output/index.ts';
import { readTree } from '../build/read-tree.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { FAULTS, type Fault, failOperations } from '../faults/file-operations.ts';

type Files = Readonly<Record<string, string | readonly string[]>>;

const OLD: Files = { 'a/x.html': 'x', 'a/y.html': 'y', 'b/z.html': 'z', 'list.json': ['1', '2'] };
const NEW: Files = { 'a/x.html': 'x', 'a/y.html': 'other', 'c/d/湯.html': 'new', 'list.json': ['1', '3'] };

interface Scenario {
  readonly name: string;
  /** Whether a site is there. */
  readonly hasLast: boolean;
  /** Whether files are named that change, and all others kept. */
  readonly isPart?: boolean;
  /** Operations that this disk does not know. */
  readonly never?: Readonly<Record<string, string>>;
  readonly linkLimit?: number;
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'the first site', hasLast: false },
  { name: 'another site', hasLast: true },
  { name: 'a part of a site', hasLast: true, isPart: true },
  { name: 'a part of a site that is too large to be linked', hasLast: true, isPart: true, linkLimit: 0 },
  { name: 'another site where no file has two names', hasLast: true, never: { linkSync: 'EPERM' } },
];

const all = SCENARIOS.flatMap((scenario, row) =>
  FAULTS.map((fault, column) => [scenario.name, fault, scenario, row + column] as const),
);

/** Every operation with `npm run test:faults`; elsewhere one of eight, for each fault and each site others. */
const STEP = process.env.DECANT_FAULTS === 'all' ? 1 : 8;

describe('whatever goes wrong at whatever operation, one whole site is published', () => {
  test.each(all)('%s, %s', async (_, fault, scenario, start) => {
    const folder = createTemporaryFolder();
    const root = join(folder, 'root');
    mkdirSync(root);
    writeFileSync(join(root, 'picture.png'), 'picture');
    let failures = 0;
    for (let at = 1 + (start % STEP); ; at += STEP, failures += 1) {
      const out = join(folder, String(at), 'site');
      const before = scenario.hasLast ? await publish(out, root, OLD, scenario) : undefined;
      const old = readTree(out);
      const watched = failOperations({ folder: join(folder, String(at)), at, fault, ...scenario });
      const error = await publish(out, root, NEW, scenario, before).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      watched.restore();
      if (!watched.hasFailed()) {
        expect(error).toBeUndefined();
        break;
      }
      const where = `${at}: ${watched.seen.at(-1)}`;
      if (error !== undefined) expect([where, isExplained(error)]).toEqual([where, true]);
      // The process that held it is this one, which lives; tests of the lock say what becomes of that of a dead one.
      rmSync(`${out}.lock`, { force: true });
      const found = readTree(out);
      await publish(out, root, NEW, scenario);
      const next = readTree(out);
      expect([where, judge(found, old, next, { fault, scenario, error })]).toEqual([where, 'whole']);
      expect([where, readdirSync(join(folder, String(at)))]).toEqual([where, ['site']]);
      expect(next.get('c/d/湯.html')).toBe('new');
      rmSync(join(folder, String(at)), { recursive: true });
    }
    expect(failures).toBeGreaterThan(20 / STEP);
  });
});

test('a file that replaces another is the one or the other', async () => {
  const folder = createTemporaryFolder();
  const file = join(folder, 'addresses.txt');
  for (const fault of FAULTS)
    for (let at = 1; ; at += 1) {
      writeFileSync(file, 'old');
      const watched = failOperations({ folder, at, fault });
      await replaceFile(file, 'the new text').catch(() => {});
      watched.restore();
      if (!watched.hasFailed()) break;
      const where = `${fault} ${at}: ${watched.seen.at(-1)}`;
      expect([where, readFileSync(file, 'utf8')]).toEqual([
        where,
        expect.stringMatching(/^(?:old|the new text)$/),
      ]);
      // The process that wrote it is this one, which lives; one that is gone has another number.
      for (const name of readdirSync(folder).filter((name) => name.startsWith('.')))
        renameSync(join(folder, name), join(folder, name.replace(`-${process.pid}-`, `-${2 ** 30}-`)));
      await replaceFile(file, 'the new text');
      expect([where, readdirSync(folder)]).toEqual([where, ['addresses.txt']]);
    }
});

async function publish(
  out: string,
  root: string,
  files: Files,
  { isPart = false, linkLimit }: Partial<Scenario>,
  before?: Snapshot,
): Promise<Snapshot | undefined> {
  const last = isPart ? before : undefined;
  const options = { isAlone: true, snapshot: last, ...(linkLimit !== undefined && { linkLimit }) };
  const staging = await openStaging(out, root, options);
  try {
    if (last !== undefined) staging.keepOthers();
    for (const [name, content] of Object.entries(files)) await staging.write(name, content);
    await staging.copy(join(root, 'picture.png'), 'assets/picture.png');
    staging.remove('b/z.html');
    await staging.publish();
    return await staging.takeSnapshot();
  } finally {
    await staging.discard();
  }
}

function isExplained(error: unknown): boolean {
  return error instanceof OutputError || describeSystemFault(error) !== undefined;
}

function judge(
  found: ReadonlyMap<string, string>,
  old: ReadonlyMap<string, string>,
  next: ReadonlyMap<string, string>,
  { fault, scenario, error }: { readonly fault: Fault; readonly scenario: Scenario; readonly error: unknown },
): string {
  const isSame = (other: ReadonlyMap<string, string>) =>
    found.size === other.size && [...found].every(([name, text]) => other.get(name) === text);
  if (error === undefined) return isSame(next) ? 'whole' : 'told to be published, and is not';
  if (isSame(old) || isSame(next)) return 'whole';
  // Between two renames there is none for an instant; where single files change places, a journal waits for the next build.
  if (fault === 'kill' && (found.size === 0 || scenario.never !== undefined)) return 'whole';
  if (fault === 'kill' && scenario.linkLimit !== undefined) {
    const missed = [...old.keys()].filter((name) => next.has(name) && !found.has(name));
    return missed.length === 0 ? 'whole' : `missed: ${missed.join(', ')}`;
  }
  return `half: ${[...found.keys()].join(', ')}`;
}
