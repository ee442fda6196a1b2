import type { CardView } from '../../site/view.ts';
import { CARD_SIZE, type Card, nameCard, nameLook } from '../cards/index.ts';
import type { PageHead } from '../links/index.ts';
import { isOneProduct } from '../navigation/index.ts';
import type { PartOfSite } from './types.ts';

/** The card of a page, and the file that it is written into. */
export interface CardFile {
  readonly output: string;
  readonly card: Card;
}

type CardSite = Omit<PartOfSite, 'pages'>;

/** Cards of the pages of a site or a part of it; none where the site file does not ask for them. */
export function listCards(site: PartOfSite): readonly CardFile[] {
  if (site.config.cards === undefined) return [];
  return site.pages.map((page) => ({
    output: nameFile(page),
    card: createCard(page, site.navigation.findTrail(page), site),
  }));
}

/** What the head of a page says of its card. The address is another one where the picture is: services keep them long. */
export function createCardFinder(
  site: CardSite,
): (page: PageHead, trail: readonly PageHead[]) => CardView | undefined {
  const { config, corpus, hasCards = false } = site;
  if (!hasCards) return () => undefined;
  const { accent, fonts, logo } = config;
  const look = nameLook([
    accent?.light,
    fonts?.text,
    logo,
    logo && corpus.images.get(logo.light.text)?.output,
  ]);
  return (page, trail) => {
    const card = createCard(page, trail, site);
    const { title, version, site: name } = card;
    return {
      ...CARD_SIZE,
      href: `${config.basePath}cards${page.href.slice(config.basePath.length - 1, -1)}.png?${nameCard(card, look)}`,
      words: [title, version, name].filter((part) => part !== undefined && part !== '').join(' - '),
    };
  };
}

/** `en/tea/brew/index.html` has `cards/en/tea/brew.png`. */
function nameFile({ output }: PageHead): string {
  return `cards/${output.slice(0, -'/index.html'.length)}.png`;
}

/** The home page says what the site is about, where the site file does. */
function createCard(page: PageHead, trail: readonly PageHead[], site: CardSite): Card {
  const { config, navigation, versions } = site;
  const { language, version, title } = page;
  const isHome = page.article.path === '';
  const tree = navigation.findTree(language, version);
  const [, product] = tree === undefined || isOneProduct(tree) ? [] : trail;
  return {
    language,
    direction: config.languages.find(({ code }) => code === language)?.direction ?? 'ltr',
    site: config.title,
    title: (isHome && config.description?.[language]) || title,
    product: product === undefined || product.href === page.href ? undefined : product.shortTitle,
    version: versions.length > 1 ? version.title : undefined,
  };
}
