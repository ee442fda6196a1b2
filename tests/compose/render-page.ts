import { listFiles } from '../../src/compose/index.ts';
import type { SiteConfig } from '../../src/config/index.ts';
import type { Page } from '../../src/links/index.ts';
import type { Navigation } from '../../src/navigation/index.ts';
import type { Theme } from '../../src/theme/index.ts';
import { type PageSketch, sketchCorpus, sketchNavigation, sketchPage, sketchSite } from './sample-site.ts';

const FILES = [
  'styles.css',
  'early.js',
  'page.js',
  'variants.js',
  'filters.js',
  'choose-language.js',
  'redirect.js',
  'not-found.js',
  'changes.js',
  'compare.js',
  'home.css',
  'math.css',
  'landing.css',
  'guides.css',
  'code.css',
  'tabs.css',
  'operations.css',
  'steps.css',
  'files.css',
  'card-grid.css',
  'badges.css',
  'diagrams.css',
  'changes.css',
  'compare.css',
  'plain.css',
  'search.css',
  'banner.js',
  'compare-texts.js',
  'icon.svg',
];

export const THEME: Theme = {
  templates: undefined,
  files: FILES.map((name) => ({ name, output: `theme/${name}`, text: '' })),
};

/** The file of a page as compose writes it; `ui` is the content of `data/ui.yml`, `keys` are some of the site file. */
export function renderPage(
  page: Page,
  navigation: Navigation,
  ui: object = {},
  theme = THEME,
  keys: Partial<SiteConfig> = {},
): string {
  const sketched = sketchSite(navigation, [page]);
  const config = { ...sketched.config, ...keys };
  const languages = keys.languages?.map(({ code }) => code) ?? sketched.languages;
  const site = { ...sketched, config, languages, corpus: sketchCorpus([], ui) };
  const file = listFiles(site, theme).find(({ output }) => output === page.output);
  if (file === undefined) throw new Error(`No file for ${page.output}`);
  return file.render();
}

/** A page by itself, with nothing around it. */
export function renderAlone(sketch: PageSketch, ui: object = {}, keys: Partial<SiteConfig> = {}): string {
  const page = sketchPage(sketch);
  return renderPage(page, sketchNavigation({ page, children: [] }), ui, THEME, keys);
}
