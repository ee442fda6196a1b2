import type { DrawerOptions } from '../chromium/index.ts';
import type { MarkdownOptions, Problem, Rendering, RenderMarkdown } from '../markdown/index.ts';
import { createArtist } from './create-artist.ts';
import { type DrawingStore, openDrawings, type Schemes } from './open-drawings.ts';

/** How diagrams are drawn, and where drawings are kept for other processes: in a folder `diagrams` of `dir`. */
export interface DiagramTools extends DrawerOptions {
  /** The program of a browser; without it the usual places are tried. */
  readonly chromium?: string | undefined;
}

/** A renderer whose texts have their diagrams drawn, and what ends its browser. */
export interface DiagramRenderer {
  readonly renderMarkdown: RenderMarkdown;
  close(): Promise<void>;
}

/**
 * Draws the diagrams of what a renderer renders, where its options ask for them. A browser starts with the first diagram that was
 * not drawn before. Where there is none, and where a diagram is broken, its source stays, and a problem says why.
 */
export function drawDiagrams(render: RenderMarkdown, tools: DiagramTools = {}): DiagramRenderer {
  const artist = createArtist(tools.chromium);
  const store = openDrawings(artist, tools);
  const drawn = new WeakMap<Rendering, Promise<Rendering>>();
  return {
    async renderMarkdown(texts, options, folders) {
      const renderings = await render(texts, options, folders);
      if (!isDrawn(options)) return renderings;
      return Promise.all(renderings.map((rendering, at) => drawOnce(rendering, texts[at] ?? '')));
    },
    async close() {
      await artist.close();
      await store.tidy();
    },
  };

  /** Equal texts have the same rendering. */
  function drawOnce(rendering: Rendering, markdown: string): Promise<Rendering> {
    if (!rendering.pieces.some((piece) => piece.includes(MARK))) return Promise.resolve(rendering);
    const known = drawn.get(rendering) ?? drawAll(rendering, markdown, store);
    drawn.set(rendering, known);
    return known;
  }
}

/** Who wants to know what is wrong, or what links can name, has no use for drawings. */
function isDrawn({ diagrams, purpose }: MarkdownOptions): boolean {
  return diagrams !== undefined && purpose === undefined;
}

const MARK = '<pre data-diagram=""';
const SOURCE = /<pre data-diagram=""><code class="hljs language-mermaid">([\s\S]*?)<\/code><\/pre>/g;

async function drawAll(rendering: Rendering, markdown: string, store: DrawingStore): Promise<Rendering> {
  const offsets = listOffsets(markdown);
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const pieces: string[] = [];
  let count = 0;
  for (const piece of rendering.pieces) {
    let made = '';
    let end = 0;
    for (const { 0: source, 1: escaped = '', index } of piece.matchAll(SOURCE)) {
      const text = unescapeText(escaped);
      const again = (seen.get(text) ?? 0) + 1;
      seen.set(text, again);
      const result = await store.draw(text);
      const { offset = 0, length = 0 } = offsets[count] ?? {};
      count += 1;
      made += piece.slice(end, index);
      made += 'fault' in result ? source.replace(' data-diagram=""', '') : formatFigure(result, again);
      end = index + source.length;
      if ('fault' in result) problems.push(describeFault(result, offset, length));
    }
    pieces.push(made + piece.slice(end));
  }
  return { ...rendering, pieces, problems: [...rendering.problems, ...problems] };
}

/** Of the text of articles, in CSS pixels. */
const TEXT_WIDTH = 720;

/** The same diagram on a page again has other ids. */
function formatFigure({ light, dark }: Schemes, again: number): string {
  const number = (svg: string) => (again === 1 ? svg : svg.replace(/\b(d[0-9a-f]{8}[ld])-/g, `$1${again}-`));
  const isWide = Number(/^<svg width="(\d+)/.exec(light)?.[1]) > TEXT_WIDTH;
  return `<figure class="diagram${isWide ? ' is-wide' : ''}"><div class="diagram-light">${number(light)}</div><div class="diagram-dark">${number(dark)}</div></figure>`;
}

function describeFault(
  { fault, isUndrawn }: { readonly fault: string; readonly isUndrawn: boolean },
  offset: number,
  length: number,
): Problem {
  const place = { offset, end: offset + length };
  return isUndrawn
    ? {
        code: 'markdown/undrawn-diagram',
        severity: 'warning',
        message: 'The diagram is not drawn, so readers see its source.',
        hint: fault,
        ...place,
      }
    : {
        code: 'markdown/diagram',
        severity: 'warning',
        message: `The diagram cannot be drawn, so readers see its source: ${fault}.`,
        hint: 'Correct the source of the diagram.',
        ...place,
      };
}

/** The first lines of blocks of code in Mermaid, in order. */
function listOffsets(markdown: string): readonly { readonly offset: number; readonly length: number }[] {
  return [
    ...markdown.matchAll(/^((?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*)((?:`{3,}|~{3,})[ \t]*mermaid\b[^\n]*)/gim),
  ].map(({ 1: lead = '', 2: line = '', index }) => ({ offset: index + lead.length, length: line.length }));
}

function unescapeText(escaped: string): string {
  return escaped.replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
