/* Leads from a release that is no longer documented to the same page of the one that stands in for it */
(async () => {
  const { base, retired = '[]' } = document.querySelector('main').dataset;
  const sections = [...document.querySelectorAll('section')];
  const [language, ...rest] = location.pathname.slice(base.length).split('/').filter(Boolean);
  const path = `${rest.join('/')}/`;
  const releases = JSON.parse(retired);
  const isBelow = (each) => path.startsWith(`${each}/`);
  const [from, successor, title] = releases.find(([each]) => isBelow(each)) ?? [];
  /* Hosts that know retired releases lead to this one before they ask whether it has the page */
  const to = successor ?? releases.find(([, each]) => each && isBelow(each))?.[1];
  const findHome = (code) => `${base}${code}/${to ? `${to}/` : ''}`;
  if (from && sections.some(({ lang }) => lang === language)) {
    const target = findHome(language) + path.slice(from.length + 1);
    const answer = await fetch(target, { method: 'HEAD' }).catch(() => {});
    if (answer?.ok) {
      location.replace(target + location.search + location.hash);
      return;
    }
  }

  /* The search of other pages, which is loaded when it is first used */
  const opener = document.querySelector('.search-button');
  const search = () => import(opener.dataset.dialog).then(({ open }) => open(opener)).catch(() => {});
  opener?.addEventListener('click', search);
  addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isAsked = ctrlKey || metaKey ? key === 'k' && !altKey : key === '/' && !target.closest?.('input');
    if (!opener || !isAsked || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    search();
  });

  /* Says what it can in the language of the address alone, and is a page of that language */
  const section = sections.find(({ lang }) => lang === language);
  if (section) {
    const [said, own] = [sections[0], section].map((each) => each.querySelector('h2').textContent);
    document.title = document.title.replace(said, () => own);
    Object.assign(document.documentElement, { lang: language, dir: section.dir });
    document.querySelector('.site-name').href = findHome(language);
    const picker = section.querySelector('.picker');
    const here = to ? findHome(language) : location.pathname;
    const current = [...(picker?.querySelectorAll('a') ?? [])]
      .filter(({ pathname }) => here.startsWith(pathname))
      .sort((one, other) => other.pathname.length - one.pathname.length)[0];
    if (current) {
      current.setAttribute('aria-current', 'true');
      picker.querySelector('summary > :last-child').textContent = current.textContent;
    }
    if (picker) document.querySelector('.site-name').after(picker);
    if (opener) {
      opener.dataset.search = (current ?? section).dataset.search;
      const label = section.querySelector('form button').textContent;
      opener.ariaLabel = opener.querySelector('span').textContent = label;
    }
  }
  for (const each of sections) {
    if (section) each.hidden = each !== section;
    if (from) {
      const note = each.querySelector('[data-sentence]');
      note.textContent = note.dataset.sentence.replace('{version}', title);
      note.hidden = false;
    }
  }

  /* No such page there: asks the search for what the address says */
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const asked = decode(rest.at(-1) ?? '')
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ');
  for (const each of sections) {
    const form = each.querySelector('form');
    if (to) {
      each.querySelector('.buttons a').href = findHome(each.lang);
      if (form) form.action = findHome(each.lang);
    }
    if (!form) continue;
    form.elements.q.value = asked;
    delete form.dataset.waiting;
  }

  /* The list of all pages knows where the article is, and what is called alike */
  const list = section && (await fetch(`${base}pages.json`).catch(() => {}));
  const { versions, languages, pages } = (list?.ok && (await list.json().catch(() => {}))) || {};
  if (!pages) return;
  const nameOf = ([first = '', ...below]) => ({
    version: first.includes('@') ? first : '',
    name: (first.includes('@') ? below : [first, ...below]).join('/'),
  });
  const known = pages
    .filter(({ hidden }) => !hidden)
    .map(({ href, ...page }) => {
      const { pathname } = new URL(href);
      const [, ...parts] = pathname.slice(base.length).split('/').filter(Boolean);
      return { ...page, href: pathname, ...nameOf(parts), id: page.version };
    });
  const wanted = nameOf(rest.map(decode));
  const name = wanted.name.replace(/(^|\/)index(\.\w+)?$|\.(html?|md)$/, '');
  const show = (kind, links) => {
    const box = section.querySelector(`[data-${kind}]`);
    for (const [label, { href, language: lang }] of links) {
      const link = Object.assign(document.createElement('a'), { href, textContent: label });
      if (lang !== language) link.lang = link.hreflang = lang;
      const item = document.createElement('li');
      item.append(link);
      box.querySelector('ul').append(item);
    }
    box.hidden = links.length === 0;
  };

  /* The same article in the versions of this language, and in other languages in this version or else in any */
  const same = name ? known.filter((page) => page.name === name) : [];
  const isAsked = ({ version }) => version === (to ?? wanted.version);
  const elsewhere = languages
    .filter(({ code }) => code !== language)
    .flatMap(({ code, name: label }) => {
      const own = same.filter((page) => page.language === code);
      const page = own.find(isAsked) ?? own[0];
      return page ? [[label, page]] : [];
    });
  const titleOf = ({ id }) => versions.find((version) => version.id === id)?.title ?? id;
  const here = same.filter((page) => page.language === language);
  show('same', [...here.map((page) => [`${page.title} (${titleOf(page)})`, page]), ...elsewhere]);

  /* Pages whose addresses are alike in pairs of letters, their last parts above all: in this version, or else in any */
  const pair = (text) => new Set([...text].map((letter, at) => letter + (text[at + 1] ?? '')));
  const compare = (one, other) => {
    let shared = 0;
    for (const each of one) shared += other.has(each);
    return (2 * shared) / (one.size + other.size || 1);
  };
  const read = (path) => [pair(path.split('/').at(-1)), pair(path)];
  const [last, whole] = read(name.toLowerCase());
  const rate = (page) => {
    const [ownLast, ownWhole] = read(page.name.toLowerCase());
    return (
      2 * compare(last, ownLast) + compare(whole, ownWhole) + (name.startsWith(`${page.name}/`) ? 0.5 : 0)
    );
  };
  const own = known.filter((page) => page.language === language && page.name && page.name !== name);
  const seen = new Set();
  const near = [...own.filter(isAsked), ...own]
    .filter((page) => !seen.has(page.name) && seen.add(page.name))
    .map((page) => [rate(page), page])
    .filter(([rating]) => rating > 1.2)
    .sort(([one], [other]) => other - one);
  show(
    'near',
    near.slice(0, 5).map(([, page]) => [page.title, page]),
  );
})();
