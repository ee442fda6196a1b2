import type { Place, Source } from '../diagnostics/index.ts';
import { createSet, hasVersion, type Version, type VersionSet } from '../versions/index.ts';
import { isChosen, orderOperations } from './choose-operations.ts';
import { listIds, nameAnchors } from './name-anchors.ts';
import { slugName } from './read-spec.ts';
import type { ReferenceRequest, SpecTag, WrittenReference } from './types.ts';
import { containMarkdown } from './write/contain-markdown.ts';
import { escapeLiquid, replacePassages } from './write/escape.ts';
import { createLanguageMarker } from './write/mark-language.ts';
import {
  escapeTitle,
  type OperationPart,
  type OperationTools,
  type WrittenOperation,
  writeHeading,
  writeOperation,
} from './write/write-operation.ts';

/**
 * The operations of an article over all its versions as Markdown with Liquid. What is the same in several versions is written once;
 * what differs stands under the condition of its versions. Each operation is a text that a `data` tag brings in, as is each
 * description inside of it, so that whatever is found in it later has its place in the file of the API.
 */
export function writeReference(
  { specs, choice, members, ownText }: ReferenceRequest,
  tools: Omit<OperationTools, 'spec' | 'here' | 'anchors'>,
): WrittenReference {
  const files = new Map(
    specs.map(({ spec }) => [
      spec,
      createSet(specs.flatMap((each) => (each.spec === spec ? [each.version] : []))),
    ]),
  );
  const tags = joinTags([...files.keys()].map((spec) => spec.tags));
  const taken = [...listIds(ownText), ...tags.map(nameTag)];
  const chosen = [...files].map(([spec, set]) => {
    const operations = spec.operations.filter((each) => isChosen(each, choice));
    return {
      spec,
      set,
      operations: new Map(operations.map((each) => [each.id, each])),
      anchors: nameAnchors(operations, taken),
    };
  });
  const groups = orderOperations(
    chosen.map(({ operations }) => [...operations.values()]),
    choice,
    tags,
  );
  const level = groups.length > 1 ? 3 : 2;
  const passages = new Map<string, Source>();
  const mark = createLanguageMarker(tools.sourceLanguage);
  const blocks = groups.flatMap(({ tag, ids }) => {
    const found = chosen.filter(({ operations }) => ids.some((id) => operations.has(id)));
    const heading = tag === undefined ? [] : [wrap(writeTag(tag), unite(found.map(({ set }) => set)))];
    return [...heading, ...ids.flatMap(writeVersions)];
  });
  return { text: blocks.join('\n\n'), passages };

  /** An operation under the versions that have it; each of its parts under those in which it is the same. */
  function writeVersions(id: string): readonly string[] {
    const versions = chosen.flatMap(({ spec, set, operations, anchors }) => {
      const operation = operations.get(id);
      return operation === undefined
        ? []
        : [
            {
              set,
              ...writeOperation(operation, level, {
                ...tools,
                spec,
                here: new Set(operations.keys()),
                anchors,
              }),
            },
          ];
    });
    const all = unite(versions.map(({ set }) => set));
    const keys = orderKeys(versions.map(({ parts }) => parts.map(({ key }) => key)));
    const text = keys.flatMap((key) => writePart(key, versions, all)).join('\n\n');
    return [wrap(text, all)];
  }

  function writePart(
    key: string,
    versions: readonly (WrittenOperation & { readonly set: VersionSet })[],
    all: VersionSet,
  ): readonly string[] {
    const texts = new Map<string, { readonly part: OperationPart; readonly place: Place; set: VersionSet }>();
    for (const { parts, place, set } of versions) {
      const part = parts.find((each) => each.key === key);
      if (part === undefined) continue;
      const signature = replacePassages(part.text, (at) => `\uE000${part.passages[at]?.text}\uE001`);
      const known = texts.get(signature);
      if (known === undefined) texts.set(signature, { part, place, set });
      else known.set |= set;
    }
    return [...texts.values()].map(({ part, place, set }) => {
      const text = bringIn(part, place);
      return set === all ? text : wrap(text, set);
    });
  }

  function bringIn({ text, passages: own }: OperationPart, place: Place): string {
    const named = own.map(add);
    return add({ text: replacePassages(text, (at) => named[at] ?? ''), place, verbatim: false });
  }

  function add(source: Source): string {
    const reference = `rest.${passages.size + 1}`;
    passages.set(reference, source);
    return `{% data ${reference} %}`;
  }

  function writeTag(tag: SpecTag): string {
    const { name, description } = tag;
    const heading = escapeLiquid(writeHeading(2, nameTag(tag), mark(escapeTitle(name), undefined, 'span')));
    if (description === undefined) return heading;
    const text = escapeLiquid(containMarkdown(description.text));
    const source =
      text === description.text ? description : { text, place: description.place, verbatim: false };
    return `${heading}\n\n${mark(add(source), description.place, 'div')}`;
  }

  function wrap(text: string, set: VersionSet): string {
    if (members.every((version) => hasVersion(set, version))) return text;
    return listConditions(set, members)
      .map((condition) => `{% ifversion ${condition} %}\n\n${text}\n\n{% endif %}`)
      .join('\n\n');
  }
}

/** Id of the heading of a tag. */
function nameTag({ name }: SpecTag): string {
  return `tag-${slugName(name)}`;
}

/** Parts in the order of the first that has them; what it lacks stands where it stands in another. */
function orderKeys(lists: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = [];
  for (const list of lists)
    for (const [at, key] of list.entries())
      if (!order.includes(key)) order.splice(order.indexOf(list[at - 1] ?? '') + 1, 0, key);
  return order;
}

function unite(sets: readonly VersionSet[]): VersionSet {
  return sets.reduce((all, set) => all | set, 0n);
}

/**
 * Conditions one of which holds for each of some versions of an article, and none for the others. Mostly it is one: that a plan
 * stands for its preview too has to be said apart.
 */
function listConditions(set: VersionSet, members: readonly Version[]): readonly string[] {
  const names: string[] = [];
  const apart: string[] = [];
  for (const plan of new Set(members.map((version) => version.plan))) {
    const ofPlan = members.filter((version) => version.plan === plan);
    const inside = ofPlan.filter((version) => hasVersion(set, version));
    if (inside.length === ofPlan.length) names.push(plan.short);
    else
      for (const { number, isPreview } of inside) {
        if (isPreview) names.push(`${plan.short}-next`);
        else if (number !== undefined) names.push(`${plan.short} = ${number}`);
        else apart.push(`${plan.short} and not ${plan.short}-next`);
      }
  }
  return [...(names.length > 0 ? [[...new Set(names)].join(' or ')] : []), ...apart];
}

function joinTags(lists: readonly (readonly SpecTag[])[]): readonly SpecTag[] {
  const tags = new Map<string, SpecTag>();
  for (const tag of lists.flat()) if (tags.get(tag.name)?.description === undefined) tags.set(tag.name, tag);
  return [...tags.values()];
}
