type Plain = Readonly<Record<string, unknown>>;

/** Frontmatter and data are plain values whose shape nobody promises: these read what is there. */
export function readMap(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

export function readList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Texts of a list, or the one text that stands for a list. */
export function readTexts(value: unknown): readonly string[] {
  const values = typeof value === 'string' ? [value] : readList(value);
  return values.filter((each): each is string => typeof each === 'string');
}

export function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
