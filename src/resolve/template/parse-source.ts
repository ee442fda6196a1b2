import {
  type Liquid,
  Parser,
  type Template,
  Tokenizer,
  type TopLevelToken,
  TypeGuards,
  Value,
} from 'liquidjs';
import type { Source } from '../../diagnostics/index.ts';
import type { Block } from './blocks.ts';
import { type DerivedText, deriveText, type Layout } from './derive.ts';
import { badSyntax, type Fault, unknownFilter } from './faults.ts';
import { repairTokens } from './repair.ts';
import { scanTokens } from './scan.ts';

/** A source laid out and parsed; `faults` count in the derived text. */
export interface ParsedSource {
  readonly source: Source;
  readonly derived: DerivedText;
  readonly templates: Template[];
  readonly faults: readonly Fault[];
}

export type ParseSource = (source: Source, layout: Layout) => ParsedSource;

/** A parser that reads each source once per layout. */
export function createSourceParser(liquid: Liquid, blocks: ReadonlyMap<string, Block>): ParseSource {
  const known = new WeakMap<Source, Map<string, ParsedSource>>();
  return (source, layout) => {
    const layouts = known.get(source) ?? new Map<string, ParsedSource>();
    known.set(source, layouts);
    const key = `${layout.trim} ${layout.prefixFirst} ${layout.prefix}`;
    const parsed = layouts.get(key) ?? parseSource(source, layout, liquid, blocks);
    layouts.set(key, parsed);
    return parsed;
  };
}

function parseSource(
  source: Source,
  layout: Layout,
  liquid: Liquid,
  blocks: ReadonlyMap<string, Block>,
): ParsedSource {
  const derived = deriveText(source.text, layout);
  const scan = scanTokens(derived.text, liquid);
  const repair = repairTokens(scan.tokens, blocks, liquid);
  const parser = new RecoveringParser(liquid, repair.ends);
  const templates = parser.parseTokens(repair.tokens);
  const faults = [...scan.faults, ...repair.faults, ...parser.faults];
  return { source, derived, templates, faults: faults.sort((a, b) => a.offset - b.offset) };
}

/** LiquidJS's parser, which notes what it cannot read and goes on with what follows. */
class RecoveringParser extends Parser {
  readonly faults: Fault[] = [];
  readonly #ends: ReadonlyMap<TopLevelToken, TopLevelToken>;
  readonly #liquid: Liquid;

  constructor(liquid: Liquid, ends: ReadonlyMap<TopLevelToken, TopLevelToken>) {
    super(liquid);
    this.#liquid = liquid;
    this.#ends = ends;
  }

  override parseToken(token: TopLevelToken, remaining: TopLevelToken[]): ReturnType<Parser['parseToken']> {
    try {
      const template = super.parseToken(token, remaining);
      this.#noteUnknownFilters(template);
      return template;
    } catch (error) {
      this.faults.push(badSyntax(token.begin, nameToken(token), formatReason(error)));
      this.#skipBlock(token, remaining);
      return super.parseToken(new Tokenizer('').readHTMLToken([]), []);
    }
  }

  #skipBlock(opening: TopLevelToken, remaining: TopLevelToken[]): void {
    const end = this.#ends.get(opening);
    if (end === undefined) return;
    for (let token = remaining.shift(); token !== undefined && token !== end; token = remaining.shift()) {
      if (!(TypeGuards.isTagToken(token) && ['elsif', 'else', 'when'].includes(token.name)))
        this.parseToken(token, remaining);
    }
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
