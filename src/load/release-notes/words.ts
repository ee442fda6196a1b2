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
  const words = WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? ENGLISH;
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

const WORDS: Readonly<Record<string, NoteWords>> = { en: ENGLISH, ja: JAPANESE };
