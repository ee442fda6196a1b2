import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
  TypeGuards,
} from 'liquidjs';
import type { VariantNames } from '../../load/index.ts';
import { findLead } from '../include-source.ts';
import { getRun } from '../renderer.ts';
import type { Run } from '../run.ts';
import { escapeAttribute } from './escape-attribute.ts';

/** A tag with a body, put between two texts. */
export interface Enclosure {
  readonly open: (token: TagToken) => string;
  readonly close: string;
  /** Whether text that begins on the line below the tag is Markdown, as if there were a blank line between. */
  readonly isLoose?: true;
}

type TagClass = new (token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) => Tag;

const CALLOUTS = ['note', 'tip', 'warning', 'danger'];

/**
 * Tags that enclose text, by name. The body is put between the texts unchanged, so it is Markdown only where blank
 * lines keep it apart from the tags (CommonMark, HTML blocks). Platform and tool blocks end with a newline, so that
 * Markdown in the line after the end tag is read as such.
 */
export function createEnclosures({ platforms, tools }: VariantNames): ReadonlyMap<string, Enclosure> {
  return new Map<string, Enclosure>([
    // No `div`: reader views leave out one that holds little beside links.
    ...CALLOUTS.map((name) => [name, inCallout(name)] as const),
    ...platforms.map((name) => [name, inBlock(`platform-${name}`, '</div>\n')] as const),
    ...tools.map((name) => [name, inBlock(`tool-${name}`, '</div>\n')] as const),
    ['rowheaders', inBlock('rowheaders', '</div>\n')],
    ['codetabs', inBlock('codetabs', '</div>\n')],
    ['codetab', { open: openCodeTab, close: '</div>\n', isLoose: true }],
    ['prompt', { open: () => '<code class="prompt">', close: '</code>' }],
  ]);
}

function inBlock(classes: string, close: string): Enclosure {
  return { open: () => `<div class="${classes}">`, close };
}

function inCallout(name: string): Enclosure {
  return { open: () => `<section class="callout callout-${name}">`, close: '</section>' };
}

/** `{% codetab js "JavaScript" %}`; without a label the tab gets the name of the language later. */
function openCodeTab({ args }: TagToken): string {
  const match = /^\s*([\w+#-]+)(?:\s+(?:"([^"]*)"|'([^']*)'))?/.exec(args);
  const language = match?.[1] ?? '';
  const label = (match?.[2] ?? match?.[3] ?? (language === '' ? args : '')).trim();
  const written = label === '' ? '' : ` data-label="${escapeAttribute(label)}"`;
  return `<div class="codetab" data-language="${language}"${written}>`;
}

/** The class of a tag that prints its body between the texts of an enclosure. */
export function createEnclosingTag({ open, close, isLoose }: Enclosure): TagClass {
  return class EnclosingTag extends Tag {
    readonly templates: Template[] = [];
    #end = 0;

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: Parser) {
      super(token, remaining, liquid);
      const stream = parser.parseStream(remaining);
      stream
        .on('template', (template: Template) => this.templates.push(template))
        .on(`tag:end${token.name}`, (end: TagToken) => {
          this.#end = end.begin;
          stream.stop();
        })
        .start();
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const run = getRun(context);
      emitter.write(open(this.token));
      if (isLoose && isTight(run, this.templates)) emitter.write('\n');
      yield this.liquid.renderer.renderTemplates(this.templates, context, emitter);
      run.offset = this.#end;
      emitter.write(close);
    }
  };
}

/** Whether a tag has nothing but blanks before it on its line, and its text begins on the very next one. */
function isTight({ frame, offset }: Run, [first]: readonly Template[]): boolean {
  if (frame === undefined || first === undefined || !TypeGuards.isHTMLToken(first.token)) return false;
  return /^[ \t]*\n[ \t]*\S/.test(first.token.getText()) && findLead(frame, offset).trim() === '';
}
