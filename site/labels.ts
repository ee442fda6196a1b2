import { findWordsLanguage } from './words.ts';

/** The word on a button of `introLinks`, unless the site has one for its key; a key that nobody knows is its own label. */
export function findIntroLabel(key: string, language: string): string {
  return findIn(INTRO_LINKS, key, language) ?? humanise(key);
}

/** The heading of a carousel, unless the site has one for its key. */
export function findCarouselLabel(key: string, language: string): string {
  return findIn(CAROUSELS, key, language) ?? humanise(key);
}

/** What kind of guide an article is, by its frontmatter `type`. */
export function findTypeLabel(type: string, language: string): string {
  return findIn(TYPES, type, language) ?? humanise(type);
}

type Labels = Readonly<Record<string, Readonly<Record<string, string>>>>;

function findIn(labels: Labels, key: string, language: string): string | undefined {
  const own = labels[findWordsLanguage(language, labels) ?? 'en'];
  return own?.[key.toLowerCase().replace(/[^a-z]/g, '')];
}

/** `quick_start` and `quickStart` to `Quick start`. */
function humanise(key: string): string {
  const text = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const INTRO_LINKS: Labels = {
  en: { quickstart: 'Quickstart' },
  ja: {
    overview: '概要',
    quickstart: 'クイックスタート',
    reference: 'リファレンス',
    referenceguides: 'リファレンス',
    guides: 'ガイド',
    authentication: '認証',
    releasenotes: 'リリースノート',
  },
};

const CAROUSELS: Labels = {
  en: { spotlight: 'In the spotlight' },
  ja: { spotlight: '注目', recommended: 'おすすめ' },
};

const TYPES: Labels = {
  en: { quickstart: 'Quickstart', howto: 'How-to', rai: 'Responsible use' },
  ja: {
    overview: '概要',
    quickstart: 'クイックスタート',
    tutorial: 'チュートリアル',
    howto: '手順',
    reference: 'リファレンス',
  },
};
