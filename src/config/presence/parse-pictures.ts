import type { ReportFault } from '../faults.ts';
import { describeKeys, describeShape, type JsonSchema, SWITCH } from '../json-schema.ts';
import { findValue, type KeyTable, readMapKey, readShaped, readSwitch, type Shape } from '../read-keys.ts';
import type { YamlMap } from '../yaml-types.ts';
import type { Presence } from './types.ts';

const LOGO_KEYS = {
  light: 'required',
  dark: 'optional',
  replacesTitle: 'optional',
} as const satisfies KeyTable;

const FAVICON_KEYS = { icon: 'required', touch: 'optional' } as const satisfies KeyTable;

const PICTURE: Shape = {
  pattern: /^assets\/(?:[^\s/\\]+\/)*[^\s/\\]+\.(?:svg|png|webp|avif|jpe?g|gif)$/,
  hint: "Name a picture below assets/, an SVG, PNG, WebP, AVIF, JPEG or GIF: 'assets/images/logo.svg'.",
};

const ICON: Shape = {
  pattern: /^assets\/(?:[^\s/\\]+\/)*[^\s/\\]+\.(?:svg|png|ico)$/,
  hint: "Name a picture below assets/, an SVG, PNG or ICO: 'assets/images/favicon.svg'.",
};

const TOUCH_ICON: Shape = {
  pattern: /^assets\/(?:[^\s/\\]+\/)*[^\s/\\]+\.png$/,
  hint: "Name a PNG below assets/, of 180 pixels by 180: 'assets/images/touch-icon.png'.",
};

/** Schemas of `logo` and `favicon`. */
export const PICTURE_SCHEMAS: Readonly<Record<'logo' | 'favicon', JsonSchema>> = {
  logo: {
    anyOf: [
      describeShape(PICTURE),
      describeKeys(LOGO_KEYS, {
        light: describeShape(PICTURE),
        dark: describeShape(PICTURE),
        replacesTitle: SWITCH,
      }),
    ],
  },
  favicon: {
    anyOf: [
      describeShape(ICON),
      describeKeys(FAVICON_KEYS, { icon: describeShape(ICON), touch: describeShape(TOUCH_ICON) }),
    ],
  },
};

/** One picture for both schemes, or one for each. Whether the files are there is left to who reads them. */
export function parseLogo(site: YamlMap, report: ReportFault): Pick<Presence, 'logo'> {
  const value = findValue(site, 'logo');
  if (value?.kind !== 'map') {
    const light = readShaped(value, "'logo'", PICTURE, report);
    return light === undefined ? {} : { logo: { light } };
  }
  const map = readMapKey(value, LOGO_KEYS, "'logo'", report) ?? value;
  const light = readShaped(findValue(map, 'light'), "'light' of 'logo'", PICTURE, report);
  const dark = readShaped(findValue(map, 'dark'), "'dark' of 'logo'", PICTURE, report);
  const written = findValue(map, 'replacesTitle');
  const replaces = written !== undefined && readSwitch(written, "'replacesTitle' of 'logo'", report);
  if (light === undefined) return {};
  return { logo: { light, ...(dark && { dark }), ...(replaces && { replacesTitle: true }) } };
}

export function parseFavicon(site: YamlMap, report: ReportFault): Pick<Presence, 'favicon'> {
  const value = findValue(site, 'favicon');
  if (value?.kind !== 'map') {
    const icon = readShaped(value, "'favicon'", ICON, report);
    return icon === undefined ? {} : { favicon: { icon } };
  }
  const map = readMapKey(value, FAVICON_KEYS, "'favicon'", report) ?? value;
  const icon = readShaped(findValue(map, 'icon'), "'icon' of 'favicon'", ICON, report);
  const touch = readShaped(findValue(map, 'touch'), "'touch' of 'favicon'", TOUCH_ICON, report);
  return icon === undefined ? {} : { favicon: { icon, ...(touch && { touch }) } };
}
