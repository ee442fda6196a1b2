import { builtInTemplates } from '../../site/templates.ts';
import type { LanguageHome, SiteView } from '../../site/view.ts';
import { findWords, replaceWords, type Words } from '../../site/words.ts';
import type { Language } from '../config/index.ts';
import { readMap, readText } from '../navigation/index.ts';
import type { Theme } from '../theme/index.ts';
import { createPresenceView } from './create-presence-view.ts';
import type { PartOfSite } from './types.ts';

/** What all files share. */
export function createSiteView(site: Omit<PartOfSite, 'pages'>, { templates, files }: Theme): SiteView {
  const { config } = site;
  const [sourceLanguage] = config.languages;
  if (sourceLanguage === undefined) throw new Error('A site has at least one language.');
  const shared = new WeakMap<object, unknown>();
  return {
    title: config.title,
    baseUrl: config.baseUrl,
    basePath: config.basePath,
    languages: listLanguages(site),
    sourceLanguage,
    theme: {
      styles: findFile('styles.css'),
      early: findFile('early.js'),
      script: findFile('page.js'),
      variants: findFile('variants.js'),
      filters: findFile('filters.js'),
      chooseLanguage: findFile('choose-language.js'),
      redirect: findFile('redirect.js'),
      notFound: findFile('not-found.js'),
      changes: findFile('changes.js'),
      compare: findFile('compare.js'),
      compareTexts: findFile('compare-texts.js'),
      icon: findFile('icon.svg'),
      home: findFile('home.css'),
      banner: findFile('banner.js'),
      findFile,
    },
    variants: { tool: config.tools ?? [], platform: config.platforms ?? [] },
    hasSearch: site.hasSearch ?? false,
    hasMath: config.math ?? false,
    hasDiagrams: config.diagrams !== undefined,
    presence: createPresenceView(site),
    templates: templates ?? builtInTemplates,
    words: createWords(site),
    findLabel: (language, group, key) =>
      readText(readMap(readMap(site.corpus.data.tree(language).ui)[group])[key]) || undefined,
    share,
  };

  /** A key makes values of one type only. */
  function share<Value>(key: object, make: () => Value): Value {
    const found = shared.get(key);
    if (found !== undefined) return found as Value;
    const made = make();
    shared.set(key, made);
    return made;
  }

  function findFile(name: string): string {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) throw new Error(`The theme has no file ${name}.`);
    return `${config.basePath}${file.output}`;
  }
}

/** Where each built language begins: its home page in the first version that has one. */
export function listHomes(
  { navigation, versions }: Pick<PartOfSite, 'navigation' | 'versions'>,
  { languages }: SiteView,
): readonly LanguageHome[] {
  return languages.flatMap((language) => {
    const homes = versions.flatMap((version) => {
      const page = navigation.findTree(language.code, version)?.page;
      return page === undefined ? [] : [{ label: version.title, href: page.href, id: version.id }];
    });
    const [home] = homes;
    return home === undefined ? [] : [{ language, href: home.href, versions: homes }];
  });
}

function listLanguages({ config, languages }: Pick<PartOfSite, 'config' | 'languages'>): readonly Language[] {
  return config.languages.filter(({ code }) => languages.includes(code));
}

/** The built-in words under those that the site sets in `data/ui.yml`, put together once for each language. */
function createWords({ config, corpus }: Pick<PartOfSite, 'config' | 'corpus'>): (language: string) => Words {
  const words = new Map(
    config.languages.map(({ code }) => [code, replaceWords(findWords(code), corpus.data.tree(code).ui)]),
  );
  return (language) => words.get(language) ?? findWords(language);
}
