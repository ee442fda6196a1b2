import type { ReportFault } from '../../config/index.ts';
import { findNearest } from '../../diagnostics/index.ts';
import type { OperationChoice, PlacedName } from '../../rest/index.ts';
import type { Article } from '../types.ts';

const KEYS = ['tags', 'paths', 'operations'] as const satisfies readonly (keyof OperationChoice)[];

/** Which operations an article asks for, by `rest` of its frontmatter. */
export function readChoice(article: Article, report: ReportFault): OperationChoice {
  const { rest } = article.frontmatter;
  const written =
    typeof rest === 'object' && rest !== null ? (rest as Readonly<Record<string, unknown>>) : {};
  for (const key of Object.keys(written)) {
    if (KEYS.some((each) => each === key)) continue;
    const nearest = findNearest(key, KEYS);
    tell(
      `There is no key '${key}' in 'rest'.`,
      nearest === undefined ? `It has ${KEYS.join(', ')}.` : `Did you mean '${nearest}'?`,
      key,
    );
  }
  return { tags: list('tags'), paths: list('paths'), operations: list('operations') };

  function list(key: (typeof KEYS)[number]): readonly PlacedName[] {
    const value = written[key];
    if (value === undefined || value === null) return [];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((each, at) => {
      const place = placeOf(Array.isArray(value) ? `${key}.${at}` : key);
      if (typeof each === 'string' && each.trim() !== '') return [{ name: each.trim(), place }];
      tell(
        `'rest.${key}' is not a list of texts.`,
        'Write each text on a line of its own that begins with a hyphen.',
        key,
      );
      return [];
    });
  }

  function tell(message: string, hint: string, key: string): void {
    report({ code: 'rest/wrong-choice', severity: 'error', message, hint, place: placeOf(key) });
  }

  function placeOf(key: string): PlacedName['place'] {
    const { keyPlaces, file } = article;
    return keyPlaces.get(`rest.${key}`) ?? keyPlaces.get('rest') ?? { file, line: 1, column: 1 };
  }
}
