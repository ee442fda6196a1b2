import { join } from 'node:path';
import type { Place } from '../diagnostics/index.ts';

/** Addresses by which editors open a place; `{file}` is absolute. */
export const EDITORS: Readonly<Record<string, string>> = {
  vscode: 'vscode://file/{file}:{line}:{column}',
  'vscode-insiders': 'vscode-insiders://file/{file}:{line}:{column}',
  cursor: 'cursor://file/{file}:{line}:{column}',
  vscodium: 'vscodium://file/{file}:{line}:{column}',
  zed: 'zed://file/{file}:{line}:{column}',
  idea: 'idea://open?file=/{file}&line={line}&column={column}',
  sublime: 'subl://open?url=file:///{file}&line={line}&column={column}',
  textmate: 'txmt://open?url=file:///{file}&line={line}&column={column}',
};

/** The address that opens a place of a site in an editor. */
export type LinkToEditor = (place: Place) => string;

export function createEditorLinks(root: string, template: string): LinkToEditor {
  return ({ file, line, column }) => {
    const path = join(root, file).replaceAll('\\', '/').replace(/^\//, '');
    const names: Readonly<Record<string, string>> = {
      file: path
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/^([a-z])%3A/i, '$1:'),
      line: String(line),
      column: String(column),
    };
    return template.replace(/\{(file|line|column)\}/g, (_, name: string) => names[name] ?? '');
  };
}
