import type { ReportFault, YamlMap } from '../config/index.ts';
import type { Source } from '../diagnostics/index.ts';
import { describeMismatch } from './check-frontmatter.ts';
import { collectLabels, collectNotes } from './collect-labels.ts';
import { findFrontmatter } from './read-article-file.ts';
import type { ArticleTools } from './read-articles.ts';
import { createTranslationReport, reportFrontmatter } from './report-frontmatter.ts';
import type { ArticleText, FieldMap, FieldName } from './types.ts';

/** What of frontmatter a reader reads as the text of the article. */
export const WORD_KEYS = [
  'title',
  'shortTitle',
  'intro',
  'product',
  'permissions',
] as const satisfies readonly FieldName[];

/** The words of an article in a translation; undefined where its file is so broken that the source language serves. */
export function readTranslation(
  file: string,
  language: string,
  { parse, report }: Pick<ArticleTools, 'parse' | 'report'>,
): ArticleText | undefined {
  const warn = createTranslationReport(language, report);
  const parsed = parse(file);
  if (!reportFrontmatter(parsed, warn)) return undefined;
  const map = parsed.yaml?.value;
  if (parsed.yaml === undefined && parsed.body.text.trim() === '') {
    const message = 'The file of the translation is empty, so readers see the source language.';
    const hint = 'Restore the text from the history of the file, or delete the file.';
    const place = { ...parsed.body.place, line: 1, column: 1 };
    warn({ code: 'load/translation-broken', severity: 'warning', message, hint, place });
    return undefined;
  }
  if (map !== undefined && map.kind !== 'map') {
    const message = 'The frontmatter of the translation is not a mapping.';
    warn({ code: 'load/translation-broken', severity: 'warning', message, place: map.place });
    return undefined;
  }
  if (map !== undefined) reportKeys(map, warn);
  return { language, file, fields: collectFields(map, parsed.body), labels: collectLabels(map) };
}

/** The fields that are there; an empty one counts as absent. */
export function collectFields(map: YamlMap | undefined, body: Source): FieldMap<Source> {
  const fields: FieldMap<Source> = collectNotes(map);
  for (const key of WORD_KEYS) {
    const value = map === undefined ? undefined : findFrontmatter(map, key);
    if (value?.kind === 'scalar' && typeof value.value === 'string') fields[key] = value.source;
  }
  if (body.text.trim() !== '') fields.body = body;
  return fields;
}

/** Only what a reader reads is looked at; the source language rules the rest. */
function reportKeys({ entries }: YamlMap, warn: ReportFault): void {
  for (const key of WORD_KEYS) {
    const value = entries.get(key)?.value;
    const mismatch = value === undefined ? undefined : describeMismatch(key, value);
    if (value === undefined || mismatch === undefined) continue;
    warn({ code: 'load/wrong-type', severity: 'warning', ...mismatch, place: value.place });
  }
}
