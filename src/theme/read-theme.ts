import { createHash } from 'node:crypto';
import { builtInTemplates } from '../../site/templates.ts';
import type { SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { readBuiltInFiles } from './built-in-files.ts';
import { listThemeFolder } from './list-theme-folder.ts';
import { readOwnFiles } from './read-own-files.ts';
import { readOwnTemplates } from './read-own-templates.ts';
import type { Theme, ThemeFile } from './types.ts';

/** The theme of a site. What is wrong in its own folder is left out, so that there is always a whole theme. */
export async function readTheme({ root, theme }: Pick<SiteConfig, 'root' | 'theme'>): Promise<Result<Theme>> {
  const builtIn = await readBuiltInFiles();
  if (theme === undefined) {
    return { value: { templates: builtInTemplates, files: publish(builtIn) }, diagnostics: [] };
  }
  const diagnostics: Diagnostic[] = [];
  const folder = await listThemeFolder(root, theme, (fault) => diagnostics.push(fault));
  const files = await readOwnFiles(folder, builtIn);
  const templates = await readOwnTemplates(folder);
  return {
    value: { templates: templates.value, files: publish(files.value) },
    diagnostics: [...diagnostics, ...files.diagnostics, ...templates.diagnostics],
  };
}

function publish(texts: ReadonlyMap<string, string>): readonly ThemeFile[] {
  return [...texts].map(([name, text]) => ({ name, output: `theme/${addHash(name, text)}`, text }));
}

function addHash(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return name.replace(/(?=\.\w+$)/, `.${hash}`);
}
