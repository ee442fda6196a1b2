/*
 * The first script of every page of a bundle. Browsers let a page of a disk fetch nothing, load no module and start no worker: files
 * come as scripts that hand over their bytes, modules as scripts that hand over a function, and workers run in the page.
 */
(() => {
  const own = document.currentScript;
  const root = new URL('.', own.src);
  const { base } = own.dataset;
  const given = new Map();
  const scripts = new Map();

  /* Runs a script once, and gives what it has handed over */
  const run = (href) => {
    const { href: src } = new URL(href, document.baseURI);
    if (!scripts.has(src)) {
      const running = new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src });
        script.onload = () => resolve(given.get(src));
        script.onerror = () => reject(new Error(src));
        document.head.append(script);
      });
      running.catch(() => scripts.delete(src));
      scripts.set(src, running);
    }
    return scripts.get(src);
  };
  const take = (value) => given.set(document.currentScript.src, value);
  const modules = new Map();
  const load = async (href) => {
    const make = await run(href);
    if (!modules.has(make)) modules.set(make, make(window));
    return modules.get(make);
  };
  window.decant = { define: take, give: take, load };

  const isOwn = (url) => url.href.startsWith(root.href);
  const readFile = async (url) => {
    const text = atob(await run(`${url.href}.js`));
    return new Response(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  };

  /* A page is read in a frame, where it hands itself over before its scripts have changed it */
  const FRAME = 'decant-page';
  const readPage = (url) =>
    new Promise((resolve, reject) => {
      const frame = Object.assign(document.createElement('iframe'), {
        name: FRAME,
        src: url.href,
        hidden: true,
      });
      const end = (settle, value) => {
        clearTimeout(timer);
        removeEventListener('message', listen);
        frame.remove();
        settle(value);
      };
      const listen = ({ source, data }) =>
        source === frame.contentWindow && end(resolve, new Response(String(data)));
      const timer = setTimeout(() => end(reject, new Error(url.href)), 10_000);
      addEventListener('message', listen);
      document.body.append(frame);
    });
  if (window.name === FRAME && window.parent !== window)
    document.addEventListener(
      'readystatechange',
      () => {
        for (const link of document.querySelectorAll('a[href]')) link.setAttribute('href', link.href);
        window.parent.postMessage(document.documentElement.outerHTML, '*');
        stop();
      },
      { once: true },
    );

  const { fetch } = window;
  window.fetch = (request, options) => {
    const url = new URL(request.url ?? request, document.baseURI);
    [url.hash, url.search] = ['', ''];
    if (!isOwn(url)) return fetch(request, options);
    return url.pathname.endsWith('.html') ? readPage(url) : readFile(url);
  };

  window.Worker = class {
    constructor(href) {
      const Scope = class {};
      const scope = Object.assign(new Scope(), {
        postMessage: (data) => !this.isEnded && this.onmessage?.({ data }),
      });
      this.scope = run(href).then((make) => {
        make(scope, Scope);
        return scope;
      });
      this.scope.catch((error) => this.onerror?.(error));
    }
    postMessage(data) {
      this.scope.then((scope) => scope.onmessage({ data })).catch(() => {});
    }
    terminate() {
      this.isEnded = true;
    }
  };

  /* Links that scripts make have addresses of the site: they lead from file to file, too */
  const lead = (href) => {
    const [, path, suffix] = /^([^?#]*)(.*)$/s.exec(href.slice(base.length));
    return new URL(`./${path}${/(^|\/)$/.test(path) ? 'index.html' : ''}${suffix}`, root).href;
  };
  const INNER = 'a[href^="/"]';
  const listLinks = (node) => [
    ...(node.matches?.(INNER) ? [node] : []),
    ...(node.querySelectorAll?.(INNER) ?? []),
  ];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const link of [...addedNodes].flatMap(listLinks)) {
        const href = link.getAttribute('href');
        if (href.startsWith(base)) link.href = lead(href);
      }
  }).observe(document, { childList: true, subtree: true });
})();
