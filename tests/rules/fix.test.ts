import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Diagnostic, FileEdit } from '../../src/diagnostics/index.ts';
import { applyFileEdits } from '../../src/rules/fix/apply-file-edits.ts';
import { formatPatch, planFixes, prepareFixes, writeFixes } from '../../src/rules/index.ts';

const edit = (file: string, from: string, to: string, text: string): FileEdit => {
  const [start, end] = [from, to].map((point) => {
    const [line = 1, column = 1] = point.split(':').map(Number);
    return { line, column };
  });
  if (start === undefined || end === undefined) throw new Error('An edit has two points.');
  return { file, start, end, text };
};

const fixable = (...edits: readonly FileEdit[]): Diagnostic => ({
  code: 'check/repeated-redirect',
  severity: 'warning',
  message: 'm',
  place: { file: 'a.md', line: 1, column: 1 },
  via: [],
  versions: [],
  languages: [],
  fixes: [{ title: 't', edits }],
});

describe('a plan', () => {
  it('leaves out the fix of which one edit touches what another fix changes', () => {
    const first = fixable(edit('a.md', '1:2', '1:5', 'x'));
    const second = fixable(edit('b.md', '1:1', '1:2', 'y'), edit('a.md', '1:4', '1:6', 'z'));
    const { edits, fixed, left } = planFixes([first, second]);
    expect([fixed, left]).toEqual([[first], [second]]);
    expect([...edits.keys()]).toEqual(['a.md']);
  });

  it('takes two fixes that do the same for one, and edits that meet for two', () => {
    const one = fixable(edit('a.md', '1:3', '1:5', ''));
    const { edits, left } = planFixes([one, fixable(edit('a.md', '1:1', '1:3', 'x')), one]);
    expect(left).toEqual([]);
    expect(edits.get('a.md')).toEqual([edit('a.md', '1:1', '1:3', 'x'), edit('a.md', '1:3', '1:5', '')]);
  });
});

describe('edits', () => {
  it('count lines and columns in the file as it is: CR LF, a byte order mark, no newline at the end', () => {
    const text = '\uFEFFone\r\ntwo\r\nthree';
    expect(applyFileEdits(text, [edit('a', '1:1', '1:4', 'a\nb'), edit('a', '3:1', '4:1', '')])).toBe(
      '\uFEFFa\r\nb\r\ntwo\r\n',
    );
  });

  it('refuse points that are not there', () => {
    expect(() => applyFileEdits('one', [edit('a', '3:1', '3:2', '')])).toThrow(RangeError);
  });
});

describe('files', () => {
  const folders: string[] = [];
  const create = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'decant-fix-'));
    folders.push(folder);
    writeFileSync(join(folder, 'a.md'), 'one\r\ntwo\r\n', { mode: 0o640 });
    return folder;
  };
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const edits = (file: string) => new Map([[file, [edit(file, '1:1', '1:4', '1')]]]);

  it('are written whole, and nothing is left beside them', async () => {
    const root = create();
    const { files, refused } = prepareFixes(root, edits('a.md'), new Map([['a.md', 'one\ntwo\n']]));
    expect(formatPatch(files)).toContain('-one\r\n+1\r\n');
    await writeFixes(root, files);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('1\r\ntwo\r\n');
    expect([readdirSync(root), refused.size]).toEqual([['a.md'], 0]);
  });

  it('are left alone where a link leads to them, where they lie outside, and where they have changed', () => {
    const root = create();
    const other = create();
    symlinkSync(join(root, 'a.md'), join(root, 'link.md'));
    symlinkSync(other, join(root, 'folder'));
    const same = 'one\ntwo\n';
    const names = ['link.md', 'folder/a.md', '../a.md', 'none.md'];
    for (const name of names)
      expect(prepareFixes(root, edits(name), new Map([[name, same]])).files).toEqual([]);
    const changed = prepareFixes(root, edits('a.md'), new Map([['a.md', 'other']]));
    expect([changed.files, [...changed.refused.values()]]).toEqual([
      [],
      [`'a.md' has changed since it was read, so it stays as it is.`],
    ]);
  });
});
