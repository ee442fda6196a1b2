import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { editBody } from './edit-site.ts';
import type { Picks } from './pick-sources.ts';
import { repository } from './repository.ts';
import type { PhaseRow, Scenario } from './rows.ts';
import type { Command } from './run-command.ts';
import { TIMES } from './sessions/phases.ts';
import { copyOnce, MB, within } from './site-copies.ts';

/** What goes on while somebody writes: programs that play a writer. */
export function listSessions(
  folder: string,
  site: string,
  { article, reusable, language }: Picks,
): readonly (Scenario | PhaseRow)[] {
  const { root, make } = copyOnce(site, join(folder, 'written'));
  const cache = (name: string) => join(folder, `${name}-cache`);
  const inside = (file: string) => join(root, relative(site, file));
  const session = (program: string, name: string, ...args: readonly string[]): Command => ({
    line: [process.execPath, join(repository, `.bench/sessions/${program}.js`), root, cache(name), ...args],
  });
  const phases = (needs: string, targets: Readonly<Record<string, [phase: string, atMost?: number]>>) =>
    Object.entries(targets).map(
      ([name, [phase, atMost]]): PhaseRow => ({
        name,
        needs,
        phase,
        ...(atMost !== undefined && { target: within(atMost) }),
      }),
    );
  const editing = 'a session with decant lsp';
  const lsp: Scenario = {
    name: editing,
    prepare: make,
    command: session('lsp-session', 'lsp', inside(article)),
    memoryTarget: 700 * MB,
  };
  const rows = [
    lsp,
    ...phases(editing, {
      'decant lsp, ready': ['starting', 3],
      [`decant lsp, ${TIMES} keystrokes`]: ['typing', 0.1 * TIMES],
      [`decant lsp, ${TIMES} completions`]: ['completing', 0.05 * TIMES],
    }),
  ];
  const user = reusable?.user;
  if (reusable === undefined || user === undefined) return rows;
  const command = session(
    'dev-session',
    'dev',
    language,
    inside(user),
    inside(reusable.file),
    `${reusable.line}`,
  );
  const fresh = 'a session with decant dev, without a cache';
  const again = 'a session with decant dev';
  const changed = 'a session with decant dev, after a change';
  const shown = 'decant dev, first page';
  return [
    ...rows,
    {
      name: fresh,
      prepare() {
        make();
        rmSync(cache('dev'), { recursive: true, force: true });
      },
      command,
    },
    ...phases(fresh, { [`${shown}, without a cache`]: ['starting', 2] }),
    { name: again, needs: fresh, prepare() {}, command },
    ...phases(again, {
      [`${shown}, as the last session showed it`]: ['starting', 0.8],
      [`decant dev, an article saved ${TIMES} times`]: ['editing', 0.2 * TIMES],
      [`decant dev, a reusable on ${reusable.pages} pages saved ${TIMES} times`]: ['sharing', 0.2 * TIMES],
    }),
    { name: changed, needs: again, prepare: (round) => editBody(inside(article), `${round}`), command },
    ...phases(changed, { [`${shown}, after a change`]: ['starting'] }),
  ];
}
