import { findLanguageKey } from '../src/config/index.ts';

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
  const own = labels[findLanguageKey(language, labels) ?? 'en'];
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
  ar: { overview: 'نظرة عامة', quickstart: 'البدء السريع', reference: 'المرجع', guides: 'الأدلة' },
  de: { overview: 'Übersicht', quickstart: 'Schnellstart', reference: 'Referenz', guides: 'Anleitungen' },
  es: {
    overview: 'Información general',
    quickstart: 'Inicio rápido',
    reference: 'Referencia',
    guides: 'Guías',
  },
  fr: {
    overview: 'Vue d’ensemble',
    quickstart: 'Démarrage rapide',
    reference: 'Référence',
    guides: 'Guides',
  },
  ko: { overview: '개요', quickstart: '빠른 시작', reference: '참조', guides: '가이드' },
  'pt-BR': { overview: 'Visão geral', quickstart: 'Início rápido', reference: 'Referência', guides: 'Guias' },
  ru: { overview: 'Обзор', quickstart: 'Быстрый старт', reference: 'Справочник', guides: 'Руководства' },
  'zh-Hans': { overview: '概述', quickstart: '快速入门', reference: '参考', guides: '指南' },
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
  ar: { spotlight: 'مختارات', recommended: 'موصى به' },
  de: { spotlight: 'Im Blickpunkt', recommended: 'Empfohlen' },
  es: { spotlight: 'Destacado', recommended: 'Recomendado' },
  fr: { spotlight: 'À la une', recommended: 'Recommandé' },
  ko: { spotlight: '주목할 문서', recommended: '추천' },
  'pt-BR': { spotlight: 'Em destaque', recommended: 'Recomendado' },
  ru: { spotlight: 'В центре внимания', recommended: 'Рекомендуем' },
  'zh-Hans': { spotlight: '精选', recommended: '推荐' },
  en: { spotlight: 'In the spotlight' },
  ja: { spotlight: '注目', recommended: 'おすすめ' },
};

const TYPES: Labels = {
  ar: {
    overview: 'نظرة عامة',
    quickstart: 'البدء السريع',
    tutorial: 'درس تعليمي',
    howto: 'إرشادات',
    reference: 'مرجع',
  },
  de: { overview: 'Übersicht', quickstart: 'Schnellstart', howto: 'Anleitung', reference: 'Referenz' },
  es: {
    overview: 'Información general',
    quickstart: 'Inicio rápido',
    howto: 'Guía práctica',
    reference: 'Referencia',
  },
  fr: {
    overview: 'Vue d’ensemble',
    quickstart: 'Démarrage rapide',
    tutorial: 'Tutoriel',
    howto: 'Guide pratique',
    reference: 'Référence',
  },
  ko: { overview: '개요', quickstart: '빠른 시작', tutorial: '튜토리얼', howto: '방법', reference: '참조' },
  'pt-BR': {
    overview: 'Visão geral',
    quickstart: 'Início rápido',
    howto: 'Como fazer',
    reference: 'Referência',
  },
  ru: {
    overview: 'Обзор',
    quickstart: 'Быстрый старт',
    tutorial: 'Учебник',
    howto: 'Инструкция',
    reference: 'Справочник',
  },
  'zh-Hans': {
    overview: '概述',
    quickstart: '快速入门',
    tutorial: '教程',
    howto: '操作指南',
    reference: '参考',
  },
  en: { quickstart: 'Quickstart', howto: 'How-to', rai: 'Responsible use' },
  ja: {
    overview: '概要',
    quickstart: 'クイックスタート',
    tutorial: 'チュートリアル',
    howto: '手順',
    reference: 'リファレンス',
  },
};
