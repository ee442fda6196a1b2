/* Small comforts; every page works without them. */
(() => {
  const { copy, copied } = document.body.dataset;

  /* Copy buttons */
  for (const button of document.querySelectorAll('.js-copy')) {
    const code = button.closest('.code-block')?.querySelector('pre');
    if (!code || !navigator.clipboard) {
      button.hidden = true;
      continue;
    }
    button.textContent = copy;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 2000);
    });
  }

  /* Pickers close on Escape and on a click elsewhere */
  const pickers = [...document.querySelectorAll('.picker details')];
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const picker of pickers.filter(({ open }) => open)) {
      picker.open = false;
      picker.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    for (const picker of pickers) if (!picker.contains(event.target)) picker.open = false;
  });

  /* What scrolls sideways can be reached with the keyboard */
  for (const box of document.querySelectorAll('#article-contents :is(pre, table)')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
})();
