import type { PlacedText } from '../duplicates.ts';
import type { ReportFault } from '../faults.ts';
import { describeKeys, describeShape, type JsonSchema } from '../json-schema.ts';
import { findValue, type KeyTable, readMapKey, readShaped, type Shape } from '../read-keys.ts';
import type { YamlMap } from '../yaml-types.ts';
import { formatHex, measureContrast, mixColours, parseHex, type Rgb } from './contrast.ts';
import type { Presence, SchemeColours } from './types.ts';

const ACCENT_KEYS = { light: 'required', dark: 'optional' } as const satisfies KeyTable;

const COLOUR: Shape = {
  pattern: /^#(?:[\dA-Fa-f]{6}|[\dA-Fa-f]{3})$/,
  hint: "Write it in hexadecimal digits and quotes: '#8a1c4a'.",
};

export const ACCENT_SCHEMA: JsonSchema = {
  anyOf: [
    describeShape(COLOUR),
    describeKeys(ACCENT_KEYS, { light: describeShape(COLOUR), dark: describeShape(COLOUR) }),
  ],
};

/** What words in the accent stand on in each scheme: `--surface`, `--surface-low` and `--surface-high` of the style sheet. */
const SURFACES = {
  light: ['#ffffff', '#f4f7f7'],
  dark: ['#10161a', '#192227', '#1d282e'],
} as const;

const BLACK: Rgb = [0, 0, 0];

type Scheme = keyof typeof SURFACES;

/** What WCAG asks of text, level AA. */
const LEAST_CONTRAST = 4.5;

/** That of a colour that nobody has chosen: dark schemes look dull with less. */
const FOUND_CONTRAST = 6;

/** The accent of both schemes. That of the dark one is a lighter one of the same hue where the site file names one only. */
export function parseAccent(site: YamlMap, report: ReportFault): Pick<Presence, 'accent'> {
  const value = findValue(site, 'accent');
  const map =
    value?.kind === 'map' ? (readMapKey(value, ACCENT_KEYS, "'accent'", report) ?? value) : undefined;
  const light = map
    ? readShaped(findValue(map, 'light'), "'light' of 'accent'", COLOUR, report)
    : readShaped(value, "'accent'", COLOUR, report);
  const dark = map && readShaped(findValue(map, 'dark'), "'dark' of 'accent'", COLOUR, report);
  const colour = parseHex(light?.text ?? '');
  if (light === undefined || colour === undefined) return {};
  judgeContrast(light, colour, 'light', report);
  const darkColour = parseHex(dark?.text ?? '');
  if (dark !== undefined && darkColour !== undefined) judgeContrast(dark, darkColour, 'dark', report);
  return {
    accent: {
      light: formatPair(colour, 'light'),
      dark: formatPair(darkColour ?? findReadable(colour, 'dark', FOUND_CONTRAST), 'dark'),
    },
  };
}

function judgeContrast({ text, place }: PlacedText, colour: Rgb, scheme: Scheme, report: ReportFault): void {
  const contrast = findContrast(colour, scheme);
  if (contrast >= LEAST_CONTRAST) return;
  const better = formatHex(findReadable(colour, scheme));
  report({
    code: 'config/low-contrast',
    severity: 'warning',
    message: `The accent '${text}' has a contrast of ${contrast.toFixed(2)}:1 in the ${scheme} scheme; text needs ${LEAST_CONTRAST}:1.`,
    hint: `The nearest readable colour of its hue is '${better}'.`,
    place,
  });
}

/** The worst on what it stands on, a surface with some of the accent in it among them. */
function findContrast(colour: Rgb, scheme: Scheme): number {
  const surfaces = SURFACES[scheme].map((each) => parseHex(each) ?? BLACK);
  const grounds: readonly Rgb[] = [...surfaces, tint(colour, scheme)];
  return Math.min(...grounds.map((each) => measureContrast(colour, each)));
}

/** The colour itself, or with as little black or white as makes it readable. */
function findReadable(colour: Rgb, scheme: Scheme, least = LEAST_CONTRAST): Rgb {
  const towards: Rgb = scheme === 'light' ? BLACK : [255, 255, 255];
  for (let percent = 100; percent >= 0; percent -= 1) {
    // As it will be written, so that rounding cannot spoil it.
    const mixed = parseHex(formatHex(mixColours(colour, towards, percent / 100))) ?? towards;
    if (findContrast(mixed, scheme) >= least) return mixed;
  }
  return towards;
}

function tint(colour: Rgb, scheme: Scheme): Rgb {
  return mixColours(colour, parseHex(SURFACES[scheme][0]) ?? BLACK, scheme === 'light' ? 0.1 : 0.16);
}

function formatPair(colour: Rgb, scheme: Scheme): SchemeColours {
  return { accent: formatHex(colour), low: formatHex(tint(colour, scheme)) };
}
