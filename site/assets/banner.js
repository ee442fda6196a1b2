/* Takes the banner away once its last day is over where the reader is. */
(() => {
  const banner = document.querySelector('.banner');
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (day > banner.dataset.until) banner.remove();
})();
