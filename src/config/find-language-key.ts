/**
 * The key of a table by language that a language is found under: its own code; else one that means the same (`zh-CN` is
 * `zh-Hans`, `pt` is `pt-BR`); else one of the same language in the same script (`pt-PT` reads `pt-BR`, but `zh-TW` no
 * simplified characters).
 */
export function findLanguageKey(
  language: string,
  table: Readonly<Record<string, unknown>>,
): string | undefined {
  if (Object.hasOwn(table, language)) return language;
  const wanted = maximize(language);
  if (wanted === undefined) return undefined;
  const keys = Object.keys(table).map((key) => [key, maximize(key)] as const);
  const isNear = (other: Intl.Locale | undefined) =>
    other?.language === wanted.language && other.script === wanted.script;
  return (keys.find(([, other]) => isNear(other) && other?.region === wanted.region) ??
    keys.find(([, other]) => isNear(other)))?.[0];
}

/** With the script and the region that its code most likely means; undefined for a code that `Intl` does not take. */
function maximize(code: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(code).maximize();
  } catch {
    return undefined;
  }
}
