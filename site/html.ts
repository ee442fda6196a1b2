/** HTML that is already safe to write out: made by `html`, or declared so by `trust`. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | undefined | false | readonly Part[];

/**
 * Template tag that escapes every value that is not `Html` itself; lists are joined, `undefined` and `false` are nothing.
 *
 * @example html`<a href="${href}">${title}</a>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? '';
  for (let index = 0; index < parts.length; index += 1)
    markup += formatPart(parts[index]) + (strings[index + 1] ?? '');
  return { markup };
}

/** Declares that a text is HTML: an article's body, cleaned by an earlier stage. */
export function trust(markup: string): Html {
  return { markup };
}

/** Text made safe for element content and for quoted attribute values. */
function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '') : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function formatPart(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  let markup = '';
  for (const each of part) markup += formatPart(each);
  return markup;
}
