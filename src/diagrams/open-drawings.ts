import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type DrawerOptions, openDrawer } from '../chromium/index.ts';
import type { Artist } from './create-artist.ts';
import { drawInPage } from './in-page.ts';
import { createLook, type DiagramScheme } from './look.ts';

/** A diagram as SVG in both schemes. */
export type Schemes = Readonly<Record<DiagramScheme, string>>;

/** Why there is none: its text is broken, or nothing can be drawn here. */
export interface DrawingFailure {
  readonly fault: string;
  readonly isUndrawn: boolean;
}

export interface DrawingStore {
  draw(text: string): Promise<Schemes | DrawingFailure>;
  /** Makes room in the folder, after the last drawing. */
  tidy(): Promise<void>;
}

/** Draws each text once, and keeps drawings in a folder under a hash of all that they are made of. */
export function openDrawings(artist: Artist, { dir, ...options }: DrawerOptions): DrawingStore {
  const drawer = openDrawer({ ...options, dir: dir && join(dir, 'diagrams') });
  const known = new Map<string, Promise<Schemes | DrawingFailure>>();
  return {
    draw(text) {
      const found = known.get(text) ?? find(text);
      known.set(text, found);
      return found;
    },
    tidy: () => drawer.tidy(),
  };

  async function find(text: string): Promise<Schemes | DrawingFailure> {
    const name = `${hash([artist.version, PROGRAM, text])}.json`;
    const kept = parse(await drawer.read(name));
    if (kept !== undefined) return kept;
    const made = await drawBoth(text);
    if (!('fault' in made)) await drawer.write(name, JSON.stringify(made));
    return made;
  }

  async function drawBoth(text: string): Promise<Schemes | DrawingFailure> {
    const name = `d${hash([text]).slice(0, 8)}`;
    const light = await artist.draw(text, `${name}l`, 'light');
    if (!('svg' in light)) return explain(light);
    const dark = await artist.draw(text, `${name}d`, 'dark');
    return 'svg' in dark ? { light: light.svg, dark: dark.svg } : explain(dark);
  }
}

/** What draws otherwise has another hash. */
const PROGRAM = [
  drawInPage.toString(),
  JSON.stringify([createLook('light', ''), createLook('dark', '')]),
].join();

function explain(failure: { readonly fault: string } | { readonly undrawn: string }): DrawingFailure {
  if ('undrawn' in failure) return { fault: failure.undrawn, isUndrawn: true };
  // Mermaid draws an arrow below the line that it cannot read, and says what it would rather see.
  const lines = failure.fault.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '' && !/^-*\^$/.test(line)).slice(0, 2);
  return { fault: said.map((line) => line.replace(/(?<![:.])[:.]+$/, '')).join(': '), isUndrawn: false };
}

function parse(kept: Buffer | undefined): Schemes | undefined {
  try {
    const { light, dark } = JSON.parse(String(kept)) as Partial<Schemes>;
    return typeof light === 'string' && typeof dark === 'string' ? { light, dark } : undefined;
  } catch {
    return undefined;
  }
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
