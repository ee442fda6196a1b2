import type { Ink } from './in-page.ts';
import { INKS } from './layout.ts';

type Rgb = readonly [number, number, number];

/** The colours of all cards of a site: white to each ink in 16 steps, and those of the logo. */
export interface Palette {
  readonly colours: readonly Rgb[];
  /** The first of the 16 steps of an ink. */
  readonly ramps: Readonly<Record<keyof typeof INKS, number>>;
  /** The nearest one. */
  find(colour: string): number;
}

/** A palette has 256 colours. */
const LOGO_COLOURS = 256 - 3 * 16;

export function createPalette(accent: string, logo: Ink | undefined): Palette {
  const inks = { ...INKS, accent };
  const names = Object.keys(inks) as (keyof typeof INKS)[];
  const colours = names.flatMap((name) => listSteps(parseColour(inks[name].slice(1))));
  if (logo !== undefined) colours.push(...listCommon(logo));
  const known = new Map<string, number>();
  return {
    colours,
    ramps: Object.fromEntries(names.map((name, at) => [name, at * 16])) as Palette['ramps'],
    find(colour) {
      const found = known.get(colour) ?? findNearest(parseColour(colour), colours);
      known.set(colour, found);
      return found;
    },
  };
}

function listSteps(ink: Rgb): readonly Rgb[] {
  return Array.from({ length: 16 }, (_, step): Rgb => {
    const mix = (part: number) => Math.round(255 + ((part - 255) * step) / 15);
    return [mix(ink[0]), mix(ink[1]), mix(ink[2])];
  });
}

/** Those that the most pixels have. */
function listCommon({ runs }: Ink): readonly Rgb[] {
  const counts = new Map<string, number>();
  for (const { colour, count } of readColours(runs)) counts.set(colour, (counts.get(colour) ?? 0) + count);
  return [...counts]
    .sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
    .slice(0, LOGO_COLOURS)
    .map(([colour]) => parseColour(colour));
}

/** The stretches of a picture, see `Ink`. */
export function readColours(runs: string): readonly { readonly colour: string; readonly count: number }[] {
  return runs.split(' ').map((run) => ({ colour: run.slice(0, 6), count: Number(run.slice(6)) }));
}

function findNearest([red, green, blue]: Rgb, colours: readonly Rgb[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  colours.forEach((each, at) => {
    const distance = (each[0] - red) ** 2 + (each[1] - green) ** 2 + (each[2] - blue) ** 2;
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

/** @param digits `8a1c4a`, or `81a` */
function parseColour(digits: string): Rgb {
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const read = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return [read(0), read(2), read(4)];
}
