import { describe, expect, test } from 'vitest';
import {
  COMMENT_MARKER,
  type DistinctChange,
  formatComment,
  formatDifference,
  type PageReference,
  type SiteDifference,
} from '../../src/queries/index.ts';

const NOTHING: SiteDifference = {
  changes: [],
  changed: [],
  added: [],
  removed: [],
  moved: [],
  titles: [],
  unseen: [],
  around: [],
  compared: 12,
};

function page(path: string, rest: Partial<PageReference> = {}): PageReference {
  const href = `/docs/en/${path}/`;
  return {
    language: 'en',
    version: 'cloud',
    path,
    href,
    title: `About ${path}`,
    file: `content/${path}.md`,
    ...rest,
  };
}

function change(lines: readonly string[], pages: readonly PageReference[]): DistinctChange {
  return {
    kind: 'changed',
    field: 'body',
    section: 'Fill it',
    lines: lines.map((line) => ({ kind: line.startsWith('+') ? 'added' : 'removed', text: line.slice(1) })),
    html: '',
    pages,
  };
}

function comment(difference: Partial<SiteDifference>): string {
  return formatComment({
    title: 'What this edit changes',
    subject: 'This edit',
    notes: ['Against 1a2b3c, where it branched off from @team/main.'],
    difference: { ...NOTHING, ...difference },
    findPreview: (href) => `https://preview.example.com/7/${href.slice('/docs/'.length)}`,
    findSource: (file) => `https://forge.example.com/${file}`,
  });
}

test('a comment shows each change once, those on most pages first, with links', async () => {
  const [wick, oil] = [page('wick'), page('oil', { version: 'server-2.0' })];
  const text = comment({
    changes: [change(['-Old.', '+New.'], [oil]), change(['-Cloth.', '+Soft cloth.'], [wick, oil])],
    changed: [wick, oil],
    added: [page('glass')],
    moved: [{ from: page('away'), to: page('here') }],
    titles: [{ page: wick, before: 'Wicks', shownOn: 3 }],
    around: [page('care')],
  });
  await expect(text).toMatchFileSnapshot('fixtures/comment.md');
});

describe('texts of pages', () => {
  const wild = page('x', { title: '`x` @octocat <b> fixes #1' });
  const text = comment({
    changes: [
      change(
        ['-```', '+```` @octocat fixes #12', '+</details> <!-- --> | a |', '+\u202eevil\u001b[2J'],
        [wild],
      ),
    ],
    changed: [wild],
    added: [wild],
  });

  test('end no fence, and mention nobody', () => {
    const [fence = ''] = /^`{4,}diff$/m.exec(text) ?? [];
    expect(fence).toBe('`````diff');
    const outside = text
      .split('`````')
      .filter((_, at) => at % 2 === 0)
      .join('');
    expect(outside.replace(/`[^`\n]*`/g, '')).not.toMatch(/octocat|#1|@[a-z]|<b>/);
    expect(outside).toContain('`x @octocat <b> fixes #1`');
  });

  test('show characters that would turn or clear what is read', () => {
    expect(text).toContain('+ \\u{202e}evil\\u{1b}[2J');
    const plain = formatDifference({
      title: '',
      subject: 'It',
      notes: [],
      difference: { ...NOTHING, changes: [change(['+\u001b[2J'], [wild])], changed: [wild] },
    });
    expect(plain).toContain('+ \\u{1b}[2J');
  });
});

test('a comment stays below what a forge takes, in whole sections', () => {
  const changes = Array.from({ length: 400 }, (_, at) => {
    const many = Array.from({ length: 30 }, (__, line) => `+${'語'.repeat(90)} ${line}`);
    return change(many, [page(`p${at}`)]);
  });
  const text = comment({ changes, changed: changes.flatMap(({ pages }) => pages) });
  expect(Buffer.byteLength(text)).toBeLessThan(60 * 1024);
  expect(Buffer.byteLength(text)).toBeGreaterThan(40 * 1024);
  expect(text.match(/```/g)?.length).toBe(2 * (text.match(/```diff/g)?.length ?? 0));
  expect(text).toMatch(/… and \d+ more sections that a comment has no room for/);
  expect(text.startsWith(COMMENT_MARKER)).toBe(true);
});

test('where nothing differs a comment says how much was looked at', () => {
  expect(comment({})).toContain('**This edit changes no page.**');
});

test('the versions of an article that moved stand together', () => {
  const moved = ['cloud', 'server-2.0'].map((version) => ({
    from: page('away', { version }),
    to: page('here', { version }),
  }));
  const report = { title: 'T', subject: 'This edit', notes: [], difference: { ...NOTHING, moved } };
  expect(formatDifference(report)).toContain('Moved:\n  en /away to /here (cloud, server-2.0)');
  expect(formatComment(report)).toContain('- `/away` → `/here` (en: cloud, server-2.0)');
});
