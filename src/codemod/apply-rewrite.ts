import { createSetup, type SiteConfig } from '../config/index.ts';
import type { SiteFiles } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { openWorkspace, type Workspace } from '../workspace/index.ts';
import { applySourceEdits } from './source-edits.ts';
import type { Rewrite } from './types.ts';

/** The files as a rewrite leaves them. */
export function applyRewrite(
  files: SiteFiles,
  { edits, deleted }: Pick<Rewrite, 'edits' | 'deleted'>,
): SiteFiles {
  const gone = new Set(deleted);
  const texts = [...files.texts]
    .filter(([file]) => !gone.has(file))
    .map(([file, text]) => [file, applySourceEdits(text, edits.get(file) ?? [])] as const);
  return { ...files, texts: new Map(texts) };
}

/** A workspace of every version, previews included, in every language. */
export function openWhole(config: SiteConfig, files: SiteFiles, renderMarkdown: RenderMarkdown): Workspace {
  const versions = createSetup(config).versions.map(({ name }) => name);
  return openWorkspace(
    createSetup(config, { versions }),
    { value: files, diagnostics: [] },
    { renderMarkdown },
  );
}

/** A site of which every version counts. */
export function widenSource({ config, files }: SiteSource): SiteSource {
  return { ...createSetup(config), files };
}
