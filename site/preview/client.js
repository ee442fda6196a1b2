/* Beside a page that is served while it is written: shows changes, problems where they stand, sources and versions. Never part of a build. */
const CONTENTS = '#article-contents';
const BLOCKS = 'p, li, tr, pre, h2, h3, h4, h5, h6, dt, dd, blockquote, figure, summary, img, video';
/* What scripts of the page have changed or hold on to, and what lists elsewhere on the page are made of */
const HELD = 'pre, table, img, .codetabs, .annotate, h1, h2, h3, h4, h5, h6, script';

const readState = (page) => JSON.parse(page.getElementById('decant-preview-state')?.textContent || '{}');
const create = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children.filter((each) => each !== undefined));
  return element;
};
const fold = (text) =>
  text
    .replace(/[*_`|\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();

let state = readState(document);

/* ---- Frames: of their own, so that styles of the page and these do not meet ---- */

const openFrame = (className) => {
  const host = create('div', { className });
  host.setAttribute('data-decant-preview', '');
  host.style.display = 'none';
  const root = host.attachShadow({ mode: 'open' });
  const sheet = create('link', { rel: 'stylesheet', href: '/__decant/client.css' });
  /* Nothing is seen before it looks as it should */
  sheet.addEventListener('load', () => host.style.removeProperty('display'));
  root.append(sheet);
  return { host, root };
};
const frame = openFrame('decant-preview');
document.body.append(frame.host);

const renderLink = ({ place, link }) =>
  create('a', { href: link, textContent: place, className: 'place', title: state.words.open });

const renderVia = (via) =>
  via.map((use) =>
    create(
      'p',
      { className: 'via' },
      create('span', { textContent: `${state.words.usedAt} ` }),
      renderLink(use),
    ),
  );

/* ---- Problems ---- */

const renderProblem = (problem, isWhole) => {
  const { severity, code, message, hint, excerpt, via } = problem;
  const lines = excerpt.map(({ line, text, isMeant }) =>
    create(
      'span',
      { className: isMeant ? 'line meant' : 'line' },
      create('i', { textContent: String(line) }),
      document.createTextNode(`${text}\n`),
    ),
  );
  return create(
    'section',
    { className: `problem ${severity}` },
    create(
      'p',
      { className: 'message' },
      create('strong', { textContent: `${state.words[severity]} ` }),
      document.createTextNode(message),
    ),
    create('p', { className: 'where' }, renderLink(problem), create('code', { textContent: code })),
    ...renderVia(via),
    ...(isWhole && lines.length ? [create('pre', { className: 'excerpt' }, ...lines)] : []),
    hint
      ? create('p', { className: 'hint' }, create('b', { textContent: `${state.words.hint}: ` }), hint)
      : undefined,
  );
};

const listCandidates = (field) => {
  if (field === 'title') return [...document.querySelectorAll('h1')];
  if (field !== 'body') return [...document.querySelectorAll('.lead, .lead > *')];
  return [...document.querySelectorAll(`${CONTENTS} > *, ${CONTENTS} :is(${BLOCKS})`)].filter(
    (each) => !each.closest('[data-decant-preview]'),
  );
};

/* The words of pictures are among those of a block. Copies stand in a document of their own, where pictures are not asked for */
const aside = document.implementation.createHTMLDocument('');
const readWords = (element) => {
  if (!element.querySelector('img')) return fold(element.textContent);
  const clone = aside.importNode(element, true);
  for (const image of clone.querySelectorAll('img')) image.replaceWith(` ${image.alt} `);
  return fold(clone.textContent);
};

/* The element of a block: by its words, or by its place */
const findElement = ({ field, words, at }) => {
  const candidates = listCandidates(field);
  const wanted = fold(words);
  const texts = candidates.map(readWords);
  const equal = candidates.findLast((_, index) => wanted && texts[index] === wanted);
  if (equal) return equal;
  const near = candidates.filter((_, index) => wanted && texts[index].includes(wanted));
  if (near.length) return near.at(-1);
  const outer = field === 'body' ? [...(document.querySelector(CONTENTS)?.children ?? [])] : candidates;
  return outer.filter((each) => !each.matches('[data-decant-preview]'))[at];
};

const findOutermost = (element) => {
  const contents = document.querySelector(CONTENTS);
  let found = element;
  while (found && found.parentElement !== contents && contents?.contains(found)) found = found.parentElement;
  return found;
};

const clearMarks = () => {
  for (const mark of document.querySelectorAll('.decant-mark')) mark.remove();
};

const ask = async (name) => {
  const answer = await fetch(`/__decant/${name}?page=${encodeURIComponent(location.pathname)}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/* Where they stand is found out when the page is there */
const markProblems = async () => {
  clearMarks();
  const said = state;
  if (said.isBroken || !said.problems?.length) return;
  const blocks = await ask('problems');
  if (said !== state) return;
  for (const [at, problem] of said.problems.entries()) {
    const element = blocks[at] && findOutermost(findElement(blocks[at]));
    const mark = openFrame('decant-mark');
    mark.root.append(create('div', { className: 'mark' }, renderProblem(problem, false)));
    const contents = document.querySelector(CONTENTS);
    if (element) element.after(mark.host);
    else contents?.before(mark.host);
  }
};

/* ---- Panels ---- */

let panel;
let hasHidden = false;
const closePanel = () => {
  panel?.remove();
  panel = undefined;
};
const openPanel = (name, title, ...children) => {
  closePanel();
  const close = create('button', { type: 'button', className: 'close', textContent: '×' });
  close.setAttribute('aria-label', state.words.close);
  panel = create(
    'section',
    { className: `panel ${name}`, tabIndex: -1 },
    create('header', {}, create('h2', { textContent: title }), close),
    create('div', { className: 'content' }, ...children),
  );
  panel.setAttribute('role', name === 'broken' ? 'alert' : 'dialog');
  panel.setAttribute('aria-label', title);
  panel.lang = state.language;
  close.addEventListener('click', () => {
    hasHidden = name === 'broken';
    closePanel();
  });
  frame.root.append(panel);
  return panel;
};

const showProblems = () => {
  const { words, problems, isBroken, isOld } = state;
  const title = isBroken ? (isOld ? words.lastGood : words.noPage) : words.problems;
  const list = problems.map((each) => renderProblem(each, true));
  const empty = list.length === 0 && !isBroken ? [create('p', { textContent: words.noProblems })] : [];
  openPanel(isBroken ? 'broken' : 'problems', title, ...list, ...empty);
};

const showVersions = async () => {
  const { words } = state;
  openPanel('versions', words.versionsHelp, create('p', { textContent: words.loading }));
  const outcomes = await ask('versions');
  const list = outcomes.map(({ versions, ranges, blocks, isHere }) => {
    const links = versions.map(({ title, href, isHere: isThis }) =>
      create(
        'li',
        {},
        isThis ? create('b', { textContent: title }) : create('a', { href, textContent: title }),
      ),
    );
    const differs = blocks.length === 1 ? words.differsOnce : words.differs;
    const said = isHere ? words.thisPage : differs.replace('{count}', String(blocks.length));
    const changes = blocks.map(({ kind, section, html }) => {
      const block = create('div', { className: `change ${kind}` });
      block.innerHTML = `${section ? `<p class="section">${section}</p>` : ''}${html}`;
      return block;
    });
    return create(
      'section',
      { className: 'outcome' },
      create('h3', { textContent: ranges }),
      create('p', { className: 'said', textContent: said }),
      create('ul', {}, ...links),
      ...changes,
    );
  });
  const only = outcomes.length === 1 ? [create('p', { textContent: words.onlyOne })] : [];
  openPanel('versions', words.versionsHelp, ...only, ...list);
};

/* ---- Sources ---- */

let sources;
let chosen;
const box = create('div', { className: 'box', hidden: true });
frame.root.append(box);

const placeBox = () => {
  if (!chosen?.isConnected) {
    box.hidden = true;
    return;
  }
  const { top, left, width, height } = chosen.getBoundingClientRect();
  box.hidden = false;
  box.style.cssText = `top:${top - 3}px;left:${left - 3}px;width:${width + 6}px;height:${height + 6}px`;
};

const listBlocks = () => [...listCandidates('title'), ...listCandidates('intro'), ...listCandidates('body')];
const findField = (element) =>
  element.matches('h1') ? 'title' : element.closest('.lead') ? 'intro' : 'body';

/* The block of an element: by its words, the one that is as far down the page as it is */
const findSource = (element) => {
  const field = findField(element);
  const own = sources.filter((each) => each.field === field);
  const text = fold(element.textContent);
  const equal = own.filter((each) => text && fold(each.words) === text);
  const twins = listCandidates(field).filter((each) => fold(each.textContent) === text);
  if (equal.length) return equal[Math.min(twins.indexOf(element), equal.length - 1)] ?? equal[0];
  const inner = own.filter((each) => fold(each.words) && text.includes(fold(each.words)));
  const around = own
    .filter((each) => text && fold(each.words).includes(text))
    .sort((a, b) => b.level - a.level);
  if (around.length) return around[0];
  const outer = findOutermost(element);
  const at = [...(document.querySelector(CONTENTS)?.children ?? [])]
    .filter((each) => !each.matches('[data-decant-preview]'))
    .indexOf(outer);
  return (
    inner.sort((a, b) => a.level - b.level || b.words.length - a.words.length)[0] ??
    own.find((each) => each.level === 0 && each.at === at)
  );
};

const showSource = (element) => {
  const { words } = state;
  const found = findSource(element);
  const origins = (found?.origins ?? []).map((origin) =>
    create(
      'section',
      { className: 'origin' },
      create('p', { className: 'where' }, renderLink(origin)),
      ...renderVia(origin.via),
      ...origin.conditions.map(({ tag, ranges, ...place }) =>
        create(
          'p',
          { className: 'condition' },
          create('code', { textContent: tag }),
          create('b', { textContent: ranges }),
          renderLink(place),
        ),
      ),
      create('p', { className: 'ranges', textContent: origin.ranges || words.allVersions }),
    ),
  );
  const none = origins.length ? [] : [create('p', { textContent: words.noSource })];
  openPanel('sources', words.sources, ...origins, ...none);
};

const choose = (element) => {
  chosen = element;
  placeBox();
};
const isOwn = (target) => target instanceof Element && target.closest('[data-decant-preview]');
const findBlock = (target) => listBlocks().findLast((each) => each.contains(target));

const onMove = ({ target }) => {
  const found = isOwn(target) || (panel && !panel.matches('.sources')) ? undefined : findBlock(target);
  if (found) choose(found);
};
const onClick = (event) => {
  const found = isOwn(event.target) ? undefined : findBlock(event.target);
  if (!found) return;
  event.preventDefault();
  event.stopPropagation();
  choose(found);
  showSource(found);
};
const onKey = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const blocks = listBlocks();
  const next = blocks[Math.min(blocks.length - 1, Math.max(0, blocks.indexOf(chosen) + step))];
  if (!next) return;
  next.scrollIntoView({ block: 'nearest' });
  choose(next);
  showSource(next);
};

const toggleSources = async () => {
  const isOn = Boolean(sources);
  sources = isOn ? undefined : await ask('sources');
  sourcesButton.setAttribute('aria-pressed', String(!isOn));
  const change = isOn ? removeEventListener : addEventListener;
  change('pointermove', onMove);
  change('click', onClick, true);
  change('keydown', onKey);
  change('scroll', placeBox, { passive: true });
  choose(undefined);
  if (isOn) closePanel();
};

/* ---- The bar ---- */

const createTool = (label, help, keys, run) => {
  const button = create('button', { type: 'button', title: keys ? `${help} (${keys})` : help });
  button.append(create('span', { textContent: label }));
  if (keys) button.setAttribute('aria-keyshortcuts', keys);
  button.addEventListener('click', () => run().catch?.(() => {}));
  return button;
};
let sourcesButton;
let bar;
const renderBar = () => {
  bar?.remove();
  const { words, problems, isBroken } = state;
  const count = problems.length;
  const worst = problems.some(({ severity }) => severity === 'error') || isBroken ? 'error' : 'warning';
  const problemButton = createTool(
    count === 0 ? '✓' : `${count === 0 ? '' : count}`,
    count === 0 ? words.noProblems : words.problems,
    '',
    async () => (panel?.matches('.problems, .broken') ? closePanel() : showProblems()),
  );
  problemButton.className = count === 0 ? 'fine' : worst;
  problemButton.setAttribute('aria-label', count === 0 ? words.noProblems : `${words.problems}: ${count}`);
  sourcesButton = createTool(words.sources, words.sourcesHelp, 'Alt+S', toggleSources);
  sourcesButton.setAttribute('aria-pressed', String(Boolean(sources)));
  const versionsButton = createTool(words.versions, words.versionsHelp, 'Alt+V', async () =>
    panel?.matches('.versions') ? closePanel() : showVersions(),
  );
  bar = create(
    'div',
    { className: 'bar' },
    problemButton,
    ...(isBroken ? [] : [sourcesButton, versionsButton]),
  );
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.tools);
  bar.lang = state.language;
  frame.root.append(bar);
};

const render = () => {
  if (!state.words) return;
  renderBar();
  markProblems().catch(() => {});
  if (state.isBroken && !hasHidden) showProblems();
  else if (panel?.matches('.broken')) closePanel();
  if (!state.isBroken) hasHidden = false;
};
render();

addEventListener('keydown', (event) => {
  if (!state.words) return;
  if (event.key === 'Escape') {
    if (panel) {
      hasHidden = panel.matches('.broken');
      closePanel();
    } else if (sources) toggleSources();
    return;
  }
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || state.isBroken) return;
  const run = { KeyS: toggleSources, KeyV: showVersions }[event.code];
  if (!run) return;
  event.preventDefault();
  run().catch(() => {});
});

/* ---- Changes ---- */

const load = async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const text = await answer.text();
  return { text, page: new DOMParser().parseFromString(text, 'text/html') };
};
/* What was served for what is shown now */
let served = load();

/* All but the text of the article */
const readFrame = (page) => {
  const clone = page.cloneNode(true);
  clone.querySelector(CONTENTS)?.replaceChildren();
  for (const own of clone.querySelectorAll('#decant-preview-state')) own.remove();
  return clone.documentElement.outerHTML;
};
const listChildren = (page) =>
  [...(page.querySelector(CONTENTS)?.children ?? [])].filter(
    (each) => !each.matches('[data-decant-preview]'),
  );

const isHeld = (node) => node.matches?.(HELD) || node.querySelector?.(HELD);
const replaceNodes = (gone, come, parent, next) =>
  [...gone, ...come].some(isHeld) ? undefined : [{ gone, come, parent, next }];

/* The changes that make of the nodes shown the fresh ones, the fewest that do; undefined where scripts hold on to what changes. */
const planChanges = (parent, old, fresh, live) => {
  const isSame = (a, b) => a.isEqualNode(b);
  let start = 0;
  while (start < old.length && start < fresh.length && isSame(old[start], fresh[start])) start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && isSame(old[old.length - 1 - end], fresh[fresh.length - 1 - end])) end += 1;
  const gone = live.slice(start, old.length - end);
  const come = fresh.slice(start, fresh.length - end);
  if (gone.length !== come.length) return replaceNodes(gone, come, parent, live[old.length - end] ?? null);
  const plans = come.map((after, at) => {
    const [before, now] = [old[start + at], gone[at]];
    if (isSame(before, after)) return [];
    const inner = isLike(before, after, now) && planChanges(now, ...[before, after, now].map(listNodes));
    return inner || replaceNodes([now], [after], parent, now);
  });
  return plans.every(Boolean) ? plans.flat() : undefined;
};
const listNodes = ({ childNodes }) => [...childNodes];
/* One that can take the words of the other: of the same kind, and with all children that it came with */
const isLike = (before, after, now) =>
  before.nodeType === Node.ELEMENT_NODE &&
  before.cloneNode().isEqualNode(after.cloneNode()) &&
  !before.matches(HELD) &&
  now.childNodes.length === before.childNodes.length;

/* Puts what differs in place. False where scripts of the page hold on to that: then the page loads itself again. */
const patch = (before, after) => {
  if (readFrame(before) !== readFrame(after)) return false;
  clearMarks();
  const contents = document.querySelector(CONTENTS);
  const [old, fresh, live] = [before, after, document].map(listChildren);
  if (!contents || live.length !== old.length) return false;
  const changes = planChanges(contents, old, fresh, live);
  if (!changes) return false;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const { parent, gone, come, next } of changes) {
    const nodes = come.map((each) => document.importNode(each, true));
    for (const each of nodes) parent.insertBefore(each, next);
    for (const each of gone) each.remove();
    const lit = parent === contents ? nodes.filter((each) => each.animate) : [parent];
    for (const each of isStill ? [] : lit)
      each.animate([{ backgroundColor: 'rgb(255 200 0 / 0.3)' }, { backgroundColor: 'transparent' }], 900);
  }
  return true;
};

const withoutNumber = (text) => text.replace(/"at":\d+\}<\/script>/, '');

const refresh = async () => {
  const [before, after] = [await served, await load()];
  const next = readState(after.page);
  /* Sent before a change that the first look behind the page has seen already */
  if (readState(before.page).at !== state.at) return location.reload();
  const isSame = withoutNumber(before.text) === withoutNumber(after.text);
  if (isSame) {
    served = Promise.resolve(after);
    state.at = next.at;
    return;
  }
  /* A page with errors stays as it is; only what is said of it changes. */
  const isPatched = next.words && state.words && patch(before.page, after.page);
  if (!isPatched) return location.reload();
  served = Promise.resolve(after);
  state = next;
  if (sources) {
    sources = await ask('sources');
    closePanel();
    choose(undefined);
  }
  if (panel?.matches('.broken, .problems')) closePanel();
  render();
};

/* One after the other: two saves at once are two events */
let running = Promise.resolve();
const queue = () => {
  running = running.then(refresh).catch(() => location.reload());
};

/* A browser keeps few connections to a host open, so tabs that nobody looks at give theirs back. */
let events;
const listen = () => {
  if (document.visibilityState === 'hidden') {
    events?.close();
    events = undefined;
    return;
  }
  if (events) return;
  let wasLost = false;
  events = new EventSource('/__decant/events');
  events.addEventListener('update', queue);
  events.addEventListener('hello', ({ data }) => {
    if (Number(data) !== state.at) queue();
  });
  events.addEventListener('error', () => {
    wasLost = true;
    frame.root.host.toggleAttribute('data-lost', true);
  });
  events.addEventListener('open', () => {
    frame.root.host.toggleAttribute('data-lost', false);
    if (wasLost) queue();
    wasLost = false;
  });
};
document.addEventListener('visibilitychange', () => {
  const wasAway = !events;
  listen();
  if (events && wasAway) queue();
});
addEventListener('pagehide', () => events?.close());
listen();
