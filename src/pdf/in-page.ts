/**
 * Runs in the browser, so it knows nothing beside itself. Makes one document of many pages: ids of a section begin with that of the
 * section, links between sections stay within the document, others become absolute, and headings stand below the title of
 * their page (`aria-level`, of which bookmarks are made; how they look stays). Drawings keep their ids: equal ids are equal
 * drawings. Waits for fonts and pictures.
 */
export async function settleBook(): Promise<void> {
  const sections = [...document.querySelectorAll<HTMLElement>('section[data-href]')];
  const read = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  const bySite = new Map(sections.map((section) => [read(section.dataset.href ?? ''), section]));
  for (const section of sections) {
    const own = `${section.id}-`;
    const checked = [...section.querySelectorAll<HTMLInputElement>('input[checked]')];
    for (const part of section.querySelectorAll('[id]:not(svg *, svg)')) part.id = own + part.id;
    for (const name of ['for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls'])
      for (const part of section.querySelectorAll(`[${name}]:not(svg *, svg)`))
        part.setAttribute(
          name,
          (part.getAttribute(name) ?? '').replace(/\S+/g, (id) => own + id),
        );
    for (const part of section.querySelectorAll(':is(a, input)[name]'))
      part.setAttribute('name', own + part.getAttribute('name'));
    for (const input of checked) input.checked = true;
    const level = Number(section.dataset.level);
    for (const heading of section.querySelectorAll('h1, h2, h3, h4, h5, h6'))
      heading.setAttribute('aria-level', String(Math.min(6, level + Number(heading.localName[1]) - 1)));
  }
  for (const section of sections) {
    const here = new URL(section.dataset.href ?? '', document.baseURI);
    for (const link of section.querySelectorAll('a[href]:not(svg *)')) {
      const href = link.getAttribute('href') ?? '';
      if (!URL.canParse(href, here)) continue;
      const url = new URL(href, here);
      const target = url.origin === here.origin ? bySite.get(read(url.pathname)) : undefined;
      const inner = target && `${target.id}-${read(url.hash.slice(1))}`;
      const found =
        inner === undefined
          ? undefined
          : (document.getElementById(inner) ?? document.getElementsByName(inner)[0]);
      if (target !== undefined) link.setAttribute('href', `#${encodeURIComponent(found?.id || target.id)}`);
      else link.setAttribute('href', url.href);
    }
  }
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
}

/** Runs in the browser: what scrolls on a screen, and is wider than a sheet, becomes smaller until it fits. */
export function shrinkWide(): void {
  const range = document.createRange();
  const scales: [HTMLElement, number][] = [];
  for (const element of document.querySelectorAll<HTMLElement>('section :is(.tml-display, table)')) {
    const room = element.parentElement?.clientWidth ?? 0;
    range.selectNodeContents(element);
    const width = range.getBoundingClientRect().width;
    if (room > 0 && width > room) scales.push([element, room / width]);
  }
  for (const [element, scale] of scales) element.style.setProperty('zoom', String(0.98 * scale));
}

/** Runs in the browser: puts the numbers of sheets into the list of contents. */
export function numberContents(numbers: Readonly<Record<string, number>>): void {
  for (const place of document.querySelectorAll<HTMLElement>('.book-number'))
    place.textContent = String(numbers[place.dataset.of ?? ''] ?? '');
}
