import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What `npm run mutants` changes, and the tests that have to notice. A file is in one area; tests are those of its stage, which run in
 * seconds. Patterns are Stryker's: `!` takes files out.
 */
export const areas = {
  versions: {
    mutate: ['src/versions/**/*.ts'],
    tests: listTests('tests/versions'),
  },
  simplification: {
    mutate: [
      'src/codemod/{cut-tags,decide-tag,rewrite-conditions,simplify-site,tidy-cuts,written-condition}.ts',
    ],
    tests: ['tests/codemod/add.test.ts', 'tests/codemod/drop.test.ts', 'tests/codemod/simplify.test.ts'],
  },
  paths: {
    mutate: [
      'src/config/parse-addresses.ts',
      'src/links/{parse-address,url}.ts',
      'src/load/{paths,permalink,reserved-name}.ts',
      'src/redirects/{fold-address,judge-old-address,parse-old-address}.ts',
    ],
    tests: [
      'tests/config/site-file.test.ts',
      'tests/links/absolute.test.ts',
      'tests/links/chosen-addresses.test.ts',
      'tests/links/link-pages.test.ts',
      'tests/links/parse-address.test.ts',
      'tests/load/translations.test.ts',
      'tests/load/tree.test.ts',
      'tests/redirects/aliases.test.ts',
      'tests/redirects/produce-redirects.test.ts',
    ],
  },
  redirects: {
    mutate: ['src/redirects/*.ts', '!src/redirects/{fold-address,judge-old-address,parse-old-address}.ts'],
    tests: [
      'tests/links/chosen-addresses.test.ts',
      'tests/redirects/aliases.test.ts',
      'tests/redirects/formats.test.ts',
      'tests/redirects/hosts.test.ts',
      'tests/redirects/produce-redirects.test.ts',
    ],
  },
  cleaning: {
    mutate: ['src/markdown/clean/*.ts'],
    tests: [
      'tests/markdown/allowed-html.test.ts',
      'tests/markdown/fence-classes.test.ts',
      'tests/markdown/unsafe-html.test.ts',
    ],
  },
};

function listTests(folder) {
  return readdirSync(join(import.meta.dirname, '..', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}
