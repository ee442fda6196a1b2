import { type Html, html } from '../html.ts';
import type { LanguageHome } from '../view.ts';

/** A link to where the site begins in a language, in that language. */
export function renderLanguageLink({ language, href }: LanguageHome): Html {
  return html`<li><a href="${href}" hreflang="${language.code}" lang="${language.code}"${language.direction && html` dir="${language.direction}"`}>${language.name}</a></li>\n`;
}
