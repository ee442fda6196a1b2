import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository, runProgram } from '../build/run-decant.ts';
import { createPackageFolder } from './package-folder.ts';

const settings = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: ['node'],
  },
  files: ['program.ts'],
};

async function check(program: string): Promise<{ status: number; stdout: string }> {
  const folder = createPackageFolder('smallest');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'program.ts'), program);
  const { status, stdout } = await runProgram(
    process.execPath,
    [join(repository, 'node_modules/typescript/bin/tsc'), '-p', '.'],
    folder,
  );
  return { status, stdout };
}

it('a program in TypeScript compiles with the types of the package', async () => {
  const program = `
    import { build, buildPage, findVersions, joinPieces, listVersions, loadCorpus, readConfig, renderMarkdown, resolveArticle } from 'decant';
    import type { Article, Diagnostic, Page, Result, Site, SiteConfig, Version, VersionSet } from 'decant';

    const read: Result<SiteConfig | undefined> = await readConfig('.');
    const config = read.value;
    if (config === undefined) throw new Error(read.diagnostics.map(({ message }) => message).join());
    const versions: readonly Version[] = listVersions(config.plans);
    const corpus = (await loadCorpus(config, versions)).value;
    const article: Article | undefined = corpus.articles.get('tea');
    const sets: readonly VersionSet[] = resolveArticle(config, corpus, { path: 'tea' }).value.map((each) => each.versions);
    const [version] = findVersions(versions, 'cloud');
    if (version === undefined) throw new Error('There is no cloud.');
    const built = await buildPage(config, { path: 'tea', version, language: 'en', renderMarkdown, brokenLinks: 'error' });
    const page: Page | undefined = built.value.page;
    if (page !== undefined) console.log(joinPieces(page.body.rendering, page.body.fills), article?.path, sets);
    const whole = await build({ root: '.', out: '_site', versions: [version.name] });
    const site: Site | undefined = whole.value.site;
    const problems: readonly Diagnostic[] = whole.diagnostics;
    console.log(site?.figures.pages, problems.length);
  `;
  expect(await check(program)).toEqual({ status: 0, stdout: '' });
});

it('a program that uses the package wrongly does not compile', async () => {
  const program = `
    import { build } from 'decant';
    await build({ root: '.', versions: 'cloud' });
  `;
  const { status, stdout } = await check(program);
  expect(status).not.toBe(0);
  expect(stdout).toContain("error TS2322: Type 'string' is not assignable to type 'readonly string[]'");
});
