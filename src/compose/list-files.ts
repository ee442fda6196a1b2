import type { Theme } from '../theme/index.ts';
import { createPageView } from './create-page-view.ts';
import { createSiteView, listHomes } from './create-site-view.ts';
import { createCanonicalFinder } from './find-canonical.ts';
import type { ComposedFile, ComposedSite } from './types.ts';

/** Every text file of the site, in a stable order: pages, redirects, root, 404, the theme's own files. */
export function listFiles(site: ComposedSite, theme: Theme): readonly ComposedFile[] {
  const siteView = createSiteView(site, theme);
  const homes = listHomes(site, siteView);
  const findCanonical = createCanonicalFinder(site.config);
  const {
    page: renderPage,
    redirect: renderRedirect,
    root: renderRoot,
    notFound: renderNotFound,
  } = theme.templates;
  return [
    ...site.pages.map((page) => ({
      output: page.output,
      render: () => renderPage(createPageView(page, site, siteView, findCanonical)),
      isPage: true,
    })),
    ...site.redirects.map((redirect) => ({
      output: redirect.output,
      render: () => renderRedirect(redirect, siteView),
      isPage: false,
    })),
    { output: 'index.html', render: () => renderRoot(homes, siteView), isPage: true },
    { output: '404.html', render: () => renderNotFound(homes, siteView), isPage: true },
    ...theme.files.map(({ output, text }) => ({ output, render: () => text, isPage: false })),
  ];
}
