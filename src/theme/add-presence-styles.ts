import type { Presence } from '../config/index.ts';
import { type NamedTexts, readStylePart } from './built-in-files.ts';

/** The style sheet with the parts that the site file asks for: readers of other sites load none of them. */
export async function addPresenceStyles(texts: NamedTexts, presence: Presence): Promise<NamedTexts> {
  const { logo, header, footer, social } = presence;
  const names = [
    ...(logo === undefined ? [] : ['logo']),
    ...(header === undefined ? [] : ['header-links']),
    ...(footer === undefined && social === undefined ? [] : ['site-footer']),
  ];
  if (names.length === 0) return texts;
  const parts = await Promise.all(names.map(readStylePart));
  return new Map([...texts, ['styles.css', [texts.get('styles.css'), ...parts].join('')]]);
}
