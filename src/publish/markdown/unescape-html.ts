const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What the few references stand for that HTML is written with here. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:(amp|lt|gt|quot|#39)|#x([\da-f]{1,6}));/gi, (_, name = '', hex?: string) =>
    hex === undefined ? (SIGNS[name] ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
