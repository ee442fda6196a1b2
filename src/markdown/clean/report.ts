import type { Element } from 'hast';
import { offsetOf } from '../html/offset.ts';
import type { RenderContext } from '../render-context.ts';
import { isSafeAddress, SCHEMES } from './address.ts';
import { isAllowedAttribute } from './allowed.ts';

/** Says what was dropped, each kind in its own words. */
export interface CleaningReporter {
  element(element: Element, withContent: boolean): void;
  attribute(element: Element, name: string, value: string): void;
  style(element: Element, declaration: string): void;
  /** A name that the page uses itself; an attribute by its name in the HTML tree. */
  taken(element: Element, kind: 'id' | 'class' | 'attribute', name: string): void;
  scriptPart(element: Element): void;
}

const AS_TEXT = 'If it is meant as text, write `&lt;` for its first character or put it in backquotes.';
const TRUST = 'Remove it, or set `html: trusted` in the site file if all authors may run code on the pages.';

export function createCleaningReporter(draft: RenderContext): CleaningReporter {
  function report(element: Element, message: string, hint: string): void {
    const offset = offsetOf(element);
    draft.problems.push({ code: 'markdown/unsafe-html', severity: 'warning', message, hint, offset });
  }

  return {
    element(element, withContent) {
      const rest = withContent ? 'with its content' : 'and its content kept';
      report(
        element,
        `The HTML element <${element.tagName}> was dropped ${rest}.`,
        withContent || HTML.has(element.tagName) ? TRUST : AS_TEXT,
      );
    },
    attribute(element, name, value) {
      // The attribute itself is harmless there, so its value is what is wrong.
      const isAddress =
        isAllowedAttribute(element.tagName, name) && !isSafeAddress(element.tagName, name, value);
      if (isAddress) {
        const message = `The address '${shorten(value)}' of <${element.tagName}> was dropped.`;
        report(element, message, `Addresses begin with '/', '#', or one of ${SCHEMES_SHOWN}.`);
      } else {
        report(element, `The attribute ${formatName(name)} of <${element.tagName}> was dropped.`, TRUST);
      }
    },
    style(element, declaration) {
      report(element, `The style "${declaration}" of <${element.tagName}> was dropped.`, TRUST);
    },
    taken(element, kind, name) {
      const written = kind === 'attribute' ? formatName(name) : name;
      const message = `The ${kind} "${written}" was dropped, because the page uses it itself.`;
      report(element, message, `Choose another ${kind}.`);
    },
    scriptPart(element) {
      const classes = [element.properties.className ?? []].flat().join(' ');
      draft.problems.push({
        code: 'markdown/script-part',
        severity: 'warning',
        message: `<${element.tagName} class="${classes}"> was left out with its content, because it needs a script that the page does not have.`,
        hint: 'Remove it. Index pages have lists and filters of their own.',
        offset: offsetOf(element),
      });
    },
  };
}

const SCHEMES_SHOWN = [...SCHEMES].map((scheme) => `${scheme}:`).join(', ');

/** Elements of HTML that no article has: who writes one means it. */
const HTML: ReadonlySet<string> = new Set(
  `article aside base body button canvas data datalist dialog fieldset footer form frame frameset head header
  hgroup html label legend link main map area meta meter nav optgroup output progress search slot`.split(
    /\s+/,
  ),
);

/** Long ones hold a whole file. */
function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value;
}

/** `onClick` as HTML writes it. */
function formatName(property: string): string {
  if (/^x(?:Link|Ml)[A-Z]/i.test(property)) return property.toLowerCase().replace(/^(xlink|xml)/, '$1:');
  return property.startsWith('data')
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase();
}
