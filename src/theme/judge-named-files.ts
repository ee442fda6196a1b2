import { posix } from 'node:path';
import {
  createDiagnostic,
  type PlacedText,
  type Presence,
  readBinaryFile,
  type SiteConfig,
} from '../config/index.ts';
import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import { findPictureKind, listFolder } from '../load/index.ts';

/** Bytes of a file that every page has. */
const MAX_FILE = 16 * 1024 * 1024;

type Naming = Pick<SiteConfig, 'root'> & Pick<Presence, 'logo' | 'favicon' | 'fonts'>;

/** Looks at the pictures and fonts that the site file names: reports those that are not there, or of another kind. */
export async function judgeNamedFiles({
  root,
  logo,
  favicon,
  fonts,
}: Naming): Promise<readonly Diagnostic[]> {
  const files = [...(fonts?.text?.files ?? []), ...(fonts?.code?.files ?? [])].map(({ file }) => file);
  const named = [logo?.light, logo?.dark, favicon?.icon, favicon?.touch, ...files];
  const found = await Promise.all(named.map((each) => each && judgeFile(root, each)));
  return found.flatMap((each) => each ?? []);
}

async function judgeFile(root: string, { text: file, place }: PlacedText): Promise<Diagnostic | undefined> {
  const bytes = await readBinaryFile(root, file, MAX_FILE);
  if (bytes === undefined) {
    const { files } = await listFolder(root, 'assets');
    const nearest =
      findNearest(file, files) ?? files.find((each) => posix.basename(each) === posix.basename(file));
    const hint = nearest === undefined ? 'Put it there, or remove the key.' : `Did you mean '${nearest}'?`;
    const message = `The site file names '${file}', which is not there.`;
    return createDiagnostic({ code: 'theme/missing-file', severity: 'error', message, hint, place });
  }
  const ending = posix.extname(file);
  const written = ending.slice(1).toLowerCase().replace('jpeg', 'jpg');
  const kind = findFontKind(bytes) ?? findPictureKind(bytes);
  if (kind === written) return undefined;
  const asked = written.toUpperCase();
  const message = `'${file}' is not ${written.startsWith('woff') ? 'a font' : 'a picture'} in ${asked}.`;
  const hint =
    kind === undefined
      ? `Export it as ${asked} again.`
      : `Rename it to '${posix.basename(file, ending)}.${kind}', or export it as ${asked}.`;
  return createDiagnostic({ code: 'theme/wrong-kind', severity: 'error', message, hint, place });
}

/** By the first four bytes of the file. */
function findFontKind(bytes: Uint8Array): string | undefined {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  return { wOF2: 'woff2', wOFF: 'woff' }[mark];
}
