/** What is drawn: runs in the browser, so it knows nothing but its arguments. */
export interface DrawingOrder {
  readonly text: string;
  /** What its ids begin with. */
  readonly prefix: string;
  /** Configuration of Mermaid. */
  readonly config: object;
}

/** A drawing as SVG without styles, or what is wrong with its text. */
export type Drawing = { readonly svg: string } | { readonly fault: string };

/**
 * Draws a text with Mermaid, which the page has loaded. A strict policy allows no styles inside of pages, so what they do is written
 * as attributes of SVG, and they go. So does all that could run code.
 */
export async function drawInPage({ text, prefix, config }: DrawingOrder): Promise<Drawing> {
  interface Mermaid {
    initialize(config: object): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  }
  const mermaid = (window as unknown as { mermaid: Mermaid }).mermaid;
  const INHERITED: Record<string, string> = {
    fill: 'rgb(0, 0, 0)',
    'fill-opacity': '1',
    stroke: 'none',
    'stroke-width': '1px',
    'stroke-dasharray': 'none',
    'stroke-linecap': 'butt',
    'stroke-linejoin': 'miter',
    'stroke-opacity': '1',
    'font-family': '',
    'font-size': '',
    'font-style': 'normal',
    'font-weight': '400',
    'text-anchor': 'start',
    visibility: 'visible',
    'dominant-baseline': 'auto',
    'marker-start': 'none',
    'marker-mid': 'none',
    'marker-end': 'none',
  };
  const OWN: Record<string, string> = {
    opacity: '1',
    display: 'inline',
    'stop-color': 'rgb(0, 0, 0)',
    'stop-opacity': '1',
    'text-decoration-line': 'none',
  };
  const ATTRIBUTES =
    /^(?:d|points|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|viewBox|transform|id|orient|refX|refY|marker(?:Width|Height|Units)|preserveAspectRatio|offset|gradientUnits|gradientTransform|patternUnits|textLength|lengthAdjust|href|clip-path|clipPathUnits|xmlns|role|aria-labelledby|aria-describedby|aria-roledescription)$/;
  const ELEMENTS =
    /^(?:svg|g|a|defs|symbol|use|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath|title|desc|marker|linearGradient|radialGradient|stop|pattern|clipPath|mask)$/;

  try {
    mermaid.initialize(config);
    const { svg } = await mermaid.render(`${prefix}-0`, text);
    document.body.innerHTML = svg;
  } catch (error) {
    document.body.innerHTML = '';
    return { fault: error instanceof Error ? error.message : String(error) };
  }
  const root = document.body.querySelector('svg');
  if (root === null) return { fault: 'nothing was drawn' };
  // Where today is in a plan is a matter of the clock, and of a state without a name some kinds write that it is none.
  for (const today of root.querySelectorAll('.today')) today.remove();
  for (const label of text.includes('undefined') ? [] : root.querySelectorAll('text'))
    if (label.textContent?.trim() === 'undefined') label.remove();
  for (const foreign of root.querySelectorAll('foreignObject')) replaceForeign(foreign);
  const elements = [root, ...root.querySelectorAll<SVGElement>('*')];
  const looks = elements.map((element) => readLook(element as SVGElement));
  elements.forEach((element, at) => {
    for (const { name, value } of [...element.attributes]) {
      const plain = name.replace('xlink:', '');
      const isKept = ATTRIBUTES.test(plain) && isHarmless(element, plain, value);
      if (!isKept || plain !== name) element.removeAttribute(name);
      if (isKept && plain !== name) element.setAttribute(plain, value);
    }
    for (const [name, value] of Object.entries(looks[at] ?? {})) element.setAttribute(name, value);
  });
  for (const element of root.querySelectorAll('*'))
    if (!(element instanceof SVGElement && ELEMENTS.test(element.localName))) element.remove();
  nameIds();
  setSize();
  return { svg: root.outerHTML };

  /** Links lead to the web or into the site; all else that is named lies within the drawing. */
  function isHarmless(element: Element, name: string, value: string): boolean {
    if (name !== 'href') return !/url\((?!#)/.test(value);
    return element.localName === 'a' ? /^(?:https?:|mailto:|#|\/(?!\/))/.test(value) : value.startsWith('#');
  }

  /** Words that stand in HTML within the drawing, in the middle of their box. */
  function replaceForeign(foreign: Element): void {
    const words = foreign.textContent?.trim() ?? '';
    const inner = foreign.querySelector('span, p, div') ?? foreign;
    const label = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    label.textContent = words;
    label.setAttribute(
      'x',
      String(Number(foreign.getAttribute('x') ?? 0) + Number(foreign.getAttribute('width')) / 2),
    );
    label.setAttribute(
      'y',
      String(Number(foreign.getAttribute('y') ?? 0) + Number(foreign.getAttribute('height')) / 2),
    );
    const { color, fontSize, fontFamily, fontWeight } = getComputedStyle(inner);
    label.style.cssText = `fill:${color};font-size:${fontSize};font-family:${fontFamily};font-weight:${fontWeight};text-anchor:middle;dominant-baseline:central;stroke:none`;
    foreign.replaceWith(label);
  }

  /** What differs from the element around, or from what SVG begins with. */
  function readLook(element: SVGElement): Record<string, string> {
    const style = getComputedStyle(element);
    const parent = element === root ? undefined : element.parentElement;
    const above = parent ? getComputedStyle(parent) : undefined;
    const look: Record<string, string> = {};
    for (const [name, start] of Object.entries(INHERITED)) {
      const value = style.getPropertyValue(name);
      if (value !== (above?.getPropertyValue(name) ?? start)) look[name] = value;
    }
    for (const [name, start] of Object.entries(OWN)) {
      const value = style.getPropertyValue(name);
      if (value !== start && value !== 'block')
        look[name === 'text-decoration-line' ? 'text-decoration' : name] = value;
    }
    for (const [name, value] of Object.entries(look)) {
      const local = value.replace(/url\("[^"#]*(#[^"]*)"\)/g, (_, id) => `url(${id})`);
      if (/url\((?!#)/.test(local)) delete look[name];
      else look[name] = local;
    }
    return look;
  }

  /** Ids that something refers to, under names of their own. */
  function nameIds(): void {
    const inside = root as SVGSVGElement;
    const names = new Map<string, string>();
    const used = new Set<string>();
    for (const element of [inside, ...inside.querySelectorAll('*')])
      for (const { name, value } of element.attributes) {
        if (name.startsWith('aria-')) used.add(value);
        for (const [, id = ''] of value.matchAll(/url\(#([^)]*)\)/g)) used.add(id);
        if (name === 'href' && value.startsWith('#')) used.add(value.slice(1));
      }
    for (const element of [inside, ...inside.querySelectorAll('[id]')]) {
      if (!used.has(element.id) && element.tagName === 'marker') element.remove();
      else if (!used.has(element.id)) element.removeAttribute('id');
      else if (!names.has(element.id)) names.set(element.id, `${prefix}-${names.size + 1}`);
    }
    for (const element of [inside, ...inside.querySelectorAll('*')])
      for (const { name, value } of [...element.attributes]) {
        if (name === 'id' || name.startsWith('aria-l') || name.startsWith('aria-d'))
          element.setAttribute(name, names.get(value) ?? value);
        else if (name === 'href' && value.startsWith('#'))
          element.setAttribute(name, `#${names.get(value.slice(1)) ?? ''}`);
        else if (value.includes('url(#'))
          element.setAttribute(
            name,
            value.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${names.get(id) ?? id})`),
          );
      }
  }

  /** Of its own size, which the style sheet narrows; named where the text names it, else read by its words. */
  function setSize(): void {
    const inside = root as SVGSVGElement;
    const { width, height } = inside.viewBox.baseVal;
    inside.setAttribute('width', String(Math.ceil(width)));
    inside.setAttribute('height', String(Math.ceil(height)));
    const isNamed = inside.querySelector(':scope > title') !== null;
    inside.removeAttribute('aria-roledescription');
    if (isNamed) inside.setAttribute('role', 'img');
    else for (const name of ['role', 'aria-labelledby']) inside.removeAttribute(name);
  }
}
