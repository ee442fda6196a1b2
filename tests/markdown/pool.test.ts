import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMarkdownPool, type MarkdownPool, renderMarkdownHere } from '../../src/markdown/index.ts';

// Worker processes run JavaScript: Node 20 cannot start the TypeScript source. So these tests use the compiled stage,
// brought up to date first (at once, if nothing changed).
const root = fileURLToPath(new URL('../../', import.meta.url));
const compiled = new URL('../../dist/src/markdown/index.js', import.meta.url).href;
let createPool: typeof createMarkdownPool;
let pool: MarkdownPool | undefined;

beforeAll(async () => {
  spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
  });
  ({ createMarkdownPool: createPool } = await import(compiled));
});

afterEach(async () => {
  vi.useRealTimers();
  await pool?.close();
  pool = undefined;
});

const options = { html: 'clean' } as const;
const texts = Array.from({ length: 60 }, (_, index) => `## Bed ${index}\n\n*Water* [it](/beds/${index}).`);
const hint =
  'Look for very deep nesting, or for a very long run of brackets, asterisks or HTML tags, and split it up.';

/** Processes that have just ended are counted for a moment. */
function untilChildren(count: number): Promise<void> {
  return vi.waitFor(() => {
    const children = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap');
    expect(children).toHaveLength(count);
  }, 20_000);
}

/** The process of a pool with one worker. */
function findWorker(of: number | undefined = process.pid): number {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const own = lines.find(
    ([, parent, ...args]) => parent === String(of) && /pool.worker/.test(args.join(' ')),
  );
  return Number(own?.[0]);
}

describe.skipIf(process.platform === 'win32')('a pool whose program is killed', () => {
  test('leaves no worker behind, whatever the worker is at', async () => {
    const program = `
      import { createMarkdownPool } from ${JSON.stringify(compiled)};
      const pool = createMarkdownPool({ workers: 1, deadline: 600_000, memory: 512 });
      await pool.renderMarkdown(['*a*'], { html: 'clean' });
      void pool.renderMarkdown(['\\t'.repeat(1_000_000)], { html: 'clean' });
      setTimeout(() => process.send('ready'), 200);
    `;
    const options = { execArgv: ['--input-type=module', '--eval', program], silent: true };
    const parent = fork('', options);
    await once(parent, 'message');
    const worker = findWorker(parent.pid);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(() => process.kill(worker, 0)).not.toThrow();
    await vi.waitFor(() => expect(() => process.kill(worker, 0)).toThrow(), 20_000);
  });
});

describe('the pool', () => {
  test('renders what rendering in this process gives, in the same order', async () => {
    pool = createPool({ workers: 2, deadline: 60_000, memory: 512 });
    expect(await pool.renderMarkdown(texts, options)).toEqual(await renderMarkdownHere(texts, options));
  });

  test('started before there is a text, it renders with those processes, or ends them unused', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 512 });
    pool.start();
    await untilChildren(1);
    expect(await pool.renderMarkdown(['*a*'], options)).toEqual(await renderMarkdownHere(['*a*'], options));
    await pool.close();
    pool.start();
    await pool.close();
    await untilChildren(0);
  });

  test('renders texts before they are asked for, each with its options, and forgets what nobody asks for', async () => {
    pool = createPool({ workers: 2, deadline: 60_000, memory: 512 });
    const html = '<p hidden onclick="a">*b*</p>';
    pool.beginRendering([...texts, ...texts, html], options);
    pool.beginRendering([html], { html: 'trusted' });
    await untilChildren(2);
    expect(await pool.renderMarkdown(texts, options)).toEqual(await renderMarkdownHere(texts, options));
    const [trusted] = await pool.renderMarkdown([html], { html: 'trusted' });
    expect(trusted?.problems).toEqual([]);
    pool.beginRendering([...texts, '*never asked for*'], options);
    await pool.close();
    await untilChildren(0);
  });

  test('renders anew what it had begun before it was closed', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 512 });
    pool.beginRendering(texts, options);
    await untilChildren(1);
    await pool.close();
    expect(await pool.renderMarkdown(texts, options)).toEqual(await renderMarkdownHere(texts, options));
  });

  test('renders each batch with its own options', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 512 });
    const html = ['<p hidden onclick="a">*b*</p>'];
    const [cleaned, trusted] = await Promise.all([
      pool.renderMarkdown(html, options),
      pool.renderMarkdown(html, { html: 'trusted' }),
    ]);
    expect(cleaned[0]?.problems).toHaveLength(1);
    expect(trusted[0]?.problems).toEqual([]);
  });

  test('gives up a text that does not end, says so, and renders the others', async () => {
    pool = createPool({ workers: 1, deadline: 2_000, memory: 1024 });
    const reference = { ...options, parser: 'reference' } as const;
    const endless = Array.from({ length: 3_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    // The clock of the pool stands still but while the text that does not end has its turn: no machine is too slow for the others.
    const { setTimeout: wait } = globalThis;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    pool.beginRendering(['*a*', endless, ...texts], reference);
    const [before] = await pool.renderMarkdown(['*a*'], reference);
    let isSettled = false;
    const failing = pool.renderMarkdown([endless], reference).finally(() => {
      isSettled = true;
    });
    while (!isSettled) {
      await new Promise((go) => wait(go, 20));
      vi.advanceTimersByTime(100);
    }
    const [failed] = await failing;
    expect(before?.pieces).toEqual(['<p><em>a</em></p>']);
    expect(failed?.pieces).toEqual(['']);
    expect(failed?.problems).toEqual([
      {
        code: 'markdown/timeout',
        severity: 'error',
        message: 'This Markdown could not be rendered within 2 seconds.',
        hint,
        offset: 0,
      },
    ]);
    expect(await pool.renderMarkdown(texts, reference)).toEqual(await renderMarkdownHere(texts, options));
  });

  test('survives a text that takes all memory', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 64 });
    const [failed, ...after] = await pool.renderMarkdown(['*a* [b](/c) '.repeat(60_000), ...texts], options);
    expect(failed?.problems).toEqual([
      {
        code: 'markdown/crashed',
        severity: 'error',
        message:
          'This Markdown could not be rendered: its process died, most likely because it ran out of memory.',
        hint,
        offset: 0,
      },
    ]);
    expect(after).toEqual(await renderMarkdownHere(texts, options));
  });

  test('renders a text once more whose process was ended from outside, and only then gives it up', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 512 });
    await pool.renderMarkdown(['*a*'], options);
    const slow = Array.from({ length: 250 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    const rendering = pool.renderMarkdown([slow], { ...options, parser: 'reference' });
    process.kill(findWorker(), 'SIGKILL');
    expect((await rendering)[0]?.problems).toEqual([]);
  });

  test('renders again after it was closed', async () => {
    pool = createPool({ workers: 1, deadline: 60_000, memory: 512 });
    await pool.renderMarkdown(texts, options);
    await pool.close();
    expect(await pool.renderMarkdown(['*a*'], options)).toEqual(await renderMarkdownHere(['*a*'], options));
  });

  test('renders in this process where it is told to use none', async () => {
    pool = createMarkdownPool({ workers: 0, deadline: 1, memory: 1 });
    expect(pool.renderMarkdown).toBe(renderMarkdownHere);
  });
});
