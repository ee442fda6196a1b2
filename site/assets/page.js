/* Small comforts; every page works without them. */
(() => {
  const { copy, copied, wrap, enlarge, inline, beside } = document.body.dataset;
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const create = (name, properties) => Object.assign(document.createElement(name), properties);
  /* What an address names, as an id; as it stands where it cannot be decoded */
  const decode = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return hash.slice(1);
    }
  };
  const read = async (href) => {
    const answer = await fetch(href);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  };
  const store = {
    read: (key) => {
      try {
        return localStorage.getItem(`decant-${key}`);
      } catch {}
    },
    write: (key, value) => {
      try {
        if (value) localStorage.setItem(`decant-${key}`, value);
        else localStorage.removeItem(`decant-${key}`);
      } catch {}
    },
  };

  /* Styles that authors gave to elements: as attributes, a strict policy would forbid them */
  for (const element of all('[data-style]')) element.style.cssText = element.dataset.style;

  /* On paper stands the day of printing */
  const origin = document.querySelector('.origin');
  const words = origin?.textContent;
  addEventListener('beforeprint', () => {
    if (origin) origin.textContent = `${words} · ${new Date().toLocaleDateString(root.lang)}`;
    /* An address that is its own words is not printed twice */
    for (const link of all('article a'))
      if (link.href.replace(/\/$/, '') === link.textContent.trim().replace(/\/$/, '')) link.dataset.bare = '';
    /* A formula that is wider than a line of paper, of some 46 letters, is set smaller */
    for (const box of all('.tml-display'))
      box.style.setProperty(
        '--fit',
        Math.min(1, (46 * parseFloat(getComputedStyle(box).fontSize)) / box.scrollWidth),
      );
  });

  /* Light or dark: what differs from the system is remembered */
  const button = document.querySelector('.scheme-button');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.scheme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  /* Pictures that have a source for each scheme follow the button */
  const sources = all('picture > source[media*="prefers-color-scheme"]').map((source) => [
    source,
    source.media,
  ]);
  const press = () => {
    button?.setAttribute('aria-pressed', String(isDark()));
    const { scheme } = root.dataset;
    for (const [source, media] of sources)
      source.media = scheme
        ? media.replace(/\(\s*prefers-color-scheme\s*:\s*(\w+)\s*\)/g, (_, of) =>
            of === scheme ? '(width >= 0)' : '(width < 0)',
          )
        : media;
  };
  button?.addEventListener('click', () => {
    const scheme = isDark() ? 'light' : 'dark';
    const isSystem = system.matches === (scheme === 'dark');
    if (isSystem) delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    store.write('scheme', isSystem ? '' : scheme);
    press();
  });
  system.addEventListener('change', press);
  press();

  /* Copy buttons: those that the text has, and one in the corner of every other block of code */
  for (const code of all('#article-contents pre')) {
    if (!navigator.clipboard || code.closest('.annotate-row, .annotate-inline')) continue;
    let block = code.closest('.code-block');
    if (!block) {
      block = create('div', { className: 'code-block is-bare' });
      code.replaceWith(block);
      block.append(code);
    }
    if (block.querySelector('.js-copy')) continue;
    const tools = create('div', { className: 'code-tools' });
    tools.dataset.furniture = '';
    tools.append(create('button', { className: 'js-copy' }));
    block.append(tools);
  }
  for (const button of all('.js-copy')) {
    const code = button.closest('.code-block')?.querySelector('pre');
    if (!code || !navigator.clipboard) {
      button.hidden = true;
      continue;
    }
    button.type = 'button';
    button.dataset.furniture = '';
    /* Of what a terminal shows, the commands, and no end of the line that would run the last one; no lines that are taken out */
    const readCode = () => {
      const text = code.cloneNode(true);
      const others = all('.session-prompt, .session-rest', text);
      for (const other of [...others, ...all('.line-del', text)]) other.remove();
      return others.length ? text.textContent.trimEnd() : text.textContent;
    };
    /* It is called by the first line of what it copies */
    const offer = () => {
      button.textContent = copy;
      button.setAttribute('aria-label', `${copy}: ${readCode().trim().split('\n')[0].slice(0, 60)}`);
    };
    offer();
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(readCode());
      button.textContent = copied;
      button.removeAttribute('aria-label');
      setTimeout(offer, 2000);
    });
  }

  /* The whole page, as the link beside the button has it: asked for at once, for some browsers forget the click while they wait */
  const pageCopier = document.querySelector('.copy-page');
  pageCopier?.addEventListener('click', async () => {
    const label = pageCopier.textContent;
    const text = fetch(pageCopier.previousElementSibling.href).then(async (answer) => {
      if (!answer.ok) throw new Error(answer.statusText);
      return new Blob([await answer.text()], { type: 'text/plain' });
    });
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    pageCopier.textContent = copied;
    setTimeout(() => {
      pageCopier.textContent = label;
    }, 2000);
  });

  /* Lines that are too long go on below, in all code, once a reader asks for it; that is remembered */
  const wraps = [];
  const isLong = (code) => 'wrap' in root.dataset || code.scrollWidth > code.clientWidth;
  /* All are measured before the first one changes: else the page would be laid out for each */
  for (const code of wrap ? all('#article-contents pre:not(.wrap)').filter(isLong) : []) {
    const block = code.closest('.code-block');
    const copier = block?.querySelector('.js-copy');
    if (!copier || block.querySelector('.js-wrap')) continue;
    const wrapper = create('button', { className: 'js-wrap', type: 'button', textContent: wrap });
    wrapper.dataset.furniture = '';
    wrapper.addEventListener('click', () => {
      const isOn = 'wrap' in root.dataset;
      if (isOn) delete root.dataset.wrap;
      else root.dataset.wrap = '';
      store.write('wrap', isOn ? '' : 'on');
      pressWraps();
    });
    wraps.push(wrapper);
    copier.before(wrapper);
  }
  const pressWraps = () => {
    for (const wrapper of wraps) wrapper.setAttribute('aria-pressed', String('wrap' in root.dataset));
  };
  pressWraps();

  /* Tabs of code: a choice counts for all of them, and is remembered; a link to something in a tab shows it */
  const switches = all('.codetabs > label > input');
  const turn = (value) => {
    for (const input of switches) if (input.value === value) input.checked = true;
  };
  turn(store.read('code'));
  for (const input of switches)
    input.addEventListener('change', () => {
      turn(input.value);
      store.write('code', input.value);
    });
  const reveal = () => {
    const id = location.hash.slice(1);
    const target = document.getElementById(id) ?? document.querySelector(':target');
    let tab = target?.closest('.codetab');
    for (; tab; tab = tab.parentElement.closest('.codetab')) {
      const input = tab.previousElementSibling?.querySelector('input');
      if (!input || input.checked) continue;
      input.checked = true;
      target.scrollIntoView();
    }
  };
  if (switches[0]) {
    addEventListener('hashchange', reveal);
    reveal();
  }

  /* Notes of annotated code stand beside it or in it, as the reader last chose */
  const annotated = inline ? all('.annotate') : [];
  const place = (isInline) => {
    for (const block of annotated) {
      block.classList.toggle('is-inline', isInline);
      block.querySelector('.annotate-switch').textContent = isInline ? beside : inline;
    }
  };
  for (const block of annotated) {
    const button = create('button', { type: 'button', className: 'annotate-switch' });
    button.addEventListener('click', () => {
      const isInline = !block.classList.contains('is-inline');
      place(isInline);
      store.write('notes', isInline ? 'inline' : 'beside');
    });
    block.querySelector('.js-copy')?.before(button);
  }
  if (annotated.length > 0) place(store.read('notes') === 'inline');

  /* Pickers: arrows move through them; Escape and a click elsewhere close them */
  const pickers = all('nav.picker details');
  for (const picker of pickers) {
    picker.addEventListener('keydown', (event) => {
      const links = all('a', picker);
      const at = links.indexOf(document.activeElement);
      const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      picker.open = true;
      links.at(next % links.length).focus();
    });
  }
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const picker of pickers.filter(({ open }) => open)) {
      picker.open = false;
      picker.querySelector('summary').focus();
    }
  });
  /* Another version or language opens at the section that is being read; see below for one that lacks it */
  const readId = () => decode(location.hash);
  const listHeadings = (page) => all('article :is(h2, h3, h4, h5, h6)[id]', page);
  const twins = all('nav.picker li:not(.picker-more) a').filter((link) => !link.querySelector('small'));
  const findSection = () => {
    const asked = document.getElementById(readId());
    const { top, bottom } = asked?.getBoundingClientRect() ?? {};
    const isAbove = (heading) => heading.offsetParent && heading.getBoundingClientRect().top < 120;
    const isElsewhere = scrollY > 0 && !(bottom > 0 && top < innerHeight);
    const read = isElsewhere && listHeadings(document).findLast(isAbove);
    if (read) return `#${encodeURIComponent(read.id)}`;
    return asked ? location.hash : '';
  };
  const carry = () => {
    const hash = findSection();
    for (const link of twins) link.hash = hash;
  };
  carry();
  addEventListener('hashchange', carry);
  /* The page may scroll on between opening and choosing */
  for (const picker of pickers) for (const type of ['toggle', 'click']) picker.addEventListener(type, carry);

  addEventListener('click', ({ target }) => {
    for (const picker of pickers) if (!picker.contains(target)) picker.open = false;
  });

  /* Says so to readers who wanted a release that is no longer documented, or whom the host may have led here from one */
  const arrival = document.querySelector('[data-retired]');
  if (arrival) {
    const { plan, retired, sentence } = arrival.dataset;
    const from = document.referrer && `${new URL(document.referrer).pathname}/`;
    const release = retired
      .split(' ')
      .find((each) => from.includes(`/${plan}@${each}/`) || from.includes(`/enterprise/${each}/`));
    if (release) arrival.textContent = sentence.replace('{release}', release);
    arrival.hidden = !release && !performance.getEntriesByType('navigation')[0]?.redirectCount;
  }

  /* What scrolls can be reached with the keyboard */
  const reach = () => {
    for (const box of all('article :is(pre, table, math, .diagram)')) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  reach();
  addEventListener('resize', reach);

  /* Groups of the sidebar that the page is not in unfold with the list that the sidebar of their own page has */
  const unfold = (list) => {
    for (const link of all('a.closed', list)) {
      const group = create('details', {});
      const title = create('summary', {});
      const overview = create('a', { href: link.href, textContent: list.closest('nav').dataset.overview });
      const [below, item] = [create('ul', {}), create('li', {})];
      title.append(...link.childNodes);
      item.append(overview);
      below.append(item);
      group.append(title, below);
      link.replaceWith(group);
      group.addEventListener(
        'toggle',
        async () => {
          const page = await read(link.href).catch(() => {});
          const here = page?.querySelector('.sidebar [aria-current]');
          const found = here?.closest('ul') ?? page?.querySelector('.sidebar > ul');
          if (!found) return;
          here?.removeAttribute('aria-current');
          const isWhole = here?.closest('ul');
          below.append(...[...found.children].slice(isWhole ? 1 : 0));
          unfold(below);
        },
        { once: true },
      );
    }
  };
  for (const list of all('.sidebar > ul')) unfold(list);

  /* The sidebar begins where the page is */
  const current = document.querySelector('.sidebar [aria-current]');
  const sidebar = current?.closest('.sidebar');
  if (sidebar) {
    const show = () => {
      sidebar.scrollTop +=
        current.getBoundingClientRect().top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 3;
    };
    show();
    sidebar.addEventListener('toggle', show);
  }

  /* The mini contents are folded on narrow screens, where they name what is read, and follow the reader on wide ones */
  const contents = document.querySelector('nav.mini-contents details');
  if (contents) {
    const nav = contents.parentElement;
    const [title, list] = contents.children;
    /* Beside examples of an API there is no room for them */
    const wide = matchMedia(nav.closest('.operations') ? 'not all' : '(width >= 80rem)');
    const fold = () => {
      contents.open = wide.matches;
      title.tabIndex = wide.matches ? -1 : 0;
    };
    /* On narrow screens they lie over the text while they are open */
    addEventListener('click', ({ target }) => {
      if (!wide.matches && !title.contains(target)) contents.open = false;
    });
    wide.addEventListener('change', fold);
    fold();
    const links = all('a', list);
    const now = create('span', { lang: list.lang || root.lang, dir: list.dir || root.dir || 'ltr' });
    title.append(now);
    const headings = links.map(({ hash }) => document.getElementById(decode(hash)));
    let marked;
    let isAsked = false;
    const mark = () => {
      isAsked = false;
      const isShown = (at) => headings[at]?.offsetParent;
      const isPassed = (at) => headings[at].getBoundingClientRect().top < 120;
      const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2 && scrollY > 0;
      let found;
      links.forEach((link, at) => {
        if (isShown(at) && (isAtEnd || !found || isPassed(at))) found = link;
      });
      now.textContent =
        found && scrollY > 0 && (isAtEnd || isPassed(links.indexOf(found))) ? found.textContent : '';
      if (found === marked) return;
      marked?.removeAttribute('aria-current');
      found?.setAttribute('aria-current', 'true');
      marked = found;
      if (found && wide.matches) nav.scrollTop = found.offsetTop - nav.clientHeight / 2;
    };
    const ask = () => {
      if (!isAsked) requestAnimationFrame(mark);
      isAsked = true;
    };
    addEventListener('scroll', ask, { passive: true });
    addEventListener('change', ask);
    mark();
  }

  /* Images that are shown smaller than they are open large */
  const enlargeable = (image) => {
    const isSmall = image.naturalWidth > image.clientWidth * 1.1 && image.naturalWidth > 200;
    if (!isSmall || image.closest('a, button')) return;
    const opener = create('button', { type: 'button', className: 'image-button', title: enlarge });
    opener.dataset.furniture = '';
    image.replaceWith(opener);
    opener.append(image);
    opener.addEventListener('click', () => {
      const dialog = create('dialog', { className: 'image-dialog' });
      const close = create('button', { type: 'button', autofocus: true });
      close.setAttribute('aria-label', image.alt || enlarge);
      close.append(create('img', { src: image.src, alt: '' }));
      dialog.append(close);
      dialog.addEventListener('click', () => dialog.close());
      dialog.addEventListener('close', () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });
  };
  for (const image of all('#article-contents img')) {
    if (image.complete) enlargeable(image);
    else image.addEventListener('load', () => enlargeable(image));
  }

  /* Links within the site show what they lead to: the title and the intro, or the section and its first words */
  const pages = new Map();
  const summarise = (page, hash) => {
    const heading = hash && page.getElementById(decode(hash));
    const isSection = /^H[2-6]$/.test(heading?.tagName);
    const title = isSection ? heading : page.querySelector('h1');
    const next = isSection ? heading.nextElementSibling : page.querySelector('.lead');
    for (const furniture of all('[data-furniture]', title)) furniture.remove();
    return [title.textContent, next?.matches('p, .lead') ? next.textContent.trim().slice(0, 280) : ''];
  };

  /* A section that this version or language lacks: the nearest heading above it, which the page before knows, or the top */
  const isTwin = ({ origin, pathname }) =>
    twins.some((link) => link.origin === origin && link.pathname === pathname);
  const settle = async (id, from) => {
    const page = await read(from).catch(() => {});
    const missing = page?.getElementById(id);
    const isAbove = (heading) => heading.compareDocumentPosition(missing) & Node.DOCUMENT_POSITION_FOLLOWING;
    const above = missing ? listHeadings(page).filter(isAbove) : [];
    const found = above.findLast((heading) => document.getElementById(heading.id));
    if (readId() !== id) return;
    if (found) location.replace(`#${encodeURIComponent(found.id)}`);
    else history.replaceState(history.state, '', location.pathname + location.search);
  };
  const asked = readId();
  const isThere = document.getElementById(asked) || document.getElementsByName(asked)[0];
  if (asked && !isThere && document.referrer && isTwin(new URL(document.referrer)))
    settle(asked, document.referrer);

  let bubble;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    bubble?.remove();
    document.querySelector('[aria-describedby=decant-preview]')?.removeAttribute('aria-describedby');
    bubble = undefined;
  };
  const preview = async (link) => {
    const [path] = link.href.split('#');
    if (!pages.has(path))
      pages.set(
        path,
        read(path).catch(() => {}),
      );
    const page = await pages.get(path);
    if (!page?.querySelector('h1') || !link.matches(':hover, :focus')) return;
    hide();
    const [title, text] = summarise(page, link.hash);
    bubble = create('div', {
      className: 'preview',
      id: 'decant-preview',
      role: 'tooltip',
      lang: page.documentElement.lang,
      dir: page.documentElement.dir || 'ltr',
    });
    bubble.append(create('strong', { textContent: title }), create('p', { textContent: text }));
    document.body.append(bubble);
    link.setAttribute('aria-describedby', bubble.id);
    const [box = link.getBoundingClientRect()] = link.getClientRects();
    const isAbove = box.bottom + bubble.offsetHeight + 8 > innerHeight && box.top > bubble.offsetHeight;
    bubble.style.left = `${Math.max(8, Math.min(box.left, root.clientWidth - bubble.offsetWidth - 8))}px`;
    bubble.style.top = `${isAbove ? box.top - bubble.offsetHeight - 4 : box.bottom + 4}px`;
    bubble.addEventListener('mouseenter', () => clearTimeout(timer));
    bubble.addEventListener('mouseleave', hide);
  };
  const wait = (task, time) => {
    clearTimeout(timer);
    timer = setTimeout(task, time);
  };
  for (const link of matchMedia('(hover: hover)').matches ? all('#article-contents a, .lead a') : []) {
    const isPage = link.origin === location.origin && link.pathname.endsWith('/');
    if (!isPage || link.pathname === location.pathname) continue;
    for (const event of ['mouseenter', 'focus'])
      link.addEventListener(event, () => wait(() => preview(link), 300));
    link.addEventListener('mouseleave', () => wait(hide, 200));
    link.addEventListener('blur', hide);
  }
  addEventListener('scroll', hide, { passive: true });
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());

  /* The search is loaded when it is first used: by its button, a key, or an address that asks for something */
  const searchButton = document.querySelector('.search-button');
  const search = (query) =>
    import(searchButton.dataset.dialog).then(({ open }) => open(searchButton, query)).catch(() => {});
  if (searchButton) {
    searchButton.addEventListener('click', () => search());
    addEventListener('keydown', (event) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isText = target.closest?.('input, textarea, select, [contenteditable]');
      const isAsked = ctrlKey || metaKey ? key === 'k' && !altKey : key === '/' && !isText;
      if (!isAsked || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      search();
    });
    const query = new URLSearchParams(location.search).get('q');
    if (query) search(query);
    /* A result that was followed has left what to mark */
    try {
      if (sessionStorage.getItem('decant-found'))
        import(searchButton.dataset.dialog).then(({ markFound }) => markFound()).catch(() => {});
    } catch {}
  }
})();
