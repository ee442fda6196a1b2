import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './build/read-tree.ts';

const root = join(import.meta.dirname, '..');

/** Whoever reads a name knows which thing it means, wherever it stands. */
test('no two things that are exported have one name', () => {
  const byName = new Map<string, string[]>();
  for (const folder of ['src', 'site'])
    for (const file of listFiles(join(root, folder)).filter((each) => each.endsWith('.ts')))
      for (const name of listExports(readFileSync(join(root, folder, file), 'utf8')))
        byName.set(name, [...(byName.get(name) ?? []), `${folder}/${file}`]);
  expect(byName.size).toBeGreaterThan(500);
  expect([...byName].filter(([, files]) => files.length > 1)).toEqual([]);
});

/** Neither the compiler nor a search for unused names looks at these. */
test('modules that are loaded by their address have the names that are asked for', async () => {
  const script = readFileSync(join(root, 'site/assets/compare.js'), 'utf8');
  const asked = [...script.matchAll(/\bcomparer\.(\w+)/g)].map(([, name]) => name);
  expect(asked.sort()).toEqual(Object.keys(await import('../src/changes/browser.ts')).sort());
  const loader = readFileSync(join(root, 'src/output/open-folder.ts'), 'utf8');
  const [, loaded = ''] = /const \{ (\w+) \}[^=]*= await import\(writer\)/.exec(loader) ?? [];
  expect(Object.keys(await import('../src/compose/write-pages.ts'))).toContain(loaded);
});

function listExports(text: string): readonly string[] {
  const declarations = text.matchAll(
    /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm,
  );
  return [...declarations].flatMap(([, name]) => name ?? []);
}
