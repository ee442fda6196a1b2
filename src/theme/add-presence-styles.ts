import type { Presence } from '../config/index.ts';
import { type NamedTexts, readStylePart } from './built-in-files.ts';

/** The style sheet with what the site file asks for: readers of other sites load none of it. */
export async function addPresenceStyles(texts: NamedTexts, presence: Presence): Promise<NamedTexts> {
  const { logo, header, footer, social, banner } = presence;
  const names = [
    ...(logo === undefined ? [] : ['logo']),
    ...(header === undefined ? [] : ['header-links']),
    ...(footer === undefined && social === undefined ? [] : ['site-footer']),
    ...(banner === undefined ? [] : ['banner']),
  ];
  const parts = await Promise.all(names.map(readStylePart));
  const own = [...parts, formatFonts(presence), formatAccent(presence)].join('');
  return own === '' ? texts : new Map([...texts, ['styles.css', `${texts.get('styles.css')}${own}`]]);
}

function formatAccent({ accent }: Presence): string {
  if (accent === undefined) return '';
  const { light, dark } = accent;
  const scheme = (key: 'accent' | 'low') => `light-dark(${light[key]},${dark[key]})`;
  return `:root{--accent:${scheme('accent')};--accent-low:${scheme('low')}}\n`;
}

/** Families stand before those of the theme; the style sheet is one folder below the site. */
function formatFonts({ fonts = {} }: Presence): string {
  const faces = Object.values(fonts).flatMap(({ family, files }) =>
    files.map(({ file: { text }, weight, style }) => {
      const rules = [
        `font-family:"${family}"`,
        `src:url("../${text}") format("${text.endsWith('2') ? 'woff2' : 'woff'}")`,
        ...(weight === undefined ? [] : [`font-weight:${weight}`]),
        ...(style === undefined ? [] : [`font-style:${style}`]),
        'font-display:swap',
      ];
      return `@font-face{${rules.join(';')}}\n`;
    }),
  );
  const families = [
    ...(fonts.text === undefined ? [] : [`--own-sans:"${fonts.text.family}",`]),
    ...(fonts.code === undefined ? [] : [`--own-mono:"${fonts.code.family}",`]),
  ];
  return `${faces.join('')}${families.length === 0 ? '' : `:root{${families.join(';')}}\n`}`;
}
