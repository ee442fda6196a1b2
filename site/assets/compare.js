/* Compares an article between the two versions that the reader picks, with the comparison of the build. */
const form = document.querySelector('#compare');
const state = document.querySelector('#compare-state');
const result = document.querySelector('#compare-result');
const title = document.querySelector('#compare-title');
const links = document.querySelector('.change-links');
const contents = document.querySelector('.changes-page .mini-contents');
const { older, newer } = form.elements;
const words = JSON.parse(form.dataset.words);
const versions = [...newer.options].map(({ value, text, dataset }) => ({
  home: value,
  title: text,
  ...dataset,
}));
const language = document.documentElement.lang;
const format = (sentence, names) => sentence.replace(/\{(\w+)\}/g, (mark, name) => names[name] ?? mark);
const escapeText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/* Only pages of this language are read, whatever an address names: their version, and their path in it */
const locate = (address) => {
  if (!address) return;
  const { origin, pathname } = new URL(address, location.href);
  const found = versions
    .filter(({ home }) => origin === location.origin && pathname.startsWith(home))
    .sort((one, other) => other.home.length - one.home.length)[0];
  return found && { ...found, path: pathname.slice(found.home.length) };
};

const pages = new Map();
const read = (href) => {
  if (!pages.has(href)) pages.set(href, fetchPage(href));
  return pages.get(href);
};
const fetchPage = async (href) => {
  const response = await fetch(href);
  const page = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html');
  const body = page.querySelector('#article-contents');
  if (!body) return;
  /* Styles of what the article has come before those of all pages */
  for (const link of page.querySelectorAll('[rel=stylesheet]'))
    if (!document.querySelector(`[href="${link.getAttribute('href')}"]`)) document.head.prepend(link);
  /* Marks of versions are no part of the text, which the build compares without them */
  for (const mark of body.querySelectorAll('.availability-mark')) mark.remove();
  /* Nor are boxes that place examples beside what they are examples of */
  for (const box of body.querySelectorAll('.operation, .operation > div')) box.replaceWith(...box.childNodes);
  const main = page.querySelector('main article');
  const field = (selector) => main.querySelector(selector)?.innerHTML;
  const label = main.querySelector('h1').textContent;
  return {
    href,
    label,
    /* A text that fell back to another language says so itself */
    spoken: body.closest('[lang]'),
    title: escapeText(label),
    intro: field(':scope > .lead'),
    product: field('.availability > .product'),
    permissions: field('.availability > .permissions'),
    body: body.innerHTML,
    trail: page.querySelector('.breadcrumbs'),
    /* Versions that lack the article say so in the menu */
    lacking: [...page.querySelectorAll('.picker-version a:has(small) > span')].map(
      (span) => span.textContent,
    ),
  };
};

const request = new URLSearchParams(location.search);
const wanted = locate(request.get('newer'));
const path = wanted?.path ?? '';

const box = (className, comparison) =>
  comparison?.changes.length ? `<div class="${className}">${comparison.html}</div>` : '';

let turn = 0;
const show = async () => {
  const own = ++turn;
  const [before, after] = [older, newer].map(({ selectedIndex }) => versions[selectedIndex]);
  const names = { older: before.title, newer: after.title };
  const [comparer, steps, ...texts] = await Promise.all([
    import(form.dataset.comparer),
    import(form.dataset.changes),
    read(before.home + path),
    read(after.home + path),
  ]);
  if (own !== turn) return;
  const lacks = [before, after].find((_, at) => !texts[at]);
  if (lacks) {
    state.textContent = format(words.lacks, { version: lacks.title });
    result.innerHTML = '';
    links.hidden = contents.hidden = true;
    steps.countChanges();
    return;
  }
  const { intro, product, permissions, body, ...rest } = comparer.compareFields(...texts, {
    language,
    names: comparer.listLinkNames(before, after),
    readAddress: comparer.createAddressReader({ basePath: form.dataset.base }, versions),
    words: Object.fromEntries(Object.entries(words).map(([name, word]) => [name, escapeText(word)])),
  });
  const who = box('permissions', permissions) + box('product', product);
  const all = [rest.title, intro, product, permissions, body];
  const differs = all.some((comparison) => comparison?.changes.length);
  title.innerHTML = rest.title.html;
  document.title = `${texts[1].label} - ${names.older} → ${names.newer}`;
  state.textContent = format(words[differs ? 'differs' : 'same'], names);
  result.innerHTML = differs
    ? box('lead', intro) +
      (who &&
        `<aside class="availability"><p class="availability-title">${escapeText(words.whoCanUse)}</p>${who}</aside>`) +
      box('compare-body', body)
    : '';
  ({ lang: result.lang, dir: result.dir } = texts[1].spoken);
  dress(texts, names, comparer.listSections(body.changes));
  steps.countChanges();
};

/* What stands around the text, as on pages about a change */
const dress = (texts, names, sections) => {
  document.querySelector('.breadcrumbs')?.remove();
  if (texts[1].trail) document.querySelector('.changes-page').before(texts[1].trail);
  [...links.children].forEach((link, at) => {
    link.href = texts[at].href;
    link.textContent = format(words.readIn, { version: Object.values(names)[at] });
  });
  links.hidden = false;
  contents.hidden = !sections[0];
  contents.querySelector('ul').innerHTML = sections
    .map(({ id, section }) => `<li><a href="#${id}">${section}</a></li>`)
    .join('');
};

/* The address names both pages, also on the way to another language */
const note = () => {
  const query = `?older=${encodeURI(older.value + path)}&newer=${encodeURI(newer.value + path)}`;
  history.replaceState(undefined, '', query);
  const own = location.pathname.replace(/[^/]+\/$/, '');
  for (const link of document.querySelectorAll('.picker-language a')) {
    link.search = query.replaceAll(`=${own}`, `=${link.pathname.replace(/[^/]+\/$/, '')}`);
  }
};

const fail = (error) => {
  state.textContent = error;
};

/* Without an older version in the address, the next one of the list that has the article */
const start = async () => {
  const at = versions.findIndex(({ home }) => home === wanted.home);
  newer.selectedIndex = at;
  const lacking = (await read(versions[at].home + path))?.lacking ?? [];
  for (const option of [...older.options, ...newer.options]) {
    if (lacking.includes(option.text)) option.disabled = true;
  }
  const asked = versions.findIndex(({ home }) => home === locate(request.get('older'))?.home);
  const others = versions
    .map((_, index) => index)
    .filter((index) => index !== at && !older.options[index].disabled);
  older.selectedIndex = asked >= 0 ? asked : (others.find((index) => index > at) ?? others[0] ?? at);
  form.hidden = false;
  note();
  await show();
};

form.addEventListener('change', () => {
  note();
  show().catch(fail);
});

if (wanted) start().catch(fail);
else state.textContent = words.text;
