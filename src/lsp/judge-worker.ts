import { readSetup } from '../config/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { openSourceFolder, readFiles } from '../load/index.ts';
import { judgeAddresses, judgeSiteLinks, judgeTracks } from '../navigation/index.ts';
import { openHeads } from '../record/index.ts';
import { openAddressBook } from '../redirects/index.ts';
import { checkSources } from '../rules/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { createKeyResolver, openWorkspace, type Workspace } from '../workspace/index.ts';
import type { JudgeRequest } from './judge-sources.ts';
import { layOpenTexts } from './lay-open-texts.ts';

tuneV8();

/** What all sources of a site show, read by a process beside the one that answers the editor. */
async function judgeAll({ root, cache, open }: JudgeRequest): Promise<readonly Diagnostic[]> {
  const { value: setup } = await readSetup({ root });
  if (setup === undefined) return [];
  const { heads } = openHeads(cache, root);
  // Nothing is said of the days of files, and git takes long to tell them.
  const { lastUpdated: _, ...config } = setup.config;
  const read = await readFiles(config, openSourceFolder(root), heads);
  const workspace = openWorkspace(setup, layOpenTexts(read, open, setup), { renderMarkdown: renderNothing });
  return [...(await checkSources(workspace)), ...judgeNames(workspace)];
}

/** Names in frontmatter and data that lead to nothing. */
function judgeNames(workspace: Workspace): readonly Diagnostic[] {
  const { resolver } = createKeyResolver(workspace, workspace.corpus);
  const redirects = openAddressBook(workspace);
  const scope = {
    ...workspace,
    corpus: workspace.corpus,
    redirects,
    resolveWording: resolver.resolveWording,
  };
  return [...judgeAddresses(scope), ...judgeTracks(scope), ...judgeSiteLinks(scope)];
}

function renderNothing(): Promise<never> {
  return Promise.reject(new Error('Sources are judged without rendering them.'));
}

// Whoever asked for it is gone.
process.on('disconnect', () => process.exit());
process.once('message', (request: JudgeRequest) => {
  judgeAll(request).then(
    (found) => process.send?.(found, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () =>
        process.exit(1),
      );
    },
  );
});
