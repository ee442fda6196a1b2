import type { ReportFault } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import type { Operation, OperationChoice, PlacedName, Spec, SpecTag } from './types.ts';

/** Whether an article shows an operation. */
export function isChosen(operation: Operation, { tags, paths, operations }: OperationChoice): boolean {
  if (tags.length + paths.length + operations.length === 0) return true;
  return (
    tags.some(({ name }) => operation.tags.includes(name)) ||
    paths.some(({ name }) => isBelow(operation.path, name)) ||
    operations.some(({ name }) => isNamed(operation, name))
  );
}

/** Reports names of a choice that stand for no operation in any of some files. */
export function checkChoice(choice: OperationChoice, specs: readonly Spec[], report: ReportFault): void {
  const all = specs.flatMap(({ operations }) => operations);
  check(
    choice.tags,
    'tag',
    all.flatMap(({ tags }) => tags),
    (each, name) => each.tags.includes(name),
  );
  check(
    choice.paths,
    'path',
    all.map(({ path }) => path),
    (each, name) => isBelow(each.path, name),
  );
  check(
    choice.operations,
    'operation',
    all.flatMap((each) => each.operationId ?? []),
    isNamed,
  );

  function check(
    names: readonly PlacedName[],
    kind: string,
    candidates: readonly string[],
    matches: (operation: Operation, name: string) => boolean,
  ): void {
    for (const { name, place } of names) {
      if (all.some((operation) => matches(operation, name))) continue;
      const nearest = findNearest(name, new Set(candidates));
      const some = [...new Set(candidates)].slice(0, 3).map((each) => `'${each}'`);
      report({
        code: 'rest/unknown-choice',
        severity: 'warning',
        message: `No operation of the files of this article has the ${kind} '${name}'.`,
        hint:
          nearest !== undefined
            ? `Did you mean '${nearest}'?`
            : some.length > 0
              ? `There are ${some.join(', ')}.`
              : 'Remove it.',
        place,
      });
    }
  }
}

/** Operations under a tag, under their own heading where an article shows several. */
export interface OperationGroup {
  readonly tag: SpecTag | undefined;
  /** Ids, in order. */
  readonly ids: readonly string[];
}

/**
 * The operations of several versions in one order: that of the first file, and what it lacks behind what stands before it in the
 * files that have it. Grouped by the first of their tags that the article asks for.
 */
export function orderOperations(
  files: readonly (readonly Operation[])[],
  choice: OperationChoice,
  tags: readonly SpecTag[],
): readonly OperationGroup[] {
  const order: string[] = [];
  const known = new Map<string, Operation>();
  for (const operations of files) {
    let before: string | undefined;
    for (const operation of operations) {
      if (!known.has(operation.id)) {
        const at = before === undefined ? 0 : order.indexOf(before) + 1;
        order.splice(at, 0, operation.id);
        known.set(operation.id, operation);
      }
      before = operation.id;
    }
  }
  const wanted = new Set(choice.tags.map(({ name }) => name));
  const groups = new Map<string, string[]>();
  for (const id of order) {
    const own = known.get(id)?.tags ?? [];
    const tag = own.find((each) => wanted.has(each)) ?? own[0] ?? '';
    const group = groups.get(tag) ?? [];
    groups.set(tag, group);
    group.push(id);
  }
  const ranks = new Map(tags.map(({ name }, at) => [name, at]));
  const rank = (name: string) => (name === '' ? -1 : (ranks.get(name) ?? tags.length));
  return [...groups]
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([name, ids]) => ({
      tag:
        groups.size === 1 || name === ''
          ? undefined
          : (tags.find((tag) => tag.name === name) ?? { name, description: undefined }),
      ids,
    }));
}

function isBelow(path: string, begin: string): boolean {
  const folder = begin.replace(/(?<!\/)\/+$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

/** By its operationId, or by method and path: `GET /packages/{id}`. */
function isNamed({ operationId, method, path }: Operation, name: string): boolean {
  return (
    operationId === name || `${method} ${path}` === name.replace(/^[A-Za-z]+/, (word) => word.toLowerCase())
  );
}
