/* Shows the variants for one tool and one platform. Runs before the text is there, so that nothing jumps. */
(() => {
  const defaults = document.currentScript.dataset;
  const store = {
    read: (axis) => {
      try {
        return localStorage.getItem(`decant-${axis}`);
      } catch {}
    },
    write: (axis, value) => {
      try {
        localStorage.setItem(`decant-${axis}`, value);
      } catch {}
    },
  };
  const guess = {
    platform: /Mac|iP(hone|ad)/.test(navigator.userAgent)
      ? 'mac'
      : /Win/.test(navigator.userAgent)
        ? 'windows'
        : 'linux',
  };
  /* What the address names, as an id; nothing where it cannot be read */
  const readHash = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };

  /* Where a link leads is known when the text is there: until then it is not shown, rather than shown wrong */
  if (readHash()) {
    const veil = new CSSStyleSheet();
    veil.replaceSync('#article-contents,.mini-contents{visibility:hidden}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, veil];
    const lift = () => veil.replaceSync('');
    document.addEventListener('DOMContentLoaded', () => setTimeout(lift));
  }

  for (const picker of document.querySelectorAll('.variants')) {
    const { axis } = picker.dataset;
    const inputs = [...picker.querySelectorAll('input')];
    const find = (value) => inputs.find((input) => input.value === value);
    const findIn = (element) => find(element?.className.match(`\\b${axis}-([\\w-]+)`)?.[1]);
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const show = (input) => {
      input.checked = true;
      sheet.replaceSync(
        `:is(#article-contents div,.mini-contents li)[class*="${axis}-"]:not(.${axis}-${input.value}){display:none}`,
      );
    };

    const asked = new URLSearchParams(location.search).get(axis);
    show([asked, defaults[axis], store.read(axis), guess[axis]].map(find).find(Boolean) ?? inputs[0]);
    picker.hidden = false;
    picker.addEventListener('change', ({ target }) => {
      show(target);
      store.write(axis, target.value);
      const url = new URL(location);
      url.searchParams.set(axis, target.value);
      history.replaceState(history.state, '', url);
    });

    /* A link to anything shows the variant that it is in */
    const reveal = () => {
      const target = document.getElementById(readHash());
      const input = findIn(target?.closest(`#article-contents div[class*="${axis}-"]`));
      if (!input || input.checked) return;
      show(input);
      target.scrollIntoView();
    };
    addEventListener('hashchange', reveal);
    document.addEventListener('DOMContentLoaded', reveal);
  }
})();
