import type { Page } from '@playwright/test';

/** What a page did that only its scripts and its readers' browser may do, in the order of events. */
export interface Trap {
  readonly caught: string[];
  /** Clicks, hovers and focuses everything, and looks at what the browser made of the HTML. */
  spring(): Promise<void>;
}

/** Functions that tests put into every window. */
interface TrapWindow {
  noteTrap(what: string): void;
}

/**
 * Sets a trap before a page is opened: `trap()` and every dialog, scripts the theme does not have, requests of other sites but for
 * pictures and frames, which content may have, and leaving the page.
 *
 * @param origin of the site
 */
export async function setTrap(page: Page, origin: string): Promise<Trap> {
  const caught: string[] = [];
  const note = (what: string) => void caught.push(`${new URL(page.url()).pathname}: ${what}`);
  await page.exposeFunction('noteTrap', note);
  await page.addInitScript(() => {
    const { noteTrap } = window as unknown as TrapWindow;
    const trap = (...what: readonly unknown[]) => noteTrap(`trap(${what.join()})`);
    const calls = { trap, alert: trap, confirm: trap, prompt: trap, print: trap, open: trap };
    for (const [name, call] of Object.entries(calls)) Object.defineProperty(window, name, { value: call });
    // A link that runs nothing leads nowhere, and no form is sent; any other link does what it would do.
    const stay = (event: Event) => {
      const link = (event.target as Element | null)?.closest?.('a, area');
      const address = (link as HTMLAnchorElement | null)?.href;
      const scheme = typeof address === 'string' ? /^[a-z+.-]+:/.exec(address)?.[0] : undefined;
      if (scheme !== undefined && /^(?:https?|mailto|tel|file|blob|vscode):/.test(scheme))
        event.preventDefault();
    };
    addEventListener('click', stay, true);
    addEventListener('submit', (event) => event.preventDefault(), true);
  });
  page.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', (popup) => {
    note('popup');
    void popup.close();
  });
  page.on('download', () => note('download'));
  page.on('framenavigated', (frame) => {
    if (
      frame === page.mainFrame() &&
      !/^(?:about:|file:)/.test(frame.url()) &&
      !frame.url().startsWith(`${origin}/`)
    )
      note(`left for ${frame.url()}`);
  });
  await page.route(
    (url) => /^https?:/.test(url.href) && url.origin !== origin,
    (route) => {
      const request = route.request();
      const isFrame = request.isNavigationRequest() && request.frame() !== page.mainFrame();
      const isAllowed = isFrame
        ? request.url().startsWith('https:')
        : /^(?:image|media)$/.test(request.resourceType());
      if (!isAllowed) note(`request of a ${request.resourceType()}: ${request.url()}`);
      return route.abort();
    },
  );
  return { caught, spring: () => page.evaluate(springTrap) };
}

/** In the page. */
async function springTrap(): Promise<void> {
  const { noteTrap } = window as unknown as TrapWindow;
  const isCover = (name: string, value: string) =>
    name === 'style' && /position|url\(|transform|inset/i.test(value);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on|^(?:srcdoc|formaction)$/i.test(name) || isCover(name, value))
        noteTrap(`<${element.localName} ${name}="${value}">`);
      // As a browser reads it, which leaves out blanks and control characters.
      const isAddress = /^(?:href|src|xlink:href|action|data|poster|cite|ping)$/.test(name);
      const scheme = isAddress ? URL.parse?.(value, document.baseURI)?.protocol : undefined;
      if (
        scheme !== undefined &&
        /^(?:javascript|vbscript|data|blob|filesystem):/.test(scheme) &&
        element.localName !== 'img'
      )
        noteTrap(`<${element.localName} ${name}="${value}">`);
    }
    const isInline = element.localName === 'script' && !element.hasAttribute('src');
    if (isInline || /^(?:style|object|embed|base|portal|template)$/i.test(element.localName))
      noteTrap(`<${element.localName}>`);
  }
  for (const element of document.querySelectorAll('details')) element.open = true;
  // Where a reader goes with a pointer or by key; a dozen of each kind of page is enough for the scripts of the theme.
  const stops = document.querySelectorAll<HTMLElement>(
    'main :is(a, area, button, summary, label, input), svg a',
  );
  for (const [at, element] of [...stops].entries()) {
    if (at < 12)
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'focusin'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
