import { type Html, html, trust } from '../html.ts';
import { type Axis, listVariants, type Variant } from '../variants.ts';
import type { PageView } from '../view.ts';

const AXES: readonly Axis[] = ['platform', 'tool'];

/**
 * Tabs for the tools and platforms of an article. The script behind them runs before the text is there, so nothing
 * jumps; without script they stay hidden and every variant is shown under its name.
 */
export function renderVariantPickers(view: PageView): Html | undefined {
  const pickers = AXES.flatMap((axis) => renderPicker(axis, view) ?? []);
  if (pickers.length === 0) return undefined;
  const { defaultTool, defaultPlatform } = view.page.article;
  return html`${pickers}<script src="${view.site.theme.variants}"${defaultTool !== undefined && html` data-tool="${defaultTool}"`}${
    defaultPlatform !== undefined && html` data-platform="${defaultPlatform}"`
  }></script>
`;
}

/** HTML of a text in which each variant has the name that the style sheet writes over it. */
export function nameVariants(text: Html, view: PageView): Html {
  const labels = new Map(
    AXES.flatMap((axis) => findVariants(axis, view).map(({ name, label }) => [`${axis}-${name}`, label])),
  );
  if (labels.size === 0) return text;
  return trust(
    text.markup.replace(VARIANT, (tag: string, name: string) => {
      const label = labels.get(name);
      return label === undefined ? tag : `${tag}${html` data-variant="${label}"`.markup}`;
    }),
  );
}

const VARIANT = /<div(?: [^<>]*?)? class="((?:platform|tool)-[\w-]+)[^"]*"/g;

function renderPicker(axis: Axis, view: PageView): Html | undefined {
  const variants = findVariants(axis, view);
  if (variants.length < 2) return undefined;
  const label = axis === 'tool' ? view.words.tool : view.words.platform;
  return html`<fieldset class="variants" data-axis="${axis}" hidden><legend class="sr-only">${label}</legend>
${variants.map(({ name, label }) => html`<label><input class="sr-only" type="radio" name="${axis}" value="${name}">${label}</label>\n`)}</fieldset>
`;
}

function findVariants(axis: Axis, { site, page }: PageView): readonly Variant[] {
  const { tools, platforms } = page.body.rendering;
  const present = (axis === 'tool' ? tools : platforms).filter((name) => /^[\w-]+$/.test(name));
  if (present.length === 0) return [];
  return listVariants(axis, present, site.variants[axis], page.language, (name) =>
    site.findLabel(page.language, 'variants', name),
  );
}
