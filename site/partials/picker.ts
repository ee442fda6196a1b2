import type { Alternate } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { LinkView } from '../view.ts';
import { formatWords } from '../words.ts';
import { renderLang } from './text.ts';

/** A choice of versions or of languages. */
export interface Picker {
  readonly label: string;
  /** What the reader has now. */
  readonly current: string;
  readonly alternates: readonly Alternate[];
  /** What to say of entries that lead elsewhere, with `{title}`. */
  readonly missing: string;
  readonly className: string;
  /** A way on, after all entries. */
  readonly more?: LinkView | undefined;
}

/** A menu of links that works without script; nothing where there is no choice. */
export function renderPicker({
  label,
  current,
  alternates,
  missing,
  className,
  more,
}: Picker): Html | undefined {
  if (alternates.length < 2) return undefined;
  const languages = new Set(alternates.map(({ language }) => language));
  return html`<nav class="picker ${className}" aria-label="${label}"><details name="picker">
<summary><span class="picker-label">${label}</span> <span>${current}</span></summary>
<ul>
${alternates.map((alternate) => renderEntry(alternate, missing, languages.size > 1))}${
  more && html`<li class="picker-more"><a href="${more.href}">${more.label}</a></li>\n`
}</ul>
</details></nav>
`;
}

function renderEntry(alternate: Alternate, missing: string, withLanguage: boolean): Html {
  const { page, label, language, isCurrent, isSameArticle } = alternate;
  const lang = withLanguage ? renderLang(language) : undefined;
  const hreflang = withLanguage && html` hreflang="${language}"`;
  return html`<li><a href="${page.href}"${hreflang}${isCurrent && html` aria-current="true"`}><span${lang}>${label}</span>${
    !isSameArticle && html` <small>${formatWords(missing, { title: page.shortTitle })}</small>`
  }</a></li>
`;
}
