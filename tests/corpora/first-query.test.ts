import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildForReport, repository } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { weighFirstQuery } from '../search/weigh-first-query.ts';

/** 1,400 real articles of 2020, in a folder beside this repository: what a reader loads grows with the site. */
const root = join(repository, '../shared/corpora/docs-2020');
const isThere = existsSync(join(root, 'data/site.yml'));
if (!isThere) console.warn('tests/corpora: skipped, for ../shared/corpora/docs-2020 is not there.');

/** The most that a first query may cost: program, list of the index, its pieces and four results, as they are sent. */
const MOST = 100_000;

const queries = [
  'create a repository',
  'ssh key',
  'delete branch',
  'two factor authentication',
  'personal access token',
  'github actions workflow syntax',
  'publish npm package',
  'docker container registry',
  'protected branches',
  'pull request review',
  'merge conflict',
  'fork a repository',
  'github pages custom domain',
  'codeowners',
  'webhooks',
  'rest api authentication',
  'graphql query',
  'billing plan',
  'change my username',
  'commit signing gpg',
  'revert a commit',
  'git lfs large files',
  'dependabot security updates',
  'code scanning codeql',
  'secret scanning',
  'self-hosted runner',
  'environment variables',
  'encrypted secrets',
  'organization members permissions',
  'saml single sign-on',
  'transfer ownership of a repository',
  'issue template',
  'project board automation',
  'markdown formatting',
  'clone a repository with github desktop',
  'cache dependencies to speed up workflows',
  'how do I reset my password',
  'invite collaborators to a personal repository',
  'rate limit',
  'managing deploy keys',
  'adding an existing project to github using the command line',
  'classroom assignment',
  'sponsors payout',
  'audit log',
  'search issues and pull requests',
  'close an issue with a keyword',
  'status checks before merging',
  'enterprise license',
  'api',
  'github',
  'repository',
  'about notifications',
  'configure email notification settings for your account',
  'resolving merge conflicts on the command line between branches',
  'changing the visibility of a repository',
  'creating a pull request from a fork',
  'setting repository visibility for an organization',
  'add a new user to an enterprise account',
  'how to create a new repository on github',
  'viewing a list of your organization members',
];

describe.skipIf(!isThere)('the first query of a reader', () => {
  let out = '';
  beforeAll(async () => {
    const folder = createFolder();
    out = join(folder, 'site');
    await buildForReport(['--root', root, '--out', out, '--keep-going', '--version=fpt']);
    return () => removeFolder(folder);
  }, 600_000);

  test.each(queries)('%s, loads at most 100 KB', async (query) => {
    const { bytes, total } = await weighFirstQuery(out, 'en/free-pro-team@latest', query);
    expect(total).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MOST);
  });
});
