/** Folders of translations that hold articles, by the code of their language: `translations/ja-JP` for `ja`. */
export function findTranslations(files: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Set<string>();
  for (const file of files) {
    const name = /^translations\/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\/content\//.exec(file)?.[1];
    if (name !== undefined) names.add(name);
  }
  const sorted = [...names].sort();
  // A region tells languages apart only where two folders differ in it.
  const language = (name: string) => name.replace(/-.*/, '').toLowerCase();
  const isAlone = (name: string) => sorted.filter((other) => language(other) === language(name)).length === 1;
  return new Map(
    sorted.map((name) => [isAlone(name) ? language(name) : name, `translations/${name}`] as const),
  );
}
