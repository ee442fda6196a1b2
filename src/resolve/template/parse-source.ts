import { type Liquid, Parser, type Template, type TopLevelToken, TypeGuards, Value } from 'liquidjs';
import type { Source } from '../../diagnostics/index.ts';
import { createCommentFinder } from '../create-comment-finder.ts';
import { findLostTables } from '../repairs/index.ts';
import type { TracedText } from '../tidy/index.ts';
import { createTextToken } from './create-text-token.ts';
import { composeDerived, type DerivedText, deriveText, type Layout } from './derive.ts';
import { badSyntax, lostTable, type TemplateFault, unknownFilter } from './faults.ts';
import { findExample } from './judge-tag.ts';
import { type Grammar, repairTokens, type TokenRepair } from './repair.ts';
import { scanTokens } from './scan.ts';
import { findSplitTags } from './split-tags.ts';
import { UnreadOutput } from './unread-output.ts';

/** A source laid out and parsed; `faults` count in the derived text. */
export interface ParsedSource {
  readonly source: Source;
  readonly derived: DerivedText;
  readonly templates: Template[];
  /** What the templates were made of. */
  readonly tokens: readonly TopLevelToken[];
  /** For each tag among them that opens a block, the one that ends it. */
  readonly ends: ReadonlyMap<TopLevelToken, TopLevelToken>;
  readonly faults: readonly TemplateFault[];
  /** Whether an offset of the derived text stands in an HTML comment. */
  readonly isCommented: (offset: number) => boolean;
}

export type ParseSource = (source: Source, layout: Layout) => ParsedSource;

/** Makes good what is damaged in a source; undefined for one that is read as it stands. */
export type RepairSource = (source: Source) => RepairedSource | undefined;

export interface RepairedSource extends TracedText {
  /** Whether a table that the source language has is text here. */
  readonly hasLostTable: boolean;
}

/** Is told the tokens of every source that is read as it stands. */
export type NoteTokens = (source: Source, derived: DerivedText, tokens: readonly TopLevelToken[]) => void;

/** A parser that reads a source whenever it is asked to. */
export function createSourceParser(
  grammar: Grammar,
  repairSource: RepairSource,
  noteTokens: NoteTokens,
): ParseSource {
  return (source, layout) => parseSource(source, layout, repairSource(source), grammar, noteTokens);
}

/** A parser that reads each source once per layout, for as long as it lives itself. */
export function rememberSources(parse: ParseSource): ParseSource {
  const known = new WeakMap<Source, Map<string, ParsedSource>>();
  return (source, layout) => {
    const layouts = known.get(source) ?? new Map<string, ParsedSource>();
    known.set(source, layouts);
    const key = `${layout.trim} ${layout.prefixFirst} ${layout.prefix}`;
    const parsed = layouts.get(key) ?? parse(source, layout);
    layouts.set(key, parsed);
    return parsed;
  };
}

/** Mistakes that change nothing of the text around them: within a comment they are nobody's business. */
const WITHIN_ITSELF: ReadonlySet<string> = new Set([
  'resolve/unknown-tag',
  'resolve/stray-tag',
  'resolve/unexpected-arguments',
  'resolve/unknown-filter',
  'resolve/unclosed-delimiter',
  'resolve/split-delimiter',
]);

function parseSource(
  source: Source,
  layout: Layout,
  repaired: RepairedSource | undefined,
  grammar: Grammar,
  noteTokens: NoteTokens,
): ParsedSource {
  const derived =
    repaired === undefined
      ? deriveText(source.text, layout)
      : composeDerived(deriveText(repaired.text, layout), repaired.segments);
  const scan = scanTokens(derived.text, grammar.liquid, grammar.aliases);
  if (repaired === undefined) noteTokens(source, derived, scan.tokens);
  const repair = repairTokens(scan.tokens, grammar);
  const parser = new RecoveringParser(grammar.liquid, repair);
  // The parser takes them out of the list that it is given.
  const tokens = [...repair.tokens];
  const templates = parser.parseTokens(repair.tokens);
  const mistakes = [...scan.faults.filter(({ severity }) => severity === 'error'), ...repair.faults];
  const told = new Set(mistakes.map(({ offset }) => offset));
  const unread = parser.faults.filter(({ code, offset }) => code !== 'resolve/syntax' || !told.has(offset));
  const isTag = (name: string) => grammar.blocks.has(name) || name in grammar.liquid.tags;
  const split = findSplitTags(derived.text, isTag);
  const tables = repaired?.hasLostTable ? findLostTables(derived.text).map(lostTable) : [];
  const isCommented = createCommentFinder(derived.text);
  const faults = [...scan.faults, ...repair.faults, ...unread, ...split, ...tables]
    .filter(({ code, offset }) => !(WITHIN_ITSELF.has(code) && isCommented(offset)))
    .sort((a, b) => a.offset - b.offset);
  return { source, derived, templates, tokens, ends: repair.ends, faults, isCommented };
}

/** LiquidJS's parser, which notes what it cannot read and goes on with what follows. */
class RecoveringParser extends Parser {
  readonly faults: TemplateFault[] = [];
  readonly #ends: ReadonlyMap<TopLevelToken, TopLevelToken>;
  readonly #unreadable: ReadonlySet<TopLevelToken>;
  readonly #liquid: Liquid;

  constructor(liquid: Liquid, { ends, unreadable }: Pick<TokenRepair, 'ends' | 'unreadable'>) {
    super(liquid);
    this.#liquid = liquid;
    this.#ends = ends;
    this.#unreadable = unreadable;
  }

  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    if (this.#unreadable.has(token)) return this.#leaveOut(token, remaining);
    try {
      const template = super.parseToken(token, remaining);
      this.#noteUnknownFilters(template);
      return template;
    } catch (error) {
      const example = TypeGuards.isTagToken(token) ? findExample(token.name) : undefined;
      this.faults.push(badSyntax(token.begin, nameToken(token), formatReason(error), example));
      return TypeGuards.isTagToken(token)
        ? this.#leaveOut(token, remaining)
        : new UnreadOutput(token, this.#liquid);
    }
  }

  /** Shows nothing of a tag and of the block that it opens; what is wrong inside is told all the same. */
  #leaveOut(opening: TopLevelToken, remaining: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    const end = this.#ends.get(opening);
    const nothing = super.parseToken(createTextToken('', 0, 0, this.#liquid), []);
    if (end === undefined) return nothing;
    for (let token = remaining.shift(); token !== undefined && token !== end; token = remaining.shift()) {
      if (!(TypeGuards.isTagToken(token) && ['elsif', 'else', 'when'].includes(token.name)))
        this.parseToken(token, remaining);
    }
    return nothing;
  }

  #noteUnknownFilters(template: Template): void {
    const { filters } = this.#liquid;
    for (const argument of template.arguments?.() ?? []) {
      if (!(argument instanceof Value)) continue;
      for (const { name } of argument.filters.filter(({ name }) => !(name in filters)))
        this.faults.push(unknownFilter(template.token.begin, name, Object.keys(filters)));
    }
  }
}

function nameToken(token: TopLevelToken): string {
  return TypeGuards.isTagToken(token) ? `tag '${token.name}'` : `output '${token.getText().slice(0, 60)}'`;
}

/** LiquidJS ends its messages with a place that counts in the text it was given. */
function formatReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/(?:, file:[^,]*)?, line:\d+, col:\d+$/, '').replace(/\.$/, '');
}
