/** A colour in sRGB: red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Undefined for what is no colour in hexadecimal digits: `#8a1c4a`, `#81a`. */
export function parseHex(text: string): Rgb | undefined {
  const digits = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length === 6 ? digits : digits.replace(/./g, '$&$&');
  const read = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [read(0), read(2), read(4)];
}

export function formatHex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** `share` of the first colour, from 0 to 1, in the second one. */
export function mixColours(one: Rgb, other: Rgb, share: number): Rgb {
  const mix = (at: 0 | 1 | 2) => one[at] * share + other[at] * (1 - share);
  return [mix(0), mix(1), mix(2)];
}

/** How well one colour is read on the other, from 1 to 21, as WCAG 2 has it. */
export function measureContrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [measureLuminance(one), measureLuminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function measureLuminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
