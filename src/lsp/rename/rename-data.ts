import { findReusable } from '../../load/index.ts';
import { findReferences } from '../../queries/index.ts';
import { listFeatureFiles } from '../answers/definition.ts';
import { createLines, offsetOfPlace } from '../text/text-lines.ts';
import { findUses } from '../things/find-uses.ts';
import type { RenamePlan, RenameScope, SpanEdit } from './types.ts';

const NAME = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;

/** A reusable with its files in all languages, or a key of a YAML file in all languages. */
export function renameData(scope: RenameScope, name: string, wanted: string): RenamePlan {
  const { workspace } = scope.edited;
  const { data } = workspace.corpus;
  const folder = name.slice(0, name.lastIndexOf('.'));
  const next = wanted.includes('.') ? wanted.replaceAll('/', '.') : `${folder}.${wanted}`;
  if (!NAME.test(next))
    return { refused: `'${wanted}' cannot be a name: use letters, digits, '_' and '-', with dots between.` };
  if (next.split('.')[0] !== name.split('.')[0])
    return { refused: `The new name must begin with '${name.split('.')[0]}.'.` };
  if (data.find(next, workspace.sourceLanguage) !== undefined)
    return { refused: `'${next}' already exists.` };
  const owners = [...data.parts.values()].flatMap(({ sources }) => sources.get(name) ?? []);
  const files = [...new Set(owners.map(({ place }) => place.file))];
  const computed = findComputedUse(scope, files);
  if (computed !== undefined) return { refused: computed };
  const uses = editUses(scope, { kind: 'data', name }, (written) =>
    written.includes('/') ? next.replaceAll('.', '/') : next,
  );
  if (files.every((file) => findReusable(workspace.config, file) === name)) {
    const path = (each: string) => `${each.replaceAll('.', '/')}.md`;
    const moves = files.map((file) => ({ from: file, to: file.replace(path(name), path(next)) }));
    const lost = moves.find(({ from, to }) => from === to);
    return lost === undefined
      ? { edits: uses, moves }
      : { refused: `The name of '${lost.from}' is not that of the reusable, so it cannot follow.` };
  }
  if (next.slice(0, next.lastIndexOf('.')) !== folder)
    return { refused: `'${name}' is a key of ${files[0]}: only its last part can change.` };
  const keys = owners.map(({ place }) => editKey(scope, place, name, next));
  const missing = keys.indexOf(undefined);
  if (missing !== -1)
    return {
      refused: `The key of '${name}' in ${files[missing] ?? files[0]} is not written on a line of its own.`,
    };
  return { edits: [...uses, ...keys.filter((key) => key !== undefined)], moves: [] };
}

export function renameFeature(scope: RenameScope, name: string, wanted: string): RenamePlan {
  const { workspace } = scope.edited;
  const { config, corpus } = workspace;
  if (!/^[\p{L}\p{N}_-]+$/u.test(wanted))
    return { refused: `'${wanted}' cannot be the name of a feature: use letters, digits, '_' and '-'.` };
  const isTaken =
    corpus.features.has(wanted) || config.plans.some(({ short, id }) => short === wanted || id === wanted);
  if (isTaken) return { refused: `'${wanted}' already exists.` };
  const files = listFeatureFiles(workspace, name);
  const computed = findComputedUse(scope, files);
  if (computed !== undefined) return { refused: computed };
  const moves = files.map((file) => ({ from: file, to: file.replace(/[^/]+(\.ya?ml)$/, `${wanted}$1`) }));
  return { edits: editUses(scope, { kind: 'feature', name }, () => wanted), moves };
}

function editUses(
  scope: RenameScope,
  thing: Parameters<typeof findUses>[1],
  write: (written: string) => string,
): readonly SpanEdit[] {
  return findUses(scope, thing).map(({ file, mark }) => ({
    file,
    start: mark.start,
    end: mark.end,
    text: write(mark.name),
  }));
}

/** A text that may ask for the files by a name which Liquid makes: nobody can find that use. */
function findComputedUse(
  { edited: { workspace } }: RenameScope,
  files: readonly string[],
): string | undefined {
  const { findComputedDirectly } = findReferences(workspace.files, workspace.config);
  for (const [file, text] of workspace.files.texts) {
    const found = findComputedDirectly(text);
    if (files.some((each) => found.has(each)))
      return `${file} refers to it by a name that Liquid computes, so not every use can be found.`;
  }
  return undefined;
}

/** The key stands on the line of its value, or on the nearest one above that begins with it. */
function editKey(
  { edited: { workspace } }: RenameScope,
  place: { readonly file: string; readonly line: number; readonly column: number },
  name: string,
  next: string,
): SpanEdit | undefined {
  const text = workspace.files.texts.get(place.file) ?? '';
  const [key = '', fresh = ''] = [name, next].map((each) => each.split('.').at(-1) ?? '');
  const lines = createLines(text);
  const end = offsetOfPlace(lines, place);
  const pattern = new RegExp(`^[ \\t]*["']?(${key.replace(/[^\w]/g, '\\$&')})["']?[ \\t]*:`, 'gm');
  const [match] = [...text.slice(0, end).matchAll(pattern)].slice(-1);
  if (match === undefined) return undefined;
  const start = match.index + match[0].indexOf(key);
  return { file: place.file, start, end: start + key.length, text: fresh };
}
