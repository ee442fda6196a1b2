/** Elements that documentation is written with: none runs code, sends forms or loads other documents but `iframe`. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  words(`
    a abbr address audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt
    em figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img input ins kbd li mark nobr ol p picture pre q rp rt ruby
    s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul
    var video wbr circle ellipse g line path polygon polyline rect svg`),
);

/** Elements that go with all they hold; of any other that is not allowed the content stays. */
export const SILENCED: ReadonlySet<string> = new Set(
  words(
    'applet embed math noembed noframes noscript object option script select style template textarea title xmp',
  ),
);

/** Attributes by their names in the HTML tree (`colSpan`, `ariaLabel`). */
export const EVERYWHERE: ReadonlySet<string> = new Set(
  words(`
    id name className style title lang dir role align vAlign width height hidden tabIndex
    ariaHidden ariaLabel ariaLabelledBy ariaDescribedBy aria-description ariaCurrent`),
);

const DRAWING = words(`
  viewBox xmlns version preserveAspectRatio d cx cy r rx ry x y x1 x2 y1 y2 points fill fillRule fillOpacity clipRule
  stroke strokeWidth strokeLineCap strokeLineJoin opacity transform focusable`);

const CELL = words('colSpan rowSpan headers abbr bgColor noWrap scope');

export const BY_ELEMENT: Readonly<Record<string, readonly string[]>> = {
  a: words('href hrefLang target rel type download'),
  audio: words('src controls loop muted preload'),
  blockquote: ['cite'],
  circle: DRAWING,
  col: ['span'],
  colgroup: ['span'],
  del: words('cite dateTime'),
  details: ['open'],
  ellipse: DRAWING,
  font: words('color size face'),
  g: DRAWING,
  hr: words('size noShade'),
  iframe: words('src allowFullScreen loading frameBorder'),
  img: words('src srcSet sizes alt border loading hSpace vSpace'),
  input: words('type disabled checked'),
  ins: words('cite dateTime'),
  li: words('value type'),
  line: DRAWING,
  ol: words('start reversed type'),
  path: DRAWING,
  polygon: DRAWING,
  polyline: DRAWING,
  q: ['cite'],
  rect: DRAWING,
  source: words('src srcSet sizes type media'),
  svg: DRAWING,
  table: words('border cellPadding cellSpacing bgColor summary frame rules'),
  td: CELL,
  th: CELL,
  time: ['dateTime'],
  tr: ['bgColor'],
  track: words('src kind srcLang label default'),
  ul: ['type'],
  video: words('src poster controls loop muted preload playsInline'),
};

/**
 * Elements whose name is a property of `document`: there it stands before those that scripts ask for, as in
 * `<img name="querySelector">`. No address leads to it.
 */
const NAMED: ReadonlySet<string> = new Set(['embed', 'form', 'iframe', 'img', 'object']);

/** Names that the page around the text gives itself: what folds closes others of its name. */
const RESERVED_NAMES: ReadonlySet<string> = new Set(['picker']);

/** Whether a name may stand on an element. */
export function isAllowedName(tagName: string, name: string): boolean {
  return !NAMED.has(tagName) && !(tagName === 'details' && RESERVED_NAMES.has(name));
}

/** Whether an attribute, by its name in the HTML tree (`colSpan`, `dataFoo`), may stand on an element. */
export function isAllowedAttribute(tagName: string, name: string): boolean {
  return EVERYWHERE.has(name) || /^data[A-Z0-9]/.test(name) || (BY_ELEMENT[tagName]?.includes(name) ?? false);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
