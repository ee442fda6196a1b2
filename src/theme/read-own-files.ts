import { createDiagnostic, readTextFile } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { NamedTexts } from './built-in-files.ts';
import type { ThemeFolder } from './list-theme-folder.ts';

/** The theme's files with the site's: files of `assets/` replace or join them, `styles.css` goes on where the style sheet ends. */
export async function readOwnFiles(
  { root, dir, hasStyles, assets }: ThemeFolder,
  builtIn: NamedTexts,
): Promise<Result<NamedTexts>> {
  const texts = new Map(builtIn);
  const diagnostics: Diagnostic[] = [];
  for (const name of assets) {
    const text = await read(`${dir}/assets/${name}`);
    if (text !== undefined) texts.set(name, text);
  }
  if (hasStyles) {
    const own = await read(`${dir}/styles.css`);
    texts.set('styles.css', `${texts.get('styles.css')}${own ?? ''}`);
  }
  return { value: texts, diagnostics };

  async function read(path: string): Promise<string | undefined> {
    const outcome = await readTextFile(root, path);
    if ('file' in outcome) return outcome.file.text;
    const { kind, ...fault } = outcome.fault;
    diagnostics.push(createDiagnostic({ ...fault, code: `theme/${kind}`, severity: 'error' }));
    return undefined;
  }
}
