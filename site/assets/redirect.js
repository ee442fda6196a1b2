/* Leads on from an old address with the query and the fragment, which the refresh that comes next in the page would drop. */
(() => {
  const { pathname } = new URL(document.querySelector('[rel=canonical]').href);
  // The rest of the page is not read any more, so there is no refresh beside this.
  stop();
  location.replace(pathname + location.search + location.hash);
})();
