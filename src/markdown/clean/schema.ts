import type { Schema } from 'hast-util-sanitize';

/**
 * What raw HTML may hold: what documentation is written with, and nothing that runs code, sends forms, loads other
 * documents into the page (but for `iframe`, checked apart) or could lie over it.
 */
export const schema: Schema = {
  tagNames: words(`
    a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
    figcaption figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li mark nobr ol p picture pre q rp rt ruby s samp
    section small source span strike strong sub summary sup table tbody td template tfoot th thead time tr track tt u ul
    var video audio wbr svg g path circle ellipse line polygon polyline rect input`),
  strip: words('script style noscript object embed applet title textarea select option math'),
  ancestors: Object.fromEntries(words('tbody td th thead tfoot tr').map((name) => [name, ['table']])),
  attributes: {
    '*': [
      ...words('id name className style title lang dir role align vAlign width height'),
      ...words(
        'ariaHidden ariaLabel ariaLabelledBy ariaDescribedBy ariaDescription ariaCurrent tabIndex data*',
      ),
    ],
    a: words('href hrefLang target rel type download'),
    audio: words('src controls loop muted preload'),
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    del: words('cite dateTime'),
    details: ['open'],
    font: words('color size face'),
    hr: words('size noShade'),
    iframe: words('src allow allowFullScreen loading frameBorder'),
    img: words('src srcSet sizes alt border loading hSpace vSpace longDesc'),
    // A check box of a task list, nothing else.
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    ins: words('cite dateTime'),
    li: words('value type'),
    ol: words('start reversed type'),
    q: ['cite'],
    source: words('src srcSet sizes type media'),
    table: words('border cellPadding cellSpacing bgColor summary frame rules'),
    td: words('colSpan rowSpan headers abbr bgColor noWrap scope'),
    th: words('colSpan rowSpan headers abbr bgColor noWrap scope'),
    time: ['dateTime'],
    tr: ['bgColor'],
    track: words('src kind srcLang label default'),
    ul: ['type'],
    video: words('src poster controls loop muted preload playsInline'),
    ...Object.fromEntries(
      words('svg g path circle ellipse line polygon polyline rect').map((name) => [
        name,
        listDrawingAttributes(),
      ]),
    ),
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: {
    cite: words('http https'),
    href: words('http https mailto tel sms ftp irc ircs xmpp'),
    longDesc: words('http https'),
    poster: words('http https'),
    // Of `data:` only images get this far.
    src: words('http https data'),
  },
  clobber: [],
};

function listDrawingAttributes(): string[] {
  return words(`viewBox xmlns version preserveAspectRatio d cx cy r rx ry x y x1 x2 y1 y2 points fill fillRule
    fillOpacity clipRule stroke strokeWidth strokeLineCap strokeLineJoin opacity transform focusable`);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
