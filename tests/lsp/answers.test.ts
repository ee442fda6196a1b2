import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  MarkupContent,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { type Client, startClient } from './client.ts';

const ARTICLE = 'content/guides/install.md';
const JAPANESE = 'translations/ja/content/guides/install.md';

let root: string;
let client: Client;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'decant-test-lsp-'));
  cpSync(join(import.meta.dirname, 'site'), root, { recursive: true });
  client = await startClient(root);
  await client.open(ARTICLE);
  await client.open(JAPANESE);
});

afterAll(async () => {
  await client.stop();
  rmSync(root, { recursive: true, force: true });
});

interface Preview {
  readonly version: string;
  readonly html: string;
  readonly articles: Readonly<Record<string, string>>;
}

const TOP: Position = { line: 0, character: 0 };

/** Name of the file, line and column. */
function format({ uri, range: { start } }: Location): string {
  return `${decodeURIComponent(uri).slice(`file://${root}/`.length)}:${start.line + 1}:${start.character + 1}`;
}

describe('hover', () => {
  const hover = async (file: string, text: string, shift = 1) => {
    const found = await client.ask<Hover | null>('textDocument/hover', client.at(file, text, shift));
    return (found?.contents as MarkupContent | undefined)?.value;
  };

  it('shows what stands where a value is named, in the language of the text', async () => {
    expect(await hover(ARTICLE, 'reusables.steps.open')).toContain('1. Open Harbour Server.');
    expect(await hover(JAPANESE, 'reusables.steps.open')).toContain('1. Harbour Server を開きます。');
    expect(await hover(ARTICLE, 'variables.product.long')).toContain('Harbour Server Enterprise');
  });

  it('says the versions of a condition in words', async () => {
    expect(await hover(ARTICLE, ' > 3.1')).toContain('**ghes 3.2 and later**');
    expect(await hover(ARTICLE, 'fast-sync')).toContain('Free, Server 3.3');
  });

  it('says which versions are shown a branch, on the tag that begins it', async () => {
    expect(await hover(ARTICLE, 'ifversion ghes > 3.1')).toMatch(/^Shown in \*\*ghes 3.2 and later/);
    expect(await hover(ARTICLE, 'elsif')).toMatch(/^Shown in \*\*ghes 3.1\*\*/);
    expect(await hover(ARTICLE, 'else %')).toMatch(/^Shown in \*\*fpt\*\*/);
  });

  it('names the target of a link, and where it is missing', async () => {
    const found = await hover(ARTICLE, '/guides/berths#');
    expect(found).toContain('**Berths**');
    expect(found).toContain('Missing in **every version but ghes 3.2 and later**');
  });

  it('says what keys of frontmatter mean, and the versions that they name', async () => {
    expect(await hover(ARTICLE, 'redirect_from')).toContain('Old addresses');
    expect(await hover('content/guides/berths.md', 'versions')).toContain('**ghes 3.2 and later**');
    expect(await hover('content/guides/berths.md', "ghes: '>", 0)).toContain('Server 3.3, Server 3.2');
    expect(await hover('data/features/fast-sync.yml', '">3.2', 2)).toBe('**ghes 3.3**\n\nServer 3.3');
    // The words of a text are no key.
    expect(await hover(ARTICLE, 'How to moor')).toBeUndefined();
  });

  it('knows a text that is not open', async () => {
    expect(await hover('content/guides/berths.md', 'variables.product.name')).toContain('Harbour Server');
    expect(await client.ask('textDocument/hover', client.at(ARTICLE, 'Ask the'))).toBeNull();
  });
});

describe('completion', () => {
  const complete = async (file: string, typed: string) => {
    const before = client.text(file);
    await client.change(file, `${before.trimEnd()}\n\n${typed}\n`);
    const found = await client.ask<CompletionList | null>(
      'textDocument/completion',
      client.at(file, `\n\n${typed}\n`, typed.length + 2),
    );
    await client.change(file, before);
    return found?.items ?? [];
  };
  const list = async (typed: string) => (await complete(ARTICLE, typed)).map(({ label }) => label);

  it('offers tags, values with their text, and what a condition may hold', async () => {
    expect(await list('{% ifv')).toEqual(['ifversion']);
    const [value] = await complete(JAPANESE, '{% data reusables.steps.o');
    expect(value).toMatchObject({
      label: 'reusables.steps.open',
      detail: '1. {% data variables.product.name %} を開きます。',
    });
    expect(await list('{% ifversion ')).toEqual(['fpt', 'ghes', 'fast-sync', 'not']);
    expect(await list('{% ifversion ghes ')).toEqual(['=', '!=', '<', '>', 'and', 'or']);
    expect(await list('{% ifversion ghes > ')).toEqual(['3.3', '3.2', '3.1']);
  });

  it('offers links by path and by title, and the headings of their targets', async () => {
    expect(await list('[x](/guides/b')).toEqual(['/guides/berths']);
    expect(await list('[x](Berth')).toEqual(['Berths']);
    expect(await list('[x](/guides/berths#')).toEqual(['how-to-book']);
    expect(await list('[x](#')).toEqual(['before-you-begin', 'next-steps']);
  });

  it('finds articles by words of their titles, as readers see these, and fills a link without words', async () => {
    const [found, ...others] = await complete(ARTICLE, '[](harbour inst');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ label: 'Install Harbour Server', detail: '/guides/install' });
    expect(found?.textEdit?.newText).toBe('/guides/install');
    expect(found?.additionalTextEdits?.map(({ newText }) => newText)).toEqual(['AUTOTITLE']);
    expect((await complete(ARTICLE, '[x](Install har'))[0]).not.toHaveProperty('additionalTextEdits');
    // Behind a path begins the title of the link.
    expect(await complete(ARTICLE, '[x](/guides/berths the')).toEqual([]);
  });

  it('closes the tag of a name, in the place of a brace that the editor has typed', async () => {
    const close = async (line: string) => {
      const before = client.text(ARTICLE);
      await client.change(ARTICLE, `${before.trimEnd()}\n\n${line}\n`);
      const at = client.at(ARTICLE, `\n\n${line}\n`, line.indexOf('open') + 'open'.length + 2);
      const { items } = await client.ask<CompletionList>('textDocument/completion', at);
      await client.change(ARTICLE, before);
      const edit = items[0]?.textEdit;
      const { start, end } = (edit && 'range' in edit && edit.range) || { start: TOP, end: TOP };
      return `${line.slice(0, start.character)}${edit?.newText}${line.slice(end.character)}`;
    };
    const whole = '{% data reusables.steps.open %}';
    expect(await close('{% data open')).toBe(whole);
    expect(await close('{% data open}')).toBe(whole);
    expect(await close('{% data open %}')).toBe(whole);
    expect(await close('{% data open, then')).toBe(`${whole}, then`);
  });

  it('offers keys and values of frontmatter', async () => {
    const text = client.text(ARTICLE);
    const offer = async (typed: string) => {
      await client.change(ARTICLE, text.replace('versions:', `${typed}\nversions:`));
      const at = client.at(ARTICLE, `${typed}\n`, typed.length);
      const { items } = await client.ask<CompletionList>('textDocument/completion', at);
      return items.map(({ label }) => label);
    };
    expect(await offer('showM')).toEqual(['showMiniToc']);
    expect(await offer('layout: rel')).toEqual(['release-notes']);
    expect(await offer('hidden: t')).toEqual(['true']);
    await client.change(ARTICLE, text);
  });
});

describe('definition and references', () => {
  const define = async (file: string, text: string, shift = 1) =>
    (await client.ask<Location[]>('textDocument/definition', client.at(file, text, shift))).map(format);
  const refer = async (file: string, text: string, shift = 1) => {
    const asked = { ...client.at(file, text, shift), context: { includeDeclaration: false } };
    return (await client.ask<Location[]>('textDocument/references', asked)).map(format);
  };

  it('goes to values, features, articles and headings', async () => {
    expect(await define(JAPANESE, 'reusables.steps.open')).toEqual([
      'translations/ja/data/reusables/steps/open.md:1:1',
      'data/reusables/steps/open.md:1:1',
    ]);
    expect(await define(ARTICLE, 'variables.product.long')).toEqual(['data/variables/product.yml:2:8']);
    expect(await define(ARTICLE, 'fast-sync')).toEqual(['data/features/fast-sync.yml:1:1']);
    expect(await define(ARTICLE, '/guides/berths#')).toEqual(['content/guides/berths.md:7:1']);
    expect(await define(JAPANESE, '(#before', 2)).toEqual([`${JAPANESE}:9:1`]);
    expect(await define('content/guides/index.md', '/server@3.2')).toEqual([
      'content/guides/server@3.2.md:1:1',
    ]);
  });

  it('tells a link from the picture in it, and from brackets around it', async () => {
    const before = client.text(ARTICLE);
    const written = '[![Berth](/assets/berth.png) [here]](/guides/berths) [not [x](/guides/server@3.2) this';
    await client.change(ARTICLE, `${before}\n${written}\n`);
    expect(await define(ARTICLE, '/guides/berths) [not')).toEqual(['content/guides/berths.md:1:1']);
    expect(await define(ARTICLE, '/guides/server@3.2) this')).toEqual(['content/guides/server@3.2.md:1:1']);
    expect(await define(ARTICLE, '/assets/berth.png')).toEqual([]);
    await client.change(ARTICLE, before);
  });

  it('finds all that names a thing, in all languages', async () => {
    expect(await refer(ARTICLE, 'reusables.steps.open')).toEqual([
      'content/guides/berths.md:9:28',
      `${ARTICLE}:19:9`,
      'data/reusables/steps/nested.md:3:9',
      `${JAPANESE}:19:9`,
    ]);
    expect(await refer('data/features/fast-sync.yml', 'versions')).toEqual([
      `${ARTICLE}:21:14`,
      `${JAPANESE}:21:14`,
    ]);
    expect(await refer('content/guides/berths.md', 'How to book')).toEqual([
      `${ARTICLE}:12:18`,
      `${JAPANESE}:12:7`,
    ]);
    expect(await refer('content/guides/berths.md', 'title')).toEqual([
      'content/guides/index.md:7:5',
      `${ARTICLE}:12:18`,
      `${JAPANESE}:12:7`,
    ]);
  });
});

/** What an edit leaves in the files, by name: lines that are others, and moves as `old -> new`. */
function listEdit({ documentChanges = [] }: WorkspaceEdit): readonly string[] {
  const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return documentChanges.flatMap((change) => {
    const name = (uri: string) => format({ uri, range: RANGE }).replace(/:1:1$/, '');
    if (!('edits' in change))
      return 'newUri' in change ? [`${name(change.oldUri)} -> ${name(change.newUri)}`] : [];
    return listLines(name(change.textDocument.uri), change);
  });
}

/** The lines that are others. */
function listLines(file: string, { edits }: TextDocumentEdit): readonly string[] {
  const before = client.text(file).split('\n');
  const starts = before.map((_, at) => before.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
  const offset = ({ line, character }: Position) => (starts[line] ?? client.text(file).length) + character;
  const after = [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (text, edit) =>
        'newText' in edit
          ? text.slice(0, offset(edit.range.start)) + edit.newText + text.slice(offset(edit.range.end))
          : text,
      client.text(file),
    )
    .split('\n');
  const gone = before.length > after.length ? before.filter((line) => !after.includes(line)) : [];
  return [
    ...gone.map((line) => `${file} without ${line.trim()}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `${file}: ${line.trim()}`),
  ];
}

describe('rename', () => {
  /** What the files hold afterwards, by name; moves as `old -> new`. */
  const rename = async (file: string, text: string, newName: string, shift = 1) => {
    const asked = { ...client.at(file, text, shift), newName };
    return listEdit(await client.ask<WorkspaceEdit>('textDocument/rename', asked));
  };

  it('renames a reusable with its files', async () => {
    expect(await rename(ARTICLE, 'reusables.steps.open', 'reusables.steps.start')).toEqual([
      'content/guides/berths.md: {% indented_data_reference reusables.steps.start spaces=3 %}',
      `${ARTICLE}: {% data reusables.steps.start %}`,
      'data/reusables/steps/nested.md: {% data reusables.steps.start %}',
      `${JAPANESE}: {% data reusables.steps.start %}`,
      'data/reusables/steps/open.md -> data/reusables/steps/start.md',
      'translations/ja/data/reusables/steps/open.md -> translations/ja/data/reusables/steps/start.md',
    ]);
  });

  it('renames the key of a variable, and a feature', async () => {
    expect(await rename('data/variables/product.yml', '{% data variables.product.name %} E', 'full')).toEqual(
      [
        `${ARTICLE}: intro: How to moor {% data variables.product.full %}.`,
        'data/variables/product.yml: full: "{% data variables.product.name %} Enterprise"',
      ],
    );
    expect(await rename(ARTICLE, 'fast-sync', 'quick')).toEqual([
      `${ARTICLE}: {% ifversion quick %}Lines are fast.{% endif %}`,
      `${JAPANESE}: {% ifversion quick %}速いです。{% endif %}`,
      'data/features/fast-sync.yml -> data/features/quick.yml',
    ]);
  });

  it('renames an article, and keeps its old address', async () => {
    expect((await rename('content/guides/server@3.2.md', '/guides/install#', 'set-up')).toSorted()).toEqual(
      [
        'content/guides/berths.md: [Installing](/en/guides/set-up) by {% data variables.product.name %}.',
        'content/guides/index.md: - /set-up',
        `${ARTICLE}: - /guides/install`,
        'content/guides/server@3.2.md: See [Install](/guides/set-up#before-you-begin).',
        `${ARTICLE} -> content/guides/set-up.md`,
        `${JAPANESE} -> translations/ja/content/guides/set-up.md`,
      ].sort(),
    );
  });

  it('renames a heading and what leads to it', async () => {
    expect(await rename(ARTICLE, 'Before you begin', 'First of all')).toEqual([
      `${ARTICLE}: ## First of all`,
      `${ARTICLE}: See [above](#first-of-all).`,
      'content/guides/server@3.2.md: See [Install](/guides/install#first-of-all).',
      `${JAPANESE}: [上](#first-of-all) を見てください。`,
    ]);
  });

  it('renames the heading of a translation alone, and offers the words of the heading that a link leads to', async () => {
    expect(await rename(JAPANESE, '始める前に', 'はじめに')).toEqual([`${JAPANESE}: ## はじめに`]);
    expect(
      await client.ask('textDocument/prepareRename', client.at(JAPANESE, '#before-you-begin', 2)),
    ).toMatchObject({ placeholder: 'Before you begin' });
  });

  it('refuses what it cannot do whole, and says why', async () => {
    await expect(rename(ARTICLE, 'reusables.steps.open', 'nested')).rejects.toThrow(
      "'reusables.steps.nested' already exists.",
    );
    await expect(rename(ARTICLE, 'variables.product.long', 'variables.other.long')).rejects.toThrow(
      'only its last part',
    );
    const file = 'data/reusables/steps/nested.md';
    const before = client.text(file);
    await client.open(file);
    await client.change(file, '{% for step in site.data.reusables.steps %}{{ step }}{% endfor %}\n');
    await expect(rename(ARTICLE, 'reusables.steps.open', 'reusables.steps.start')).rejects.toThrow(
      `${file} refers to it by a name that Liquid computes`,
    );
    // What is asked for so may name others in plain words.
    expect(await rename(ARTICLE, 'variables.product.name', 'variables.product.label')).toContain(
      'data/reusables/steps/open.md: 1. Open {% data variables.product.label %}.',
    );
    await client.change(file, before);
    await client.close(file);
  });
});

describe('files that somebody moves', () => {
  const move = async (...files: readonly (readonly [string, string])[]) => {
    const asked = {
      files: files.map(([from, to]) => ({ oldUri: client.uri(from), newUri: client.uri(to) })),
    };
    const edit = await client.ask<WorkspaceEdit | null>('workspace/willRenameFiles', asked);
    return edit === null ? [] : [...listEdit(edit)].sort();
  };

  it('are asked for, folders too', () => {
    const { willRename } = client.capabilities.workspace?.fileOperations ?? {};
    expect(willRename?.filters.map(({ pattern }) => pattern.matches)).toEqual(['file', 'folder']);
  });

  it('take along what leads to them: an article into another folder', async () => {
    expect(await move([ARTICLE, 'content/set-up.md'])).toEqual(
      [
        'content/guides/berths.md: [Installing](/en/set-up) by {% data variables.product.name %}.',
        'content/guides/index.md without - /install',
        'content/index.md: - /set-up',
        `${ARTICLE}: - /guides/install`,
        'content/guides/server@3.2.md: See [Install](/set-up#before-you-begin).',
        `${JAPANESE} -> translations/ja/content/set-up.md`,
      ].sort(),
    );
  });

  it('take along relative links of their own, and keep the form of lists', async () => {
    const [home, berths] = ['content/index.md', 'content/guides/berths.md'];
    await client.open(home, client.text(home).replace('children:\n  - /guides\n', 'children: [/guides]\n'));
    await client.open(berths, `${client.text(berths)}\n[x](install) [y](./install.md#next-steps)\n`);
    const lines = await move([berths, 'content/berths.md']);
    await client.close(home);
    await client.close(berths);
    expect(lines).toContain('content/index.md: children: [/guides, /berths]');
    expect(lines).toContain(`${berths}: [x](guides/install) [y](./guides/install.md#next-steps)`);
  });

  it('take along what leads to them: a whole folder', async () => {
    expect(await move(['content/guides', 'content/manual'])).toEqual([
      'content/guides/berths.md: - /guides/berths',
      'content/guides/berths.md: [Installing](/en/manual/install) by {% data variables.product.name %}.',
      'content/guides/berths.md: redirect_from:',
      'content/guides/index.md: - /guides',
      'content/guides/index.md: redirect_from:',
      `${ARTICLE}: - /guides/install`,
      `${ARTICLE}: Nothing to do. See [AUTOTITLE](/manual).`,
      `${ARTICLE}: Use [the berths](/manual/berths#how-to-book).`,
      'content/guides/server@3.2.md: - /guides/server@3.2',
      'content/guides/server@3.2.md: See [Install](/manual/install#before-you-begin).',
      'content/guides/server@3.2.md: redirect_from:',
      'content/index.md: - /manual',
      'translations/ja/content/guides -> translations/ja/content/manual',
      `${JAPANESE}: [バース](/manual/berths#how-to-book) を使います。`,
      `${JAPANESE}: 何もありません。[AUTOTITLE](/manual) を見てください。`,
    ]);
  });

  it('take along what leads to them: reusables and features', async () => {
    expect(
      await move(
        ['data/reusables/steps', 'data/reusables/parts'],
        ['data/features/fast-sync.yml', 'data/features/quick.yml'],
      ),
    ).toEqual([
      'content/guides/berths.md: {% indented_data_reference reusables.parts.open spaces=3 %}',
      `${ARTICLE}: {% data reusables.parts.open %}`,
      `${ARTICLE}: {% ifversion quick %}Lines are fast.{% endif %}`,
      'content/guides/server@3.2.md: {% data reusables.parts.nested %}',
      'data/reusables/steps/nested.md: {% data reusables.parts.open %}',
      `${JAPANESE}: {% data reusables.parts.open %}`,
      `${JAPANESE}: {% ifversion quick %}速いです。{% endif %}`,
      'translations/ja/data/reusables/steps/open.md -> translations/ja/data/reusables/parts/open.md',
    ]);
  });

  it('change nothing where they stay the same page', async () => {
    expect(await move([ARTICLE, 'content/guides/install/index.md'])).toEqual([
      `${JAPANESE} -> translations/ja/content/guides/install/index.md`,
    ]);
    expect(await move(['../a.md', '../b.md'])).toEqual([]);
  });
});

describe('what an editor shows beside a text', () => {
  it('folds frontmatter, branches and sections', async () => {
    const { textDocument } = client.at(ARTICLE, 'title');
    const ranges = await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(ranges.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`)).toEqual([
      '1-7',
      '11-12',
      '13-14',
      '15-16',
      '9-22',
      '23-25',
    ]);
  });

  it('lists headings, and finds articles and values by name', async () => {
    const { textDocument } = client.at(ARTICLE, 'title');
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.map(({ name }) => name)).toEqual(['Before you begin', 'Next steps']);
    const found = await client.ask<WorkspaceSymbol[]>('workspace/symbol', { query: 'berth' });
    expect(found.map(({ name }) => name)).toEqual(['Berths']);
  });

  it('lists headings of any length', async () => {
    const before = client.text(ARTICLE);
    await client.change(ARTICLE, `${before}\n## A${' '.repeat(100_000)}b #\n`);
    const textDocument = { uri: client.uri(ARTICLE) };
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    await client.change(ARTICLE, before);
    expect(symbols.at(-1)?.name).toBe(`A${' '.repeat(100_000)}b`);
  });

  it('lists headings that are made of data behind those of the text', async () => {
    const [index, api, spec] = ['content/guides/index.md', 'content/guides/api.md', 'data/rest/all.yaml'];
    const operation =
      '{ operationId: list, summary: List <all> berths, responses: { 200: { description: ok } } }';
    const openapi = `openapi: 3.1.0\ninfo: { title: Berths, version: '1' }\npaths: { /berths: { get: ${operation} } }\n`;
    await client.open(spec, openapi);
    await client.open(index, client.text(index).replace('  - /berths\n', '  - /berths\n  - /api\n'));
    await client.open(api, "---\ntitle: API\nversions: '*'\nautogenerated: rest\n---\n\n## Tokens\n");
    const textDocument = { uri: client.uri(api) };
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    for (const file of [api, index, spec]) await client.close(file);
    expect(
      symbols.map(({ name, range: { start }, children = [] }) => [start.line + 1, name, children.length]),
    ).toEqual([
      [7, 'Tokens', 0],
      [4, 'List <all> berths', 2],
    ]);
  });

  it('sees where code ends before a tag, and links in words of frontmatter', async () => {
    const before = client.text(ARTICLE);
    const code = '{% ifversion fpt %}```sh\n# no\n```{% endif %}\n\n## `moor` [it](/guides/berths)\n';
    const intro = 'intro: "Go to [berths](/guides/berths) first."';
    await client.change(ARTICLE, `${before.replace(/^intro.*$/m, intro)}\n${code}`);
    const textDocument = { uri: client.uri(ARTICLE) };
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols.at(-1)?.name).toBe('`moor` [it](/guides/berths)');
    const found = await client.ask<Location[]>(
      'textDocument/references',
      Object.assign(client.at('content/guides/berths.md', 'Berths'), {
        context: { includeDeclaration: false },
      }),
    );
    const lines = found
      .filter(({ uri }) => uri === textDocument.uri)
      .map(({ range }) => range.start.line + 1);
    expect(lines).toEqual([3, 12, 31]);
    await client.change(ARTICLE, before);
  });

  it('offers to make the corrections that have only one right answer', async () => {
    const before = client.text(ARTICLE);
    const older = '{% if currentVersion == "free@latest" %}x{% endif %}';
    // Nothing is said of the text yet when the question comes.
    void client.change(ARTICLE, `${before}\n${older}\n`);
    const { textDocument, position } = client.at(ARTICLE, older, 1);
    const range = { start: position, end: position };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    await client.change(ARTICLE, before);
    expect(actions.map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
      'quickfix: Write the newer form',
      'source.fixAll.decant: Make all corrections that have only one right answer (1)',
    ]);
    const [edit] = Object.values(actions[0]?.edit?.changes ?? {});
    expect(edit?.map(({ newText }) => newText)).toEqual(['{% ifversion fpt %}']);
  });

  it('counts the pages of articles and reusables', async () => {
    const count = async (file: string) => {
      const { textDocument } = { textDocument: { uri: client.uri(file) } };
      const [lens] = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
      return (await client.ask<CodeLens>('codeLens/resolve', lens)).command?.title;
    };
    expect(await count(ARTICLE)).toBe('8 pages, 4 versions');
    expect(await count(JAPANESE)).toBe('4 pages, 4 versions');
    expect(await count('data/reusables/steps/nested.md')).toBe('6 pages, 3 versions');
  });

  it('shows faintly what the chosen version does not have, and previews it', async () => {
    const choose = (version?: string) =>
      client.ask('workspace/executeCommand', {
        command: 'decant.server.chooseVersion',
        arguments: version === undefined ? [] : [version],
      });
    const hidden = client.until(ARTICLE, '11:27 undefined', '15:11 undefined', '21:26 undefined');
    await choose('ghes-3.1');
    await hidden;
    const preview = await client.ask<Preview>('decant/preview', { uri: client.uri(ARTICLE) });
    expect(preview.version).toBe('Server 3.1');
    expect(preview.html).toContain('Ask the harbour master.');
    expect(preview).not.toHaveProperty('missing');
    // An article that the chosen version does not have, with a link that can be followed.
    const other = await client.ask<Preview>('decant/preview', {
      uri: client.uri('content/guides/berths.md'),
    });
    expect(other).toMatchObject({ version: 'Server 3.3', missing: 'Server 3.1' });
    expect(Object.values(other.articles)).toEqual([join(root, ARTICLE)]);
    expect(other.html).toContain(`href="${Object.keys(other.articles)[0]}"`);
    const versions = await client.ask<{ name: string }[]>('workspace/executeCommand', {
      command: 'decant.server.listVersions',
      arguments: [client.uri(ARTICLE)],
    });
    expect(versions.map(({ name }) => name)).toEqual(['fpt', 'ghes-3.3', 'ghes-3.2', 'ghes-3.1']);
    const shown = client.until(ARTICLE);
    await choose();
    await shown;
  });
});
