import type { FieldName } from '../load/index.ts';
import type { Heading, Rendering } from '../markdown/index.ts';
import { HTML_FIELDS } from './anchors.ts';
import { EMPTY_RENDERING } from './empty-rendering.ts';
import { escapeHtml } from './escape.ts';
import { listRawAnchors } from './raw-anchors.ts';
import type { RenderedArticle } from './types.ts';

/** What links of other pages can see of a rendered article: its title, its headings, and what else a fragment can name. */
export function outlineRendered({ resolution, renderings }: RenderedArticle): RenderedArticle {
  const outlines = HTML_FIELDS.flatMap((field): readonly (readonly [FieldName, Rendering])[] => {
    const outline = outlineField(renderings[field]);
    return outline === undefined ? [] : [[field, outline]];
  });
  const title = renderings.title && { title: { ...EMPTY_RENDERING, text: renderings.title.text } };
  return {
    resolution: { ...resolution, fields: {}, labels: {} },
    renderings: { ...title, ...Object.fromEntries(outlines) },
  };
}

/** Undefined where there is nothing that a fragment can name. */
function outlineField(rendering: Rendering | undefined): Rendering | undefined {
  const { ids, names } = listRawAnchors(rendering);
  const headings = rendering?.headings ?? [];
  if (headings.length + ids.length + names.length === 0) return undefined;
  const anchors = [
    ...ids.map((id) => `<a id="${escapeHtml(id)}">`),
    ...names.map((name) => `<a name="${escapeHtml(name)}">`),
  ];
  return { ...EMPTY_RENDERING, pieces: [anchors.join('')], headings: headings.map(outlineHeading) };
}

/** A fragment names an id. Depths tell which heading of a translation stands for which, and of titles an id is rebuilt. */
function outlineHeading({ depth, id, titled }: Heading): Heading {
  return { depth, id, text: '', html: '', offset: 0, ...(titled && { titled }) };
}
