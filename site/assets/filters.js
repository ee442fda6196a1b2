/* Lists that readers can narrow: loaded by pages that have one. */
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/* Cards are filtered by their kind, and by what they are about: lists in their `data-` attributes */
for (const filters of all('.guide-filters')) {
  const cards = all('li', filters.nextElementSibling);
  const selects = all('select', filters);
  const apply = () => {
    for (const card of cards) {
      const { type, topics: topic, ...lists } = card.dataset;
      const has = (by, value) =>
        by === 'type' ? value === type : JSON.parse({ topic, ...lists }[by] ?? '[]').includes(value);
      card.hidden = selects.some(({ value, dataset }) => value && !has(dataset.by, value));
    }
    const shown = cards.filter(({ hidden }) => !hidden).length;
    filters.querySelector('output').textContent = `${shown} / ${cards.length}`;
  };
  filters.addEventListener('change', apply);
  addEventListener('pageshow', apply);
  apply();
}

/* Lists of many pages are filtered by words of their titles and of their groups */
for (const filter of all('.page-filter')) {
  const section = filter.parentElement;
  const field = filter.querySelector('input');
  const pages = all('li', section);
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const page of pages) {
      const heading = page.closest('.group')?.querySelector('h2').textContent ?? '';
      const text = `${heading} ${page.textContent}`.toLowerCase();
      page.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of all('.group', section)) group.hidden = !group.querySelector('li:not([hidden])');
    for (const rest of all('.group details', section)) rest.open = words.length > 0;
    const shown = pages.filter(({ hidden }) => !hidden).length;
    filter.querySelector('output').textContent = `${shown} / ${pages.length}`;
  };
  field.addEventListener('input', apply);
  addEventListener('pageshow', apply);
  apply();
}
