import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CompletionList,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { type Client, formatFindings, startClient } from '../lsp/client.ts';

const root = join(import.meta.dirname, '../../../shared/corpora/docs-2020');
const ARTICLE = 'content/packages/quickstart.md';

/** What somebody does who writes, with the answers held against the files. */
describe.skipIf(!existsSync(root))('a writer of docs-2020', () => {
  let client: Client;
  let texts: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const names = ['content', 'data'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${String(name)}`),
    );
    const files = names.filter((name) => /\.(?:md|ya?ml)$/.test(name) && !/(?:^|\/)readme\.md$/i.test(name));
    texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
    client = await startClient(root);
    await client.open(ARTICLE);
  });

  afterAll(async () => {
    await client?.stop();
  });

  const nameFile = (uri: string) =>
    decodeURIComponent(uri).slice(decodeURIComponent(client.uri('')).length + 1);
  /** Places of a reference that a tag makes, as `file:line`. */
  const grep = (name: string) =>
    [...texts].flatMap(([file, text]) =>
      text.split('\n').flatMap((line, at) => {
        const found = line.match(
          new RegExp(
            `(?:data|indented_data_reference|site\\.data\\.)\\s*(?:site\\.data\\.)?${name.replaceAll('.', '\\.')}(?![\\w.-])`,
            'g',
          ),
        );
        return (found ?? []).map(() => `${file}:${at + 1}`);
      }),
    );

  it('hears of a mistake where it is typed, and of nothing when it is gone', async () => {
    const before = client.text(ARTICLE);
    const lines = before.split('\n').length;
    const said = formatFindings(await client.change(ARTICLE, before));
    const found = await client.change(
      ARTICLE,
      `${before}\n[x](/no/such/page) {% data variables.product.nothing %}\n`,
    );
    const fresh = formatFindings(found).filter((each) => !said.includes(each));
    expect(fresh).toEqual([`${lines + 1}:1 links/broken`, `${lines + 1}:20 resolve/unknown-reference`]);
    expect(formatFindings(await client.change(ARTICLE, before))).toEqual(said);
  });

  it.each(['variables.product.prodname_ghe_server', 'reusables.repositories.navigate-to-repo'])(
    'finds every use of %s',
    async (name) => {
      const before = client.text(ARTICLE);
      await client.change(ARTICLE, `${before}\n{% data ${name} %}\n`);
      const asked = { ...client.at(ARTICLE, `${name} %}\n`, 3), context: { includeDeclaration: false } };
      const found = await client.ask<Location[]>('textDocument/references', asked);
      await client.change(ARTICLE, before);
      const places = found.map(({ uri, range }) => `${nameFile(uri)}:${range.start.line + 1}`);
      const own = `${ARTICLE}:${before.split('\n').length + 1}`;
      expect(places.filter((place) => place !== own).sort()).toEqual(grep(name).sort());
    },
  );

  it('goes from every tag of a text to the file that holds the value', async () => {
    const tags = [...client.text(ARTICLE).matchAll(/\{% data ((?:reusables|variables)\.[\w.-]+) %\}/g)];
    expect(tags.length).toBeGreaterThan(3);
    for (const [tag, name = ''] of tags) {
      const [place] = await client.ask<Location[]>('textDocument/definition', client.at(ARTICLE, tag, 10));
      const file = nameFile(place?.uri ?? '');
      const stem = file
        .replace(/^data\//, '')
        .replace(/\.\w+$/, '')
        .replaceAll('/', '.');
      expect(name === stem || name.startsWith(`${stem}.`)).toBe(true);
      const line = (texts.get(file) ?? '').split('\n')[place?.range.start.line ?? -1] ?? '';
      if (file.endsWith('.yml')) expect(line).toContain(name.split('.').at(-1));
    }
  });

  it('renames a reusable so that nothing names the old one', async () => {
    const name = 'reusables.repositories.navigate-to-repo';
    const [use = ''] = grep(name);
    const file = use.replace(/:\d+$/, '');
    const asked = { ...client.at(file, name, 3), newName: 'reusables.repositories.go-to-repo' };
    const { documentChanges = [] } = await client.ask<WorkspaceEdit>('textDocument/rename', asked);
    const edits = documentChanges.filter((each): each is TextDocumentEdit => 'edits' in each);
    const changed = edits.flatMap(({ textDocument, edits: own }) =>
      own.map((edit) => `${nameFile(textDocument.uri)}:${'range' in edit ? edit.range.start.line + 1 : 0}`),
    );
    expect(changed.sort()).toEqual(grep(name).sort());
    const moves = documentChanges.flatMap((each) => ('newUri' in each ? [nameFile(each.newUri)] : []));
    expect(moves).toEqual(['data/reusables/repositories/go-to-repo.md']);
  });

  it('finds articles by their words, and offers them as links', async () => {
    const before = client.text(ARTICLE);
    const typed = '[x](/packages/quick';
    await client.change(ARTICLE, `${before}\n${typed}`);
    const at = client.at(ARTICLE, typed, typed.length);
    const { items } = await client.ask<CompletionList>('textDocument/completion', at);
    await client.change(ARTICLE, before);
    expect(items.map(({ label }) => label)).toContain('/packages/quickstart');
    for (const { label } of items) {
      const path = label.slice(1);
      expect(texts.has(`content/${path}.md`) || texts.has(`content/${path}/index.md`)).toBe(true);
    }
  });
});
