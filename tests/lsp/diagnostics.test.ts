import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, formatFindings, startClient } from './client.ts';

const ARTICLE = 'content/guides/install.md';

let root: string;
let client: Client;

beforeAll(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'decant-test-lsp-')), "it's (1) @home");
  cpSync(join(import.meta.dirname, 'site'), root, { recursive: true });
  client = await startClient(root);
});

afterAll(() => {
  client.child.kill();
  rmSync(join(root, '..'), { recursive: true, force: true });
});

describe('what is said while somebody writes', () => {
  it('is of the text that is open, not of the one that is saved', async () => {
    expect(await client.open(ARTICLE)).toEqual([]);
    const written = client.text(ARTICLE).replace('/guides/berths#how', '/guides/births#how');
    const [broken, ...rest] = await client.change(ARTICLE, written);
    expect(rest).toEqual([]);
    expect(broken).toMatchObject({
      code: 'links/broken',
      severity: 1,
      source: 'decant',
      range: { start: { line: 11, character: 4 }, end: { line: 11, character: 44 } },
      message:
        "The link '/guides/births#how-to-book' is broken. Did you mean '/guides/berths'? In ghes 3.2 and later.",
    });
    expect(broken?.codeDescription?.href).toMatch(
      /^file:.*docs\/content\/reference\/diagnostics\.md#linksbroken$/,
    );
    expect(await client.change(ARTICLE, written.replace('births', 'berths'))).toEqual([]);
  });

  it('knows what is typed in frontmatter and in the middle of a tag', async () => {
    const text = client.text(ARTICLE);
    const unknown = await client.change(ARTICLE, text.replace('intro:', 'introo:'));
    expect(formatFindings(unknown)).toEqual(['3:1 load/unknown-key']);
    const open = await client.change(ARTICLE, text.replace('{% endif %}', '{% end'));
    expect(open.map(({ code }) => code)).toContain('resolve/unclosed-delimiter');
    expect(await client.change(ARTICLE, text)).toEqual([]);
  });

  it('finds files whose URIs are spelled as VS Code does', async () => {
    const file = 'content/guides/server@3.2.md';
    expect(client.uri(file)).toContain('it%27s%20%281%29%20%40home/content/guides/server%403.2.md');
    expect(await client.open(file)).toEqual([]);
    const found = await client.change(file, `${client.text(file)}\n[x](/nowhere)\n`);
    expect(formatFindings(found)).toEqual(['11:1 links/broken']);
    await client.close(file);
  });

  it('follows what another open text says', async () => {
    await client.open('content/guides/berths.md');
    const said = client.until(ARTICLE, '12:5 links/broken-fragment');
    await client.change(
      'content/guides/berths.md',
      client.text('content/guides/berths.md').replace('How to book', 'Booking'),
    );
    await said;
    const mended = client.until(ARTICLE);
    await client.close('content/guides/berths.md');
    await mended;
  });

  it('follows files on the disk', async () => {
    const file = join(root, 'content/guides/berths.md');
    const said = client.until(ARTICLE, '12:5 links/broken-fragment');
    writeFileSync(file, client.text('content/guides/berths.md').replace('How to book', 'Booking'));
    const changes = [{ uri: client.uri('content/guides/berths.md'), type: 2 }];
    await client.tell('workspace/didChangeWatchedFiles', { changes });
    await said;
    const mended = client.until(ARTICLE);
    writeFileSync(file, client.text('content/guides/berths.md').replace('Booking', 'How to book'));
    await client.tell('workspace/didChangeWatchedFiles', { changes });
    await mended;
  });

  it('hears of all files that are sources', () => {
    expect(client.watched).toEqual([
      '**/content/**/*.md',
      '**/data/**/*.{md,yml,yaml}',
      '**/data/rest/**/*.json',
      '**/assets/**',
    ]);
  });

  it('says of a reusable what its pages show', async () => {
    const file = 'data/reusables/steps/open.md';
    expect(await client.open(file)).toEqual([]);
    const found = await client.change(
      file,
      '1. Open [it](/guides/nothing) {% ifversion ghse %}x{% endif %}.\n',
    );
    expect(formatFindings(found)).toEqual(['1:9 links/broken', '1:44 versions/unknown-name']);
    await client.close(file);
  });

  it('reads lines that end in CR LF', async () => {
    const text = client.text(ARTICLE).replaceAll('\n', '\r\n');
    expect(await client.change(ARTICLE, text)).toEqual([]);
    const found = await client.change(ARTICLE, text.replace('(#before', '(#after'));
    expect(formatFindings(found)).toEqual(['25:5 links/broken-fragment']);
    await client.change(
      ARTICLE,
      client.text(ARTICLE).replaceAll('\r\n', '\n').replace('(#after', '(#before'),
    );
  });

  it('says of a site file in hand what is wrong with it', async () => {
    expect(await client.open('data/site.yml')).toEqual([]);
    const found = await client.change(
      'data/site.yml',
      client.text('data/site.yml').replace('baseUrl', 'bassUrl'),
    );
    expect(formatFindings(found)).toEqual(['1:1 config/missing-key', '2:1 config/unknown-key']);
    await client.close('data/site.yml');
  });

  it('says where a file is not UTF-8', async () => {
    const file = 'data/reusables/steps/nested.md';
    writeFileSync(join(root, file), Buffer.from([0x41, 0xe4, 0x0a]));
    const said = client.until(file, '1:2 load/not-utf8');
    await client.open(file, 'A\uFFFD\n');
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(file), type: 2 }] });
    await said;
    await client.close(file);
  });

  it('does what it can for a file that belongs to no site', async () => {
    const lone =
      '---\ntitle: a: b\n---\n\n# A\n\n{% ifversion x %}\n{% data variables.no.name %}\n[x](/nowhere)\n{% note }\n';
    expect(formatFindings(await client.open('../alone.md', lone))).toEqual([
      '2:8 load/frontmatter-syntax',
      '7:1 resolve/unclosed-tag',
      '10:1 resolve/unclosed-delimiter',
    ]);
    const sound = '# A\n\n{% ifversion x %}\n{{ 湯 }}{% no %} [x](/nowhere)\n{% endifversion %}\n';
    expect(await client.change('../alone.md', sound)).toEqual([]);
    expect(await client.change('../alone.md', '# A\n\n{% ifv')).not.toEqual([]);
    const textDocument = { uri: client.uri('../alone.md') };
    const symbols = await client.ask<{ name: string }[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['A']);
    expect(
      await client.ask('textDocument/hover', { textDocument, position: { line: 2, character: 15 } }),
    ).toBeNull();
    const complete = (line: number, character: number) =>
      client.ask<{ items: { label: string }[] } | null>('textDocument/completion', {
        textDocument,
        position: { line, character },
      });
    expect((await complete(2, 6))?.items.map(({ label }) => label)).toEqual(['ifversion']);
    expect(await complete(0, 3)).toBeNull();
    await client.close('../alone.md');
  });
});

describe('a request', () => {
  /** Both in one piece, so that the second is there before the first is answered. */
  const write = (...messages: readonly object[]) => {
    const parts = messages.map((message) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    });
    client.child.stdin?.write(parts.join(''));
  };

  it('that nobody waits for any more is not answered', async () => {
    const answered = new Promise<string>((resolve) => {
      let said = '';
      client.child.stdout?.on('data', (chunk) => {
        said += chunk;
        const found = /\{[^{]*"id":"late"[^\r]*/.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const params = client.at(ARTICLE, 'variables.product.long', 1);
    write(
      { id: 'late', method: 'textDocument/hover', params },
      { method: '$/cancelRequest', params: { id: 'late' } },
    );
    expect(await answered).toContain('-32800');
    expect(await client.ask('textDocument/hover', params)).not.toBeNull();
  });

  it('for a document that is closed, gone or no file has no answer', async () => {
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    const context = { diagnostics: [], includeDeclaration: true };
    const ask = (method: string, uri: string) =>
      client.ask(`textDocument/${method}`, { textDocument: { uri }, position, range, context });
    for (const uri of [client.uri('content/guides/gone.md'), client.uri('../gone.md'), 'untitled:Untitled-1'])
      for (const method of METHODS) expect([method, (await ask(method, uri)) ?? []]).toEqual([method, []]);
    expect(await client.ask('decant/preview', { uri: client.uri('content/guides/gone.md') })).toBeNull();
  });
});

const METHODS = [
  ...['hover', 'completion', 'definition', 'references', 'prepareRename'],
  ...['foldingRange', 'documentSymbol', 'codeAction', 'codeLens'],
];

it('says what only the whole site shows, when a text has been saved; what is open counts unsaved', async () => {
  const [file, named] = ['data/reusables/steps/spare.md', 'data/reusables/steps/named.md'];
  for (const each of [file, named]) writeFileSync(join(root, each), 'Keep a spare line.\n');
  const text = client.text(ARTICLE);
  await client.change(ARTICLE, `${text}\n{% data reusables.steps.named %}\n`);
  await client.open(named);
  const said = client.until(file, '1:1 check/unused-reusable');
  const saidOfOther = client.until(named);
  await client.open(file);
  const changes = [file, named].map((each) => ({ uri: client.uri(each), type: 1 }));
  await client.tell('workspace/didChangeWatchedFiles', { changes });
  await said;
  await saidOfOther;
  for (const each of [file, named]) await client.close(each);
  await client.change(ARTICLE, text);
});

it('says of a comment that it ignores nothing, and takes it out', async () => {
  const text = client.text(ARTICLE);
  const broken = '{% comment %} decant-ignore links/broken {% endcomment %}\n[x](/nowhere)\n';
  expect(await client.change(ARTICLE, `${text}\n${broken}`)).toEqual([]);
  const idle = await client.change(ARTICLE, `${text}\n${broken.replace('[x](/nowhere)', 'Words.')}`);
  const line = text.split('\n').length + 1;
  expect(formatFindings(idle)).toEqual([`${line}:1 check/unused-ignore`]);
  const textDocument = { uri: client.uri(ARTICLE) };
  const asked = { textDocument, range: idle[0]?.range, context: { diagnostics: idle } };
  const actions = await client.ask<{ title: string; edit: object }[]>('textDocument/codeAction', asked);
  expect(actions[0]).toMatchObject({ title: 'Remove the comment', kind: 'quickfix' });
  expect(JSON.stringify(actions[0]?.edit)).toContain(
    `"range":{"start":{"line":${line - 1},"character":0},"end":{"line":${line},"character":0}},"newText":""`,
  );
  expect(await client.change(ARTICLE, text)).toEqual([]);
});

it('says which addresses in frontmatter lead nowhere', async () => {
  const file = 'content/guides/index.md';
  const text = client.text(file);
  const changes = [{ uri: client.uri(file), type: 2 }];
  const said = client.until(file, '3:13 navigation/unknown-address');
  writeFileSync(
    join(root, file),
    text.replace('---\n', '---\nfeaturedLinks:\n  popular: [/guides/births]\n'),
  );
  await client.open(file);
  await client.tell('workspace/didChangeWatchedFiles', { changes });
  await said;
  await client.close(file);
  writeFileSync(join(root, file), text);
  await client.tell('workspace/didChangeWatchedFiles', { changes });
});

it.each([
  [
    'content/guides/install.md',
    'check/redundant-condition',
    (text: string) => `${text}\n{% ifversion ghes > 3.1 or ghes > 3.2 %}\nLow tide.\n{% endif %}\n`,
    (text: string) => `${text}\n{% ifversion ghes > 3.1 %}\nLow tide.\n{% endif %}\n`,
  ],
  [
    'content/guides/install.md',
    'check/repeated-redirect',
    (text: string) => text.replace('  - /old/install\n', '  - /old/install\n  - /old/install/\n'),
    (text: string) => text,
  ],
  [
    'data/variables/product.yml',
    'check/unused-variable',
    (text: string) => `${text}short: Hb\n`,
    (text: string) => text,
  ],
] as const)('puts right in %s what is %s', async (file, code, break_, mend) => {
  await client.close(file);
  const text = client.text(file);
  const changes = [{ uri: client.uri(file), type: 2 }];
  writeFileSync(join(root, file), break_(text));
  await client.open(file);
  const told = client.hears(file, code);
  await client.tell('workspace/didChangeWatchedFiles', { changes });
  const found = await told;
  const textDocument = { uri: client.uri(file) };
  const context = { diagnostics: [found], only: ['quickfix'] };
  const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: found.range,
    context,
  });
  const edits = actions[0]?.edit?.changes?.[textDocument.uri] ?? [];
  expect(TextDocument.applyEdits(TextDocument.create('', '', 0, break_(text)), edits)).toBe(mend(text));
  await client.close(file);
  writeFileSync(join(root, file), text);
  await client.tell('workspace/didChangeWatchedFiles', { changes });
  if (file === ARTICLE) await client.open(file);
});

it('follows folders that the editor opens and closes', async () => {
  const folder = `${root} too`;
  cpSync(join(import.meta.dirname, 'site'), folder, { recursive: true });
  const change = (event: object) => client.tell('workspace/didChangeWorkspaceFolders', { event });
  const find = async () =>
    (await client.ask<readonly { location: { uri: string } }[]>('workspace/symbol', { query: 'berth' })).map(
      ({ location }) => decodeURIComponent(location.uri),
    );
  const told = [{ uri: client.uri(`../${basename(folder)}`), name: 'too' }];
  const own = `file://${root}/content/guides/berths.md`;
  await change({ added: told, removed: [] });
  // Symbols are those of the sites that are read by now.
  await expect.poll(find).toEqual([own, `file://${folder}/content/guides/berths.md`]);
  await change({ added: [], removed: told });
  expect(await find()).toEqual([own]);
});

it('has neighbours on the same site, and ends with its client', async () => {
  const other = await startClient(root);
  const text = client.text(ARTICLE);
  expect(formatFindings(await other.open(ARTICLE, text.replace('(#before', '(#after')))).toEqual([
    '25:5 links/broken-fragment',
  ]);
  expect(await client.change(ARTICLE, `${text}\n`)).toEqual([]);
  const ended = new Promise((resolve) => other.child.once('exit', resolve));
  other.child.stdin?.destroy();
  expect(await ended).toBe(1);
  expect(await client.stop()).toBe(0);
});
