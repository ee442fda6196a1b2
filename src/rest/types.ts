import type { YamlMap } from '../config/index.ts';
import type { Place, Source } from '../diagnostics/types.ts';
import type { Version } from '../versions/types.ts';

/** The methods that an operation may have, in the order in which a reference shows them. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options' | 'trace' | 'query';

/** One operation of a file, as a reference tells of it. */
export interface Operation {
  /** Id of its heading: the same in every version that has it. */
  readonly id: string;
  /** What the file calls it; undefined where it has no name. */
  readonly operationId: string | undefined;
  readonly method: Method;
  /** That of the address; the name of a webhook. */
  readonly path: string;
  /** Whether the server calls, and readers answer. */
  readonly isWebhook?: true;
  readonly tags: readonly string[];
  readonly value: YamlMap;
  /** What stands around it: parameters and servers of its path. */
  readonly pathItem: YamlMap;
  readonly place: Place;
}

/** A group of operations, as a file describes it. */
export interface SpecTag {
  readonly name: string;
  readonly description: Source | undefined;
}

/** One file of `data/rest/` that describes an API. */
export interface Spec {
  readonly path: string;
  readonly root: YamlMap;
  readonly operations: readonly Operation[];
  readonly tags: readonly SpecTag[];
}

/** Which operations an article shows: those that any of the lists names; all where there is none. */
export interface OperationChoice {
  readonly tags: readonly PlacedName[];
  /** Begins of paths, up to a slash or the end. */
  readonly paths: readonly PlacedName[];
  readonly operations: readonly PlacedName[];
}

/** A name with the place that it stands at. */
export interface PlacedName {
  readonly name: string;
  readonly place: Place;
}

/** What an article asks of the files of its versions. */
export interface ReferenceRequest {
  readonly choice: OperationChoice;
  /** The versions that have a file, newest first. */
  readonly specs: readonly { readonly version: Version; readonly spec: Spec }[];
  /** All versions of the article: what holds for all of them needs no condition. */
  readonly members: readonly Version[];
  /** What the article says itself in the source language. */
  readonly ownText: string;
}

/** The operations of an article in a language: Markdown with Liquid, and the texts that its `data` tags name. */
export interface WrittenReference {
  readonly text: string;
  /** By reference: `rest.1`. */
  readonly passages: ReadonlyMap<string, Source>;
}
