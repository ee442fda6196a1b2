import { createRequire } from 'node:module';
import type { Element, Properties } from 'hast';
import rehypeRaw from 'rehype-raw';
import type Temml from 'temml';
import { unified } from 'unified';
import { visit } from '../visit.ts';

/** What is wrong with a formula. */
export interface TexFault {
  /** Without a full stop. */
  readonly message: string;
  /** Into the formula. */
  readonly offset: number;
}

const parser = unified().use(rehypeRaw).freeze();
let loaded: typeof Temml | undefined;

/** Loads the library when the first formula comes: few texts have any. Rendering is no promise, so neither is this. */
function loadTemml(): typeof Temml {
  loaded ??= createRequire(import.meta.url)('temml') as typeof Temml;
  return loaded;
}

/**
 * TeX to MathML. Of its commands those do nothing that load pictures, lead elsewhere, or name classes and styles.
 *
 * @param isDisplay whether it stands on lines of its own
 */
export function renderTex(tex: string, isDisplay: boolean): Element | TexFault {
  const temml = loadTemml();
  let markup: string;
  try {
    markup = temml.renderToString(tex, { displayMode: isDisplay, throwOnError: true, trust: false });
  } catch (error) {
    return describeFault(error, tex);
  }
  const { children } = parser.runSync({ type: 'root', children: [{ type: 'raw', value: markup }] });
  const math = children.find((child) => child.type === 'element');
  if (math === undefined) return { message: 'nothing is made of it', offset: 0 };
  visit(math, 'element', ({ properties }) => replaceStyle(properties));
  return math;
}

function describeFault(error: unknown, tex: string): TexFault {
  const { message = '', position } = error as { message?: string; position?: unknown };
  // Behind the fault it shows the formula, in which characters are underlined one by one.
  const [said = ''] = message.split(/\s*(?:at position \d+|at end of input)\s*:/);
  const offset = typeof position === 'number' ? Math.min(position, tex.length) : 0;
  return {
    message:
      said
        .trim()
        .replace(/^ParseError:\s*/, '')
        .replace(/[.\s]+$/, '') || 'it cannot be read',
    offset,
  };
}

/**
 * What Temml writes into `style`, by the classes that stand for it in `math.css`: a strict policy forbids styles on elements.
 * All else of it is what browsers do by themselves, or what classes do that are there already.
 */
const CLASSES: Readonly<Record<string, string>> = {
  'padding-left:0em': 'tml-left-0',
  'padding-right:0em': 'tml-right-0',
  'padding-left:1em': 'tml-left-1',
  'padding-right:1em': 'tml-right-1',
  'padding-left:2em': 'tml-left-2',
  'padding-right:2em': 'tml-right-2',
  'padding-left:0.25em': 'tml-left-quarter',
  'padding-right:0.25em': 'tml-right-quarter',
  'padding-left:5.9776pt': 'tml-left-column',
  'padding-right:5.9776pt': 'tml-right-column',
  'padding-left:0.4em': 'tml-left-column',
  'padding-right:0.4em': 'tml-right-column',
  'padding-left:0.1389em': 'tml-left-thin',
  'padding-right:0.1389em': 'tml-right-thin',
  'padding:0.3em': 'tml-padded',
  'padding:3pt': 'tml-padded',
  'padding:0': 'tml-bare',
  'border-left:0.06em solid': 'tml-line-left',
  'border-right:0.06em solid': 'tml-line-right',
  'border-top:0.06em solid': 'tml-line-top',
  'border-bottom:0.06em solid': 'tml-line-bottom',
  'border-left:0.06em dashed': 'tml-dashes-left',
  'border-right:0.06em dashed': 'tml-dashes-right',
  'border-top:0.06em dashed': 'tml-dashes-top',
  'border-bottom:0.06em dashed': 'tml-dashes-bottom',
  'width:100%': 'tml-whole',
  'width:50%': 'tml-half',
  'position:relative': 'tml-relative',
  'position:absolute': 'tml-absolute',
  'display:flex': 'tml-flex',
  'justify-content:center': 'tml-center',
  'justify-content:flex-start': 'tml-start',
  'justify-content:flex-end': 'tml-end',
  'text-align:left': 'tml-left',
  'font-weight:bold': 'tml-bold',
  'white-space:nowrap': 'tml-nowrap',
};

function replaceStyle(properties: Properties): void {
  const { style } = properties;
  if (typeof style !== 'string') return;
  delete properties.style;
  const classes = Array.isArray(properties.className) ? [...properties.className] : [];
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
    if (name === 'color' && value !== 'undefined') properties.mathcolor = value;
    else if (name === 'background-color') properties.mathbackground = value;
    else if (name === 'border') classes.push('tml-framed');
    const own = CLASSES[`${name}:${value.replace(/^0pt$/, '0em')}`];
    if (own !== undefined) classes.push(own);
  }
  if (classes.length > 0) properties.className = classes;
}
