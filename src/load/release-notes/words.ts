import { findLanguageKey } from '../../config/index.ts';
import { readTree } from './collect-release-notes.ts';

/** Words of release notes in one language. */
export interface NoteWords {
  /** Headings of the sections, in the order they are shown. */
  readonly sections: Readonly<Record<string, string>>;
  /** `{date}` is the day in words. */
  readonly released: string;
  readonly candidate: string;
}

/** The built-in words, English where there are none, under the headings that `release_notes` of `data/ui.yml` has. */
export function findNoteWords(language: string, ui: unknown): NoteWords {
  const words = WORDS[findLanguageKey(language, WORDS) ?? ''] ?? ENGLISH;
  const own = Object.entries(readTree(readTree(ui).release_notes)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ...words, sections: { ...words.sections, ...Object.fromEntries(own) } };
}

/** `2021-10-01` in words of a language; what is no day stays as it is. */
export function spellNoteDay(day: string, language: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return day;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const ENGLISH: NoteWords = {
  sections: {
    features: 'Features',
    security_fixes: 'Security fixes',
    bugs: 'Bug fixes',
    changes: 'Changes',
    known_issues: 'Known issues',
    deprecations: 'Deprecations',
    closing_down: 'Closing down',
    retired: 'Retired',
    backups: 'Backups',
    errata: 'Errata',
  },
  released: 'Released on {date}.',
  candidate: 'This is a release candidate. Do not use it for your work.',
};

const JAPANESE: NoteWords = {
  sections: {
    features: '新機能',
    security_fixes: 'セキュリティの修正',
    bugs: 'バグの修正',
    changes: '変更点',
    known_issues: '既知の問題',
    deprecations: '非推奨',
    closing_down: '提供終了の予定',
    retired: '提供終了',
    backups: 'バックアップ',
    errata: '訂正',
  },
  released: 'リリース日：{date}',
  candidate: 'これはリリース候補です。本番環境では使用しないでください。',
};

const ARABIC: NoteWords = {
  sections: {
    features: 'الميزات',
    security_fixes: 'إصلاحات الأمان',
    bugs: 'إصلاحات الأخطاء',
    changes: 'التغييرات',
    known_issues: 'مشكلات معروفة',
    deprecations: 'ميزات مهملة',
    closing_down: 'ميزات سيجري إيقافها',
    retired: 'ميزات أُوقفت',
    backups: 'النسخ الاحتياطية',
    errata: 'تصويبات',
  },
  released: 'تاريخ الإصدار: {date}',
  candidate: 'هذا إصدار مرشّح. لا تستخدمه في بيئة الإنتاج.',
};

const GERMAN: NoteWords = {
  sections: {
    features: 'Neue Funktionen',
    security_fixes: 'Sicherheitskorrekturen',
    bugs: 'Fehlerbehebungen',
    changes: 'Änderungen',
    known_issues: 'Bekannte Probleme',
    deprecations: 'Veraltete Funktionen',
    closing_down: 'Wird eingestellt',
    retired: 'Eingestellt',
    backups: 'Backups',
    errata: 'Berichtigungen',
  },
  released: 'Veröffentlicht am {date}.',
  candidate: 'Dies ist ein Release Candidate. Setzen Sie ihn nicht produktiv ein.',
};

const SPANISH: NoteWords = {
  sections: {
    features: 'Novedades',
    security_fixes: 'Correcciones de seguridad',
    bugs: 'Correcciones de errores',
    changes: 'Cambios',
    known_issues: 'Problemas conocidos',
    deprecations: 'Funciones obsoletas',
    closing_down: 'Próximas retiradas',
    retired: 'Retirado',
    backups: 'Copias de seguridad',
    errata: 'Erratas',
  },
  released: 'Publicado el {date}.',
  candidate: 'Esta es una versión candidata. No la uses en producción.',
};

const FRENCH: NoteWords = {
  sections: {
    features: 'Nouveautés',
    security_fixes: 'Correctifs de sécurité',
    bugs: 'Correctifs de bogues',
    changes: 'Modifications',
    known_issues: 'Problèmes connus',
    deprecations: 'Fonctionnalités obsolètes',
    closing_down: 'Arrêts prévus',
    retired: 'Supprimé',
    backups: 'Sauvegardes',
    errata: 'Errata',
  },
  released: 'Publiée le {date}.',
  candidate: 'Ceci est une version candidate. Ne l’utilisez pas en production.',
};

const KOREAN: NoteWords = {
  sections: {
    features: '새 기능',
    security_fixes: '보안 수정',
    bugs: '버그 수정',
    changes: '변경 사항',
    known_issues: '알려진 문제',
    deprecations: '사용 중단 예정',
    closing_down: '종료 예정',
    retired: '종료',
    backups: '백업',
    errata: '정정',
  },
  released: '출시일: {date}',
  candidate: '릴리스 후보입니다. 프로덕션 환경에서 사용하지 마세요.',
};

const BRAZILIAN: NoteWords = {
  sections: {
    features: 'Novidades',
    security_fixes: 'Correções de segurança',
    bugs: 'Correções de bugs',
    changes: 'Alterações',
    known_issues: 'Problemas conhecidos',
    deprecations: 'Recursos obsoletos',
    closing_down: 'Em encerramento',
    retired: 'Encerrado',
    backups: 'Backups',
    errata: 'Errata',
  },
  released: 'Lançada em {date}.',
  candidate: 'Esta é uma versão candidata. Não a use em produção.',
};

const RUSSIAN: NoteWords = {
  sections: {
    features: 'Новые возможности',
    security_fixes: 'Исправления безопасности',
    bugs: 'Исправления ошибок',
    changes: 'Изменения',
    known_issues: 'Известные проблемы',
    deprecations: 'Устаревшие возможности',
    closing_down: 'Готовится к прекращению',
    retired: 'Прекращено',
    backups: 'Резервное копирование',
    errata: 'Исправления в документации',
  },
  released: 'Дата выпуска: {date}',
  candidate: 'Это кандидат в выпуски. Не используйте его в рабочей среде.',
};

const CHINESE: NoteWords = {
  sections: {
    features: '新功能',
    security_fixes: '安全修复',
    bugs: '错误修复',
    changes: '变更',
    known_issues: '已知问题',
    deprecations: '弃用',
    closing_down: '即将停用',
    retired: '已停用',
    backups: '备份',
    errata: '勘误',
  },
  released: '发布日期：{date}',
  candidate: '这是候选版本，请勿用于生产环境。',
};

const WORDS: Readonly<Record<string, NoteWords>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
  ko: KOREAN,
  'pt-BR': BRAZILIAN,
  ru: RUSSIAN,
  'zh-Hans': CHINESE,
};
