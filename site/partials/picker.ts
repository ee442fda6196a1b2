import type { Alternate } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { LinkView, SiteView } from '../view.ts';
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
  /** Says which way the names of languages run. */
  readonly site?: Pick<SiteView, 'languages' | 'sourceLanguage'> | undefined;
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
  site,
  more,
}: Picker): Html | undefined {
  if (alternates.length < 2) return undefined;
  const languages = new Set(alternates.map(({ language }) => language));
  return html`<nav class="picker ${className}" aria-label="${label}"><details name="picker">
<summary><span class="picker-label">${label}</span> <span>${current}</span></summary>
<ul>
${alternates.map((alternate) => renderEntry(alternate, missing, languages.size > 1, site))}${
  more && html`<li class="picker-more"><a href="${more.href}">${more.label}</a></li>\n`
}</ul>
</details></nav>
`;
}

function renderEntry(
  alternate: Alternate,
  missing: string,
  withLanguage: boolean,
  site: Picker['site'] = { languages: [], sourceLanguage: { code: '', name: '', dir: '' } },
): Html {
  const { page, label, language, isCurrent, isSameArticle } = alternate;
  const lang = withLanguage ? renderLang(language, site) : undefined;
  const hreflang = withLanguage && html` hreflang="${language}"`;
  return html`<li><a href="${page.href}"${hreflang}${isCurrent && html` aria-current="true"`}><span${lang}>${label}</span>${
    !isSameArticle && html` <small>${formatWords(missing, { title: page.shortTitle })}</small>`
  }</a></li>
`;
}
