/* Runs before anything is drawn: the colours that the reader chose, and room for what only scripts can do. */
(() => {
  const root = document.documentElement;
  root.dataset.js = '';
  try {
    const scheme = localStorage.getItem('decant-scheme');
    if (scheme) root.dataset.scheme = scheme;
  } catch {}
})();
