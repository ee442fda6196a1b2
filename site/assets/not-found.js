/* Leads from a release that is no longer documented to the same page of the one that stands in for it */
(async () => {
  const { base, retired = '[]' } = document.querySelector('main').dataset;
  const sections = [...document.querySelectorAll('section')];
  const [language, ...rest] = location.pathname.slice(base.length).split('/').filter(Boolean);
  const path = `${rest.join('/')}/`;
  const releases = JSON.parse(retired);
  const isBelow = (each) => path.startsWith(`${each}/`);
  const [from, successor, title] = releases.find(([each]) => isBelow(each)) ?? [];
  /* Hosts that know retired releases lead to this one before they ask whether it has the page */
  const to = successor ?? releases.find(([, each]) => each && isBelow(each))?.[1];
  const findHome = (code) => `${base}${code}/${to && `${to}/`}`;
  if (from && sections.some(({ lang }) => lang === language)) {
    const target = findHome(language) + path.slice(from.length + 1);
    const answer = await fetch(target, { method: 'HEAD' }).catch(() => {});
    if (answer?.ok) {
      location.replace(target + location.search + location.hash);
      return;
    }
  }

  /* No such page there: says so, and asks the search for what the address says */
  let asked = rest.at(-1) ?? '';
  try {
    asked = decodeURIComponent(asked);
  } catch {}
  asked = asked.replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
  for (const section of sections) {
    const form = section.querySelector('form');
    if (from) {
      const note = section.querySelector('[data-sentence]');
      note.textContent = note.dataset.sentence.replace('{version}', title);
      note.hidden = false;
    }
    if (to) {
      section.querySelector('a').href = findHome(section.lang);
      if (form) form.action = findHome(section.lang);
    }
    if (!form) continue;
    form.elements.q.value = asked;
    delete form.dataset.waiting;
  }
})();
