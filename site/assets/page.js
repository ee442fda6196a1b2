/* Small comforts; every page works without them. */
(() => {
  const { copy, copied, inline, beside } = document.body.dataset;

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

  /* Notes of annotated code stand beside it or in it, as the reader last chose */
  const annotated = document.querySelectorAll('.annotate');
  const place = (isInline) => {
    for (const block of annotated) {
      block.classList.toggle('is-inline', isInline);
      block.querySelector('.annotate-switch').textContent = isInline ? beside : inline;
    }
  };
  for (const block of annotated) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'annotate-switch';
    button.addEventListener('click', () => {
      const isInline = !block.classList.contains('is-inline');
      place(isInline);
      try {
        localStorage.setItem('decant-notes', isInline ? 'inline' : 'beside');
      } catch {}
    });
    block.prepend(button);
  }
  if (annotated.length > 0) {
    let chosen;
    try {
      chosen = localStorage.getItem('decant-notes');
    } catch {}
    place(chosen === 'inline');
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

  /* A day that was ahead when the page was made may be over */
  for (const note of document.querySelectorAll('[data-ends]')) {
    if (new Date(note.dataset.ends) < new Date()) note.textContent = note.dataset.ended;
  }

  /* What scrolls sideways can be reached with the keyboard */
  for (const box of document.querySelectorAll('#article-contents :is(pre, table)')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
})();
