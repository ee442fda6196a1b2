import type { BlockChange } from './types.ts';

/** The first change under each heading, where changes stand under more than one. Browsers run it too. */
export function listSections(changes: readonly BlockChange[]): readonly BlockChange[] {
  const sections = changes.filter(
    ({ section }, at) => section !== '' && section !== changes[at - 1]?.section,
  );
  return sections.length < 2 ? [] : sections;
}
