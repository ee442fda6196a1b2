import type { Plan } from '../config/types.ts';

/** A plan at a release. The order of the list is the order of the picker and of fallback. */
export interface Version {
  /** Position in the list, and the bit of this version in a `VersionSet`. */
  readonly index: number;
  /** `enterprise-server@3.2`, `free-pro-team@latest`, `github-ae@next`. */
  readonly id: string;
  /** Name on the command line and in diagnostics: `ghes-3.2`, `fpt`, `ghae-next`. */
  readonly name: string;
  readonly plan: Plan;
  /** `3.2`, `latest` for a plan without numbers, `next` for a preview. */
  readonly release: string;
  /** Number a condition compares with; undefined for a plan without numbers. For a numbered preview, the coming number. */
  readonly number?: string;
  /** A preview of a coming release: built only when asked for. */
  readonly isPreview: boolean;
  /** What its addresses begin with, as the site file has it; may hold slashes, and is empty for the newest release of the default plan: `enterprise-server@3.2`. */
  readonly segment: string;
  /** For readers: `Enterprise Server 3.2`. */
  readonly title: string;
}

/** A set of versions, one bit for each `Version.index`. What a condition, a page list, a link or a diagnostic is true for. */
export type VersionSet = bigint;

/** A mistake inside a condition; `offset` counts in its text. */
export interface PredicateProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
}

/** A mistake in a `versions` map: in one of its keys, in the value there, or in the entry of it that `at` counts to. */
export type VersionMapProblem = Omit<PredicateProblem, 'offset'> & {
  readonly key: string;
  readonly of: 'key' | 'value';
  readonly at?: number;
};

/**
 * The syntax tree of a condition. `offset` counts in its text. In a tree that `parseCondition` made, the left side of
 * `and` and `or` is a single operand, since conditions group from the right.
 */
export type Condition =
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | {
      readonly kind: 'comparison';
      readonly plan: string;
      readonly operator: Operator;
      readonly release: string;
      readonly offset: number;
    }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

export type Operator = '=' | '!=' | '<' | '>';

/** A condition as written, and what is wrong with it; one with an error has no tree. */
export interface ParsedCondition {
  readonly condition: Condition | undefined;
  readonly problems: readonly PredicateProblem[];
}

/** The versions a condition is true for, beside its tree and what is wrong with it. */
export interface Predicate extends ParsedCondition {
  readonly versions: VersionSet;
}

/** Every name a condition may use, with the versions it is true for: plans, `PLAN-next`, features. */
export type Names = ReadonlyMap<string, VersionSet>;
