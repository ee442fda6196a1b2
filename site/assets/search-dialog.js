/* The search dialog. Loaded when it is first opened; finding is left to the engine, which runs as a worker. */
let dialog;

/** Opens the search of a page's button, with a query if there is one. */
export async function open(button, query) {
  dialog ??= build(button.dataset).catch((error) => {
    dialog = undefined;
    throw error;
  });
  (await dialog).show(query);
}

/** Marks what was searched for on the page that a result has led to. */
export function markFound() {
  const [path, needles] = read(sessionStorage, FOUND);
  if (path !== location.pathname) return;
  keep(sessionStorage, FOUND);
  if (!CSS.highlights) return;
  const marks = new Highlight();
  for (const part of document.querySelectorAll('main h1, main .lead, #article-contents')) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode())
      for (const needle of needles)
        for (const { 0: found, index } of text.data.matchAll(new RegExp(needle, 'gi'))) {
          const range = new Range();
          range.setStart(text, index);
          range.setEnd(text, index + found.length);
          marks.add(range);
        }
  }
  CSS.highlights.set('decant-found', marks);
  addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete('decant-found'));
}

const FOUND = 'decant-found';

/* A browser may refuse to keep anything, and people change what it keeps. */
function read(store, name) {
  try {
    const kept = JSON.parse(store.getItem(name));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keep(store, name, value) {
  try {
    if (value) store.setItem(name, JSON.stringify(value));
    else store.removeItem(name);
  } catch {}
}

/* Searches that led to an article are offered again, the latest first. */
const RECENT = `decant-searches-${document.documentElement.lang}`;
const MOST_RECENT = 5;

/* Waits for the reader to stop typing, so that half of a word is not asked for. */
const PAUSE = 200;

async function build({ search, dialog: own, styles, engine }) {
  const base = new URL(search, location.href);
  const [answer] = await Promise.all([fetch(base), dress(styles)]);
  if (!answer.ok) throw new Error(`${answer.status} ${own}`);
  const { words, others, version, language, ...settings } = await answer.json();
  const scope = put(words.searchIn, { version, language });
  const box = make('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
    placeholder: words.search,
    ariaLabel: words.search,
  });
  box.setAttribute('aria-describedby', 'decant-search-scope');
  const close = make('button', { type: 'button', textContent: words.close });
  const status = make('p', { className: 'search-status', role: 'status' });
  const product = make('select', { ariaLabel: words.searchProduct, hidden: true });
  const recent = make('div', { className: 'search-recent', hidden: true });
  const list = make('ol', { className: 'search-results' });
  const more = make('button', {
    type: 'button',
    className: 'search-more',
    hidden: true,
    textContent: words.searchMore,
  });
  const elsewhere = make('div', { className: 'search-elsewhere', hidden: true });
  const top = make('div', { className: 'search-top' }, status, product);
  const body = make('div', { className: 'search-body' }, top, recent, list, more, elsewhere);
  const bar = make('div', { className: 'search-bar', role: 'search' }, box, close);
  const foot = make(
    'div',
    { className: 'search-foot' },
    make('p', { id: 'decant-search-scope', textContent: scope }),
    make('p', { className: 'search-keys', textContent: words.searchKeys }),
  );
  const element = make('dialog', { className: 'search-dialog', ariaLabel: words.search }, bar, body, foot);
  document.body.append(element);

  const worker = connect(engine, { ...settings, base: base.href });
  let asked = '';
  /* The query that the results are for, and what they mark. */
  let answered = '';
  let needles = [];
  let timer;

  const clear = (text) => {
    status.textContent = text;
    list.replaceChildren();
    more.hidden = elsewhere.hidden = recent.hidden = true;
  };
  const showRecent = () => {
    clear(words.searchHint);
    product.hidden = true;
    const queries = read(localStorage, RECENT).filter((query) => typeof query === 'string');
    const again = queries.map((query) => {
      const button = make('button', { type: 'button', textContent: query });
      button.addEventListener('click', () => begin(query));
      return make('li', {}, button);
    });
    const forget = make('button', { type: 'button', textContent: words.searchForget });
    forget.addEventListener('click', () => {
      keep(localStorage, RECENT);
      showRecent();
      box.focus();
    });
    recent.replaceChildren(make('p', { textContent: words.searchRecent }), forget, make('ul', {}, ...again));
    recent.hidden = queries.length === 0;
  };
  const begin = (query) => {
    box.value = query;
    ask(query);
    box.focus();
  };
  /** Offers the products of what was found, where there are some to choose from. */
  const showProducts = (products) => {
    const chosen = product.value;
    const offered = products.map(([name, count]) =>
      make('option', { value: name, textContent: `${name} (${count})` }),
    );
    product.replaceChildren(make('option', { value: '', textContent: words.allProducts }), ...offered);
    product.value = products.some(([name]) => name === chosen) ? chosen : '';
    product.hidden = products.length < 2;
  };
  /** Shows the results from a number on; the answer to an older query is dropped. */
  const ask = async (query, start = 0) => {
    clearTimeout(timer);
    asked = query;
    if (query === '') return showRecent();
    if (start === 0 && list.childElementCount === 0) status.textContent = words.loading;
    try {
      const { value } = product;
      const { total, isPartly, near, products, results, ...answer } = await worker({
        query,
        start,
        product: value,
      });
      if (query !== asked || value !== product.value) return;
      answered = near ?? query;
      needles = answer.needles;
      if (start === 0) {
        const count = put(choose(words.searchCount, total), { count: total });
        const instead = near && total > 0 ? [put(words.searchNear, { query: near })] : [];
        clear([...instead, ...(isPartly ? [words.searchPartly] : []), count].join(' '));
        showProducts(products);
      }
      const added = results.map((result) => showArticle(result));
      list.append(...added);
      more.hidden = list.childElementCount >= total;
      if (start > 0) added[0]?.querySelector('a').focus();
      else body.scrollTop = 0;
      if (total === 0) showNothing(query);
    } catch {
      if (query === asked) clear(words.searchFailed);
    }
  };
  const showNothing = (query) => {
    status.textContent = `${put(words.searchNone, { query })} ${words.searchNoneHint}`;
    const links = others.map(({ title, href }) =>
      make('li', {}, make('a', { href: `${href}?q=${encodeURIComponent(query)}`, textContent: title })),
    );
    elsewhere.replaceChildren(make('p', { textContent: words.searchElsewhere }), make('ul', {}, ...links));
    elsewhere.hidden = links.length === 0;
  };

  const readBox = () => box.value.trim();
  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event.isComposing) return;
    timer = setTimeout(() => ask(readBox()), PAUSE);
  });
  box.addEventListener('compositionend', () => ask(readBox()));
  more.addEventListener('click', () => ask(asked, list.childElementCount));
  close.addEventListener('click', () => element.close());
  product.addEventListener('change', () => ask(asked));
  element.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const link = target.closest('a');
    if (link && list.contains(link)) {
      const others = read(localStorage, RECENT).filter((query) => query !== answered);
      keep(localStorage, RECENT, [answered, ...others].slice(0, MOST_RECENT));
      if (!ctrlKey && !metaKey && !shiftKey) keep(sessionStorage, FOUND, [link.pathname, needles]);
      if (link.pathname === location.pathname) markFound();
    }
    if (target === element || link) element.close();
  });

  /* Arrows move through the results; a letter typed there goes on with the query */
  element.addEventListener('keydown', async (event) => {
    const { key, target, isComposing, altKey, ctrlKey, metaKey } = event;
    if (isComposing || altKey) return;
    if (key === 'k' && (ctrlKey || metaKey)) {
      event.preventDefault();
      box.select();
    }
    if (ctrlKey || metaKey || target === product) return;
    if (key === 'Escape') {
      // A search field would be emptied first.
      event.preventDefault();
      element.close();
    }
    const stops = [box, ...body.querySelectorAll('a, button:not([hidden])')].filter(
      (stop) => stop.offsetParent,
    );
    const at = stops.indexOf(target);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      stops.at((at + (key === 'ArrowDown' ? 1 : -1)) % stops.length)?.focus();
    } else if (key === 'Enter' && target === box) {
      event.preventDefault();
      if (readBox() !== asked || list.childElementCount === 0) await ask(readBox());
      list.querySelector('a')?.click();
    } else if (key.length === 1 && key !== ' ' && at > 0) {
      box.focus();
    }
  });

  return {
    show(query) {
      if (!element.open) element.showModal();
      if (query !== undefined) {
        box.value = query;
        ask(readBox());
      } else if (readBox() === '') showRecent();
      box.focus();
      box.select();
    },
  };
}

/** Loads the styles of the dialog before those of the page, as every part of the style sheet. */
function dress(href) {
  const link = make('link', { rel: 'stylesheet', href });
  const loaded = new Promise((resolve) => {
    link.onload = link.onerror = resolve;
  });
  document.querySelector('link[rel="stylesheet"]').before(link);
  return loaded;
}

/** A function that asks the engine. It is started by the first question. */
function connect(engine, settings) {
  const waiting = new Map();
  let worker;
  let number = 0;
  const start = () => {
    const started = new Worker(engine, { type: 'module' });
    started.onmessage = ({ data: { id, error, ...answer } }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (error) fail(reject, error);
      else resolve?.(answer);
    };
    started.onerror = () => {
      for (const { reject } of waiting.values()) fail(reject, 'worker');
      waiting.clear();
    };
    started.postMessage({ settings });
    return started;
  };
  /* The next question begins anew. */
  const fail = (reject, error) => {
    worker?.terminate();
    worker = undefined;
    reject?.(new Error(error));
  };
  return (question) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      number += 1;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ id: number, ...question });
    });
}

function showArticle({ href, title, trail, text, sections }) {
  const item = make('li', {});
  if (trail.length > 0) item.append(make('p', { className: 'search-trail', textContent: trail.join(' / ') }));
  item.append(
    make('a', { href, dir: 'auto' }, ...showMarks(title)),
    make('p', { dir: 'auto' }, ...showMarks(text)),
  );
  const parts = sections.map((section) =>
    make(
      'li',
      {},
      make('a', { href: section.href, dir: 'auto' }, ...showMarks(section.title)),
      make('p', { dir: 'auto' }, ...showMarks(section.text)),
    ),
  );
  if (parts.length > 0) item.append(make('ul', {}, ...parts));
  return item;
}

/** Texts that are plain and marked in turns. */
function showMarks(texts) {
  return texts.map((text, at) => (at % 2 === 0 ? text : make('mark', { textContent: text })));
}

/* Languages tell kinds of numbers apart: one article, two articles. */
function choose(sentence, count) {
  if (typeof sentence === 'string') return sentence;
  return sentence[new Intl.PluralRules(document.documentElement.lang).select(count)] ?? sentence.other;
}

function put(sentence, names) {
  return sentence.replace(/\{(\w+)\}/g, (mark, name) => names[name] ?? mark);
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}
