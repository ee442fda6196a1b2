import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html, trust } from '../../site/html.ts';
import { builtInTemplates, type Override, type Templates } from '../../site/templates.ts';
import { formatWords } from '../../site/words.ts';
import { createDiagnostic, type Fault, readTextFile } from '../config/index.ts';
import { findNearest, type Result } from '../diagnostics/index.ts';
import type { ThemeFolder } from './list-theme-folder.ts';

type Name = keyof Templates;

/** The built-in templates with those of `templates/*.js` in their place. Loading a module runs it. */
export async function readOwnTemplates({
  root,
  dir,
  templates: names,
}: ThemeFolder): Promise<Result<Templates>> {
  const faults: Fault[] = [];
  let templates: Templates = builtInTemplates;
  for (const name of names) {
    const file = `${dir}/templates/${name}`;
    const key = findTemplate(name);
    const place = { file, line: 1, column: 1 };
    if (key === undefined) {
      faults.push({ ...describeUnknown(name), place });
      continue;
    }
    const loaded = await loadTemplate(root, file, key).catch(describeError);
    if (typeof loaded === 'string') {
      const message = `The template '${file}' cannot be used: ${loaded}.`;
      const hint = 'It exports a function: export const override = ({ html, original }) => (view) => …';
      faults.push({ code: 'theme/faulty-template', severity: 'error', message, hint, place });
    } else {
      templates = { ...templates, ...loaded };
    }
  }
  return { value: templates, diagnostics: faults.map(createDiagnostic) };
}

const FILES = new Map(
  Object.keys(builtInTemplates).map((key) => [
    `${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.js`,
    key as Name,
  ]),
);

function findTemplate(file: string): Name | undefined {
  return FILES.get(file);
}

function describeUnknown(file: string): Omit<Fault, 'place'> {
  const nearest = findNearest(file, [...FILES.keys()]);
  const hint =
    nearest === undefined
      ? "docs/content/guides/theming.md lists the templates; a module that they share has a name that begins with '_'."
      : `Did you mean '${nearest}'?`;
  return {
    code: 'theme/unknown-template',
    severity: 'error',
    message: `There is no template '${file}'.`,
    hint,
  };
}

/** What is wrong with it as a text where it cannot be used. */
async function loadTemplate(root: string, file: string, key: Name): Promise<Partial<Templates> | string> {
  const outcome = await readTextFile(root, file);
  if ('fault' in outcome) return outcome.fault.message;
  // Node keeps a module for ever; under another address it reads a changed one.
  const hash = createHash('sha256').update(outcome.file.text).digest('hex').slice(0, 10);
  const module: unknown = await import(`${pathToFileURL(join(root, file)).href}?${hash}`);
  const { override } = module as { readonly override?: Override };
  if (typeof override !== 'function') return "it exports no function 'override'";
  const template: unknown = override({ html, trust, formatWords, original: builtInTemplates[key] as never });
  if (typeof template !== 'function') return "its 'override' returns no function";
  return { [key]: nameFailures(template as (...args: unknown[]) => unknown, file) };
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}

/** The same template, whose exceptions say which file they come from. */
function nameFailures(template: (...args: unknown[]) => unknown, file: string) {
  return (...args: unknown[]): unknown => {
    try {
      return template(...args);
    } catch (error) {
      throw new Error(`The template '${file}' failed.`, { cause: error });
    }
  };
}
