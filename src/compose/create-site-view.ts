import type { LanguageHome, SiteView } from '../../site/view.ts';
import { findWords, replaceWords, type Words } from '../../site/words.ts';
import type { Language } from '../config/index.ts';
import { readMap, readText } from '../navigation/index.ts';
import type { ThemeFile } from './theme-files.ts';
import type { ComposedSite } from './types.ts';

/** What all files share. */
export function createSiteView(site: ComposedSite, theme: readonly ThemeFile[]): SiteView {
  const { config } = site;
  const [sourceLanguage] = config.languages;
  if (sourceLanguage === undefined) throw new Error('A site has at least one language.');
  return {
    title: config.title,
    baseUrl: config.baseUrl,
    basePath: config.basePath,
    languages: listLanguages(site),
    sourceLanguage,
    theme: {
      styles: findThemeHref('styles.css', config.basePath, theme),
      script: findThemeHref('page.js', config.basePath, theme),
      variants: findThemeHref('variants.js', config.basePath, theme),
      chooseLanguage: findThemeHref('choose-language.js', config.basePath, theme),
      icon: findThemeHref('icon.svg', config.basePath, theme),
    },
    words: createWords(site),
    findLabel: (language, group, key) =>
      readText(readMap(readMap(site.corpus.data.tree(language).ui)[group])[key]) || undefined,
  };
}

/** Where each built language begins: its home page in the first version that has one. */
export function listHomes(
  { navigation, versions }: ComposedSite,
  { languages }: SiteView,
): readonly LanguageHome[] {
  return languages.flatMap((language) => {
    const trees = versions.map((version) => navigation.findTree(language.code, version));
    const home = trees.find((tree) => tree !== undefined)?.page;
    return home === undefined ? [] : [{ language, href: home.href }];
  });
}

function listLanguages({ config, languages }: ComposedSite): readonly Language[] {
  return config.languages.filter(({ code }) => languages.includes(code));
}

/** The built-in words under those that the site sets in `data/ui.yml`, put together once for each language. */
function createWords({ config, corpus }: ComposedSite): (language: string) => Words {
  const words = new Map(
    config.languages.map(({ code }) => [code, replaceWords(findWords(code), corpus.data.tree(code).ui)]),
  );
  return (language) => words.get(language) ?? findWords(language);
}

function findThemeHref(name: string, basePath: string, theme: readonly ThemeFile[]): string {
  const file = theme.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`The theme has no file ${name}.`);
  return `${basePath}${file.output}`;
}
