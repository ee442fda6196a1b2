import type { ReportFault, YamlValue } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import type { CodeLanguage, CommentStyle, DataStore } from './types.ts';

/** The words for how a comment begins. */
const STYLES: Readonly<Record<string, CommentStyle | undefined>> = {
  number: '#',
  slash: '//',
  xml: '<!--',
  percent: '%%',
  hyphen: '--',
  none: undefined,
};

/**
 * The languages that `data/code-languages.yml` of the source language names, by the word behind a fence:
 * `golang: { name: Go, comment: slash }`. Undefined where there is none.
 */
export function findCodeLanguages({
  parts,
}: Pick<DataStore, 'parts'>): Readonly<Record<string, CodeLanguage>> | undefined {
  const [source] = parts.values();
  const tree = source?.tree['code-languages'];
  if (typeof tree !== 'object' || tree === null) return undefined;
  const found = Object.entries(tree).flatMap(([word, value]) => {
    const { name, comment } = (value ?? {}) as { readonly name?: unknown; readonly comment?: unknown };
    const style = typeof comment === 'string' ? STYLES[comment] : undefined;
    if (typeof name !== 'string' || name.trim() === '') return [];
    return [[word.toLowerCase(), { name: name.trim(), ...(style && { comment: style }) }] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Says what of the file means nothing. */
export function checkCodeLanguages(value: YamlValue, report: ReportFault): void {
  const fault = { code: 'load/code-language', severity: 'warning' } as const;
  if (value.kind !== 'map') {
    const message = 'The languages of code are not a mapping.';
    report({ ...fault, message, hint: showExample('golang'), place: value.place });
    return;
  }
  for (const [word, { value: language, keyPlace }] of value.entries) {
    const name = language.kind === 'map' ? language.entries.get('name')?.value : undefined;
    if (name?.kind !== 'scalar' || typeof name.value !== 'string' || name.value.trim() === '') {
      const message = `The language '${word}' has no name for readers.`;
      report({ ...fault, message, hint: showExample(word), place: keyPlace });
    }
    const comment = language.kind === 'map' ? language.entries.get('comment')?.value : undefined;
    if (comment === undefined) continue;
    const style = comment.kind === 'scalar' ? String(comment.value) : '';
    if (Object.hasOwn(STYLES, style)) continue;
    const nearest = findNearest(style, Object.keys(STYLES));
    report({
      ...fault,
      message: `'${style}' is not a kind of comment.`,
      hint:
        nearest === undefined
          ? `It is one of ${Object.keys(STYLES).join(', ')}.`
          : `Did you mean '${nearest}'?`,
      place: comment.place,
    });
  }
}

function showExample(name: string): string {
  return `Write it as \`${name}: { name: Go, comment: slash }\`.`;
}
