import type { Diagnostic } from '../diagnostics/index.ts';
import type { BranchFinding } from '../queries/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Mentions } from './list-mentions.ts';

/** What a rule may look at. */
export interface RuleScope extends Workspace {
  /** What all texts name, whatever the versions and languages asked for. Made when it is first asked for. */
  readonly mentions: Mentions;
  /** Branches and conditions that say less than they seem to. Found when they are first asked for. */
  readonly branches: Promise<readonly BranchFinding[]>;
}

/** One thing that `decant check` looks for beside what a build says. Its words for people stand in the table of codes. */
export interface Rule {
  /** A row of the table of codes. */
  readonly code: string;
  check(scope: RuleScope): Iterable<Finding> | Promise<Iterable<Finding>>;
}

/** A mistake as a rule finds it: code and severity are those of the rule. */
export interface Finding extends Pick<Diagnostic, 'message' | 'hint' | 'place' | 'end' | 'fixes'> {
  readonly via?: Diagnostic['via'];
  readonly versions?: Diagnostic['versions'];
  readonly languages?: Diagnostic['languages'];
}
