import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CheckOptions, runCheck } from '../../src/cli/check-command.ts';
import { completeOptions } from '../../src/cli/options.ts';
import { createReporter, type Reporter } from '../../src/cli/reporter.ts';
import { UsageError } from '../../src/usage-error.ts';
import { repository } from '../build/run-decant.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'decant-check-'));
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

const home = () => join(root, 'content/index.md');

/** Rules that need no pages: no process is started for them. */
async function check(given: Partial<CheckOptions>) {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const summary: string[] = [];
  const documents: object[] = [];
  const reporter: Reporter = {
    phase: () => undefined,
    diagnostics: () => undefined,
    summary: (lines) => void summary.push(...lines),
    json: (document) => void documents.push(document),
    note: () => undefined,
    refuse: () => undefined,
    text: () => undefined,
    paint: undefined,
  };
  const options = {
    format: 'pretty',
    rules: ['repeated-redirect', 'unused-ignore'],
    paths: [],
    fix: false,
    dryRun: false,
  } as const;
  const code = await runCheck({ ...completeOptions({ root }), ...options, ...given }, reporter);
  return { code, stdout: written.join(''), summary, documents };
}

describe('check', () => {
  const listTwice = () => {
    const text = readFileSync(join(repository, 'tests/sites/smallest/content/index.md'), 'utf8');
    writeFileSync(home(), text.replace('---\n', '---\nredirect_from:\n  - /old\n  - /old\n'));
  };

  it('refuses rules that are not there, and options that do not go together', async () => {
    await expect(check({ rules: ['repeated-redirct'] })).rejects.toThrow(
      new UsageError(`There is no rule 'repeated-redirct'. Did you mean 'repeated-redirect'?`),
    );
    await expect(check({ dryRun: true })).rejects.toThrow(UsageError);
    await expect(check({ fix: true, dryRun: true, format: 'sarif' })).rejects.toThrow(UsageError);
  });

  it('says how much it looked at', async () => {
    listTwice();
    const { code, summary, documents } = await check({});
    expect(code).toBe(1);
    expect(summary).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^files +\d/),
        expect.stringMatching(/^articles .* in 1 version and 1 language$/),
        'diagnostics  0 errors, 1 warning',
        'rules        2',
      ]),
    );
    expect(documents).toMatchObject([{ figures: { rules: 2, warnings: 1 }, diagnostics: [{ fixes: [{}] }] }]);
  });

  it('fails on errors only where somebody wants to see errors only', async () => {
    listTwice();
    expect((await check({ quiet: true })).code).toBe(0);
    expect((await check({ quiet: true, strict: true })).code).toBe(1);
  });

  it('prints what it would fix as a patch, and writes nothing', async () => {
    listTwice();
    const before = readFileSync(home(), 'utf8');
    const { code, stdout, summary } = await check({ fix: true, dryRun: true });
    expect(stdout).toMatch(
      /^--- a\/content\/index\.md\n\+\+\+ b\/content\/index\.md\n@@ .*\n- {2}- \/old\n/s,
    );
    expect([code, summary, readFileSync(home(), 'utf8')]).toEqual([1, [], before]);
  });

  it('reports and fixes only in files and folders that are named', async () => {
    listTwice();
    writeFileSync(join(root, 'README.md'), 'No part of the site.');
    const file = 'content/index.md';
    for (const [paths, warnings] of [
      [['content'], 1],
      [[file], 1],
      [[home()], 1],
      [['.'], 1],
      [['data'], 0],
      [['README.md'], 0],
      [['README.md', 'content/'], 1],
    ] as const) {
      const { code, documents } = await check({ paths });
      expect({ paths, code, documents }).toMatchObject({
        code: warnings,
        documents: [{ figures: { warnings }, diagnostics: Array(warnings).fill({ place: { file } }) }],
      });
    }
    const before = readFileSync(home(), 'utf8');
    expect(await check({ fix: true, paths: ['data'] })).toMatchObject({ code: 0 });
    expect(readFileSync(home(), 'utf8')).toBe(before);
    await expect(check({ paths: ['content/indx.md'] })).rejects.toThrow(
      /Did you mean 'content\/index\.md'\?/,
    );
    await expect(check({ paths: [tmpdir()] })).rejects.toThrow(/ is outside /);
  });

  it('fixes, and finds nothing afterwards', async () => {
    listTwice();
    const fixed = await check({ fix: true });
    expect(fixed.code).toBe(0);
    expect(fixed.summary).toContain('fixed        1');
    expect(readFileSync(home(), 'utf8').match(/- \/old/g)).toHaveLength(1);
    expect((await check({})).code).toBe(0);
  });

  it('prints what it finds on stdout, where other commands print results', () => {
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      vi.spyOn(process[name], 'write').mockImplementation((text) => {
        said[name] += String(text);
        return true;
      });
    const place = { file: 'content/index.md', line: 1, column: 1 };
    const fault = { code: 'links/broken', severity: 'error', message: 'Lost.', place } as const;
    const found = [{ ...fault, via: [], versions: [], languages: [] }];
    createReporter({ command: 'check' }).diagnostics(found);
    expect(said).toEqual({ stdout: expect.stringContaining('Lost.'), stderr: '' });
    createReporter({ command: 'build' }).diagnostics(found);
    expect(said.stderr).toContain('Lost.');
  });

  it('prints SARIF and annotations alone on stdout', async () => {
    listTwice();
    const { stdout, summary } = await check({ format: 'sarif' });
    expect(JSON.parse(stdout).runs[0].results).toHaveLength(1);
    expect(summary).toEqual([]);
    expect((await check({ format: 'github' })).stdout).toMatch(/^::warning file=content\/index\.md,line=4,/);
  });
});
