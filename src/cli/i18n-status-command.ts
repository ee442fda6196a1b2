import { posix } from 'node:path';
import { readSetup } from '../config/index.ts';
import { createRenderer, type RendererOptions } from '../create-renderer.ts';
import { readFiles } from '../load/index.ts';
import { readTranslationStatus } from '../queries/index.ts';
import { readHistory } from '../sources/index.ts';
import { openWorkspace } from '../workspace/index.ts';
import { formatTranslationStatus } from './format-translation-status.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** `decant i18n status`: what there is to do for translators. 1 where there is something. */
export async function runI18nStatus(
  options: Pick<Options, 'root' | 'versions' | 'languages' | 'json' | 'quiet' | 'cache' | 'parser'> &
    Pick<RendererOptions, 'workers'>,
  reporter: Reporter,
): Promise<number> {
  const { value: setup, diagnostics } = await readSetup(options);
  if (setup === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return 2;
  }
  reporter.phase('reading');
  const files = await readFiles(setup.config);
  const renderer = createRenderer({ ...options, onNote: reporter.note });
  const workspace = openWorkspace(setup, files, { ...renderer, onPhase: reporter.phase });
  const { config, sourceLanguage } = setup;
  reporter.phase('asking git');
  const folders = config.languages
    .filter(({ code }) => code !== sourceLanguage)
    .flatMap(({ dir }) => ['content', 'data'].map((name) => posix.join(dir, name)));
  const history = await readHistory(config.root, folders);
  const status = await readTranslationStatus(workspace, history).finally(() => renderer.close());
  const todo = status.files.filter(({ state }) => state !== 'current' && state !== 'unknown');
  for (const note of status.notes) reporter.note(`decant: ${note}`);
  reporter.summary(formatTranslationStatus(status));
  reporter.json({ languages: status.languages, files: status.files, notes: status.notes });
  return todo.length > 0 ? 1 : 0;
}
