/* Runs before anything is drawn: the colours that the reader chose, and room for what only scripts can do. */
(() => {
  const root = document.documentElement;
  root.dataset.js = navigator.clipboard ? 'copy' : '';
  /* The end of support is told of as past once its day is over */
  const { until } = document.currentScript.dataset;
  if (until && Date.now() >= Date.parse(until) + 864e5) root.dataset.ended = '';
  try {
    const scheme = localStorage.getItem('decant-scheme');
    if (scheme) root.dataset.scheme = scheme;
    if (localStorage.getItem('decant-wrap')) root.dataset.wrap = '';
    /* The tab of code that was chosen before, shown until the text is there and `page.js` turns the switches */
    const tab = JSON.stringify(localStorage.getItem('decant-code') ?? '');
    if (tab !== '""') {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `.codetabs:has(>[data-label=${tab}])>.codetab{display:none}.codetabs>[data-label=${tab}]{display:block!important}`,
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.addEventListener('DOMContentLoaded', () => sheet.replaceSync(''));
    }
  } catch {}
})();
