import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintCode } from './fingerprint.ts';
import { sumProgram } from './fingerprint-program.ts';

/** In a folder of packs: the fingerprint, and the program it is one of. */
const NOTE = 'renderer.json';

/** Of the code that renders, and of that which keeps the renderings: another one finds nothing that this one kept. */
export function fingerprintRenderer(): string {
  const folders = ['../markdown/', './'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return fingerprintCode(folders, extname(import.meta.url));
}

/** The same, without reading the code where the same program has left a note of it in the folder of a cache. */
export function recallRenderer(dir: string | undefined, isReadOnly: boolean): string {
  const sum = dir === undefined ? undefined : sumProgram();
  if (dir === undefined || sum === undefined) return fingerprintRenderer();
  const program = `${sum} unicode ${process.versions.unicode}`;
  const known = readNote(join(dir, NOTE));
  if (known?.program === program) return known.fingerprint;
  const fingerprint = fingerprintRenderer();
  if (!isReadOnly) writeNote(dir, { program, fingerprint });
  return fingerprint;
}

interface RendererNote {
  readonly program: string;
  readonly fingerprint: string;
}

function readNote(file: string): RendererNote | undefined {
  try {
    const { program, fingerprint } = JSON.parse(readFileSync(file, 'utf8'));
    return typeof fingerprint === 'string' ? { program, fingerprint } : undefined;
  } catch {
    return undefined;
  }
}

/** Where that fails, the next process reads the code again. */
function writeNote(dir: string, note: RendererNote): void {
  const draft = join(dir, `${NOTE}.${process.pid}.draft`);
  try {
    mkdirSync(dir, { recursive: true });
    writeFileSync(draft, JSON.stringify(note));
    renameSync(draft, join(dir, NOTE));
  } catch {}
}
