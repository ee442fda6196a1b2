import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import { EMPTY_SET, type Predicate, type VersionSet } from '../../versions/index.ts';
import { getRun } from '../renderer.ts';
import { ask, type Run, report } from '../run.ts';
import { listHeadings } from './list-headings.ts';

/** A branch of the tag `ifversion`. */
export interface Branch {
  /** Undefined for `else`, which is always true. */
  readonly predicate: Predicate | undefined;
  /** Where the condition begins in the text. */
  readonly offset: number;
  readonly templates: Template[];
}

type TagClass = new (token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) => Tag;

/**
 * The class of `{% ifversion … %} … {% elsif … %} … {% else %} … {% endif %}`: the first branch whose condition holds
 * for the version. Versions that come to a condition that cannot be read get nothing of it, nor of the branches after it: nobody
 * knows whom these are for.
 */
export function createIfversionTag(parseCondition: (text: string) => Predicate): TagClass {
  return class IfversionTag extends Tag {
    readonly branches: Branch[] = [];
    readonly #conditions: readonly VersionSet[];

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remaining, liquid);
      this.#addBranch(token, parseCondition(token.args));
      const stream = parser.parseStream(remaining);
      stream
        .on('tag:elsif', (tag: TagToken) => this.#addBranch(tag, parseCondition(tag.args)))
        .on('tag:else', (tag: TagToken) => this.#addBranch(tag, undefined))
        .on('tag:endif', () => stream.stop())
        .on('template', (template: Template) => this.branches.at(-1)?.templates.push(template))
        .start();
      this.#conditions = findConditions(this.branches);
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const run = getRun(context);
      for (const branch of this.branches) reportProblems(run, branch);
      const chosen = this.branches.findIndex((branch) => !isReadable(branch) || isChosen(run, branch));
      const branch = this.branches[chosen];
      if (branch === undefined || !isReadable(branch)) return;
      const { templates } = branch;
      const outer = run.condition;
      const own = this.#conditions[chosen] ?? EMPTY_SET;
      run.condition = outer === undefined ? own : outer & own;
      try {
        yield this.liquid.renderer.renderTemplates(templates, context, emitter);
      } finally {
        run.condition = outer;
      }
    }

    #addBranch(tag: TagToken, predicate: Predicate | undefined): void {
      const offset = tag.contentRange[1] - tag.args.length;
      this.branches.push({ predicate, offset, templates: [] });
    }
  };
}

/**
 * The versions that get each branch. To a reader, branches with a heading in common are one section told in several
 * ways: each of them counts as there for the versions of all of them.
 */
function findConditions(branches: readonly Branch[]): readonly VersionSet[] {
  let rest = ~EMPTY_SET;
  const own = branches.map(({ predicate, templates }) => {
    const versions = rest & (predicate?.versions ?? ~EMPTY_SET);
    rest &= ~versions;
    return { versions, headings: listHeadings(templates) };
  });
  return own.map(({ versions, headings }) =>
    own
      .filter((other) => headings.some((heading) => other.headings.includes(heading)))
      .reduce((union, other) => union | other.versions, versions),
  );
}

function isChosen(run: Run, { predicate }: Branch): boolean {
  return predicate === undefined || ask(run, predicate.versions);
}

function isReadable({ predicate }: Branch): boolean {
  return predicate === undefined || predicate.problems.every(({ severity }) => severity !== 'error');
}

/** Those of a condition nobody came to are told as well. */
function reportProblems(run: Run, { predicate, offset }: Branch): void {
  for (const problem of predicate?.problems ?? [])
    report(run, { ...problem, offset: offset + problem.offset, breaks: false });
}
