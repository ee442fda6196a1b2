import { createHash } from 'node:crypto';
import type { Presence, SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { addPresenceStyles } from './add-presence-styles.ts';
import { type NamedTexts, readBuiltInFiles } from './built-in-files.ts';
import { listThemeFolder, type ThemeFolder } from './list-theme-folder.ts';
import { readOwnFiles } from './read-own-files.ts';
import type { Theme, ThemeFile } from './types.ts';

/** The theme of a site. What is wrong in its own folder is left out, so that there is always a whole theme. */
export async function readTheme(config: ThemedConfig): Promise<Result<Theme>> {
  const { root, theme } = config;
  const builtIn = addOrigin(await addPresenceStyles(await readBuiltInFiles(), config), config);
  const diagnostics: Diagnostic[] = [...(await judgeFiles(config))];
  if (theme === undefined) return { value: { templates: undefined, files: publish(builtIn) }, diagnostics };
  const folder = await listThemeFolder(root, theme, (fault) => diagnostics.push(fault));
  const files = await readOwnFiles(folder, builtIn);
  const templates = await readTemplates(folder);
  return {
    value: { templates: templates.value, files: publish(files.value) },
    diagnostics: [...diagnostics, ...files.diagnostics, ...templates.diagnostics],
  };
}

/** Loads what looks at pictures and fonts only for sites that name some. */
async function judgeFiles(config: ThemedConfig): Promise<readonly Diagnostic[]> {
  if ((config.logo ?? config.favicon ?? config.fonts) === undefined) return [];
  const { judgeNamedFiles } = await import('./judge-named-files.ts');
  return judgeNamedFiles(config);
}

/** Loads the built-in templates only for those that stand in for them: a build with nothing to do needs none. */
async function readTemplates(folder: ThemeFolder): Promise<Result<Theme['templates']>> {
  if (folder.templates.length === 0) return { value: undefined, diagnostics: [] };
  const { readOwnTemplates } = await import('./read-own-templates.ts');
  return readOwnTemplates(folder);
}

type ThemedConfig = Pick<SiteConfig, 'root' | 'theme' | 'baseUrl' | keyof Presence>;

/** The style sheet with the host of the site, so that printed pages can spell out links within it. */
function addOrigin(texts: NamedTexts, { baseUrl }: ThemedConfig): NamedTexts {
  const styles = `${texts.get('styles.css')}:root{--origin:"${new URL(baseUrl).origin}"}\n`;
  return new Map([...texts, ['styles.css', styles]]);
}

function publish(texts: NamedTexts): readonly ThemeFile[] {
  return [...texts].map(([name, text]) => ({ name, output: `theme/${addHash(name, text)}`, text }));
}

function addHash(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return name.replace(/(?=\.\w+$)/, `.${hash}`);
}
