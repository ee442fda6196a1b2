/* Sends the reader of the root page to the first of their languages that the site has, else to the site's first. */
(() => {
  const links = [...document.querySelectorAll('[data-languages] a')];
  const find = (wanted) =>
    links.find(({ hreflang }) => hreflang.toLowerCase() === wanted.toLowerCase()) ??
    links.find(({ hreflang }) => hreflang.split('-')[0].toLowerCase() === wanted.split('-')[0].toLowerCase());
  const chosen = (navigator.languages ?? []).map(find).find(Boolean) ?? links[0];
  if (chosen) location.replace(chosen.pathname + location.search + location.hash);
})();
