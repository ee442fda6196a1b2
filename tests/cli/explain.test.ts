import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExplain } from '../../src/cli/explain-command.ts';
import type { Reporter } from '../../src/cli/reporter.ts';
import { repository } from '../build/run-decant.ts';

const root = join(repository, 'tests/sites/versions');

async function explain(subject: string, words?: string) {
  const lines: string[] = [];
  const documents: object[] = [];
  const reporter: Reporter = {
    phase: () => {},
    diagnostics: () => {},
    summary: (more) => lines.push(...more),
    json: (document) => documents.push(document),
    note: () => {},
    text: () => {},
    paint: undefined,
    refuse: (message) => lines.push(message),
  };
  const status = await runExplain(
    { root, versions: [], languages: [], cache: undefined, subject, words },
    reporter,
  );
  return { status, lines, document: documents[0] };
}

describe('decant explain', () => {
  it('prints the pages that show a file, named from the root or in full', async () => {
    const { status, lines, document } = await explain('content/ships/tides.md');
    expect(status).toBe(0);
    expect(lines[0]).toBe('content/ships/tides.md');
    expect(document).toMatchObject({ file: 'content/ships/tides.md', line: undefined });
    expect(await explain(join(root, 'content/ships/tides.md'))).toMatchObject({ lines });
  });

  it('says of a file elsewhere that it is none of the site', async () => {
    await expect(explain('/etc/passwd:1')).rejects.toThrow(
      `'/etc/passwd' is not a file of the site in ${root}. Give its path from there: content/index.md:1.`,
    );
  });

  it('prints a line, and ends with 1 where no page shows it', async () => {
    expect(await explain('content/ships/tides.md:1')).toMatchObject({
      status: 1,
      lines: [
        'content/ships/tides.md:1',
        '  ---',
        '',
        'It is a line that begins or ends frontmatter.',
        '',
        '1 article looked at.',
      ],
    });
  });

  it('prints some lines', async () => {
    const { status, lines, document } = await explain('content/ships/tides.md:1-2');
    expect([status, lines[0], lines[1]]).toEqual([0, 'content/ships/tides.md:1-2', '  ---']);
    expect(document).toMatchObject({ line: 1, lastLine: 2 });
  });

  it('prints the blocks of a page', async () => {
    const { status, lines } = await explain('/en/server@3.10/ships/tides');
    expect(status).toBe(0);
    expect(lines[0]).toMatch(/\/en\/server@3\.10\/ships\/tides\/$/);
  });

  it.each([
    ['content/ships/tide.md:3', "Did you mean 'content/ships/tides.md'?"],
    ['/en/ships/tide', 'Did you mean'],
  ])('refuses %s and names the nearest', async (subject, message) => {
    await expect(explain(subject)).rejects.toThrow(message);
  });
});
