import { posix } from 'node:path';
import { createDiagnostic, type Presence, readBinaryFile, type SiteConfig } from '../config/index.ts';
import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import { findPictureKind, listFolder } from '../load/index.ts';

/** Bytes of a picture that every page has. */
const MAX_PICTURE = 16 * 1024 * 1024;

type Pictured = Pick<SiteConfig, 'root'> & Pick<Presence, 'logo' | 'favicon'>;

/** Looks at the pictures that the site file names: reports those that are not there, and those that are no pictures. */
export async function judgeNamedPictures({ root, logo, favicon }: Pictured): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const named of [logo?.light, logo?.dark, favicon?.icon, favicon?.touch]) {
    if (named === undefined) continue;
    const { text: file, place } = named;
    const bytes = await readBinaryFile(root, file, MAX_PICTURE);
    if (bytes === undefined) {
      const { files } = await listFolder(root, 'assets');
      const nearest =
        findNearest(file, files) ?? files.find((each) => posix.basename(each) === posix.basename(file));
      const hint =
        nearest === undefined ? 'Put it there, or take the key out.' : `Did you mean '${nearest}'?`;
      const message = `The site file names the picture '${file}', which is not there.`;
      found.push(createDiagnostic({ code: 'theme/missing-file', severity: 'error', message, hint, place }));
      continue;
    }
    const kind = findPictureKind(bytes);
    const written = posix.extname(file).slice(1).toLowerCase().replace('jpeg', 'jpg');
    if (kind === written) continue;
    const message =
      kind === undefined ? `'${file}' is not a picture.` : `'${file}' is a picture of another kind: ${kind}.`;
    const hint =
      kind === undefined
        ? `Export it as ${written.toUpperCase()} again.`
        : `Rename it to '${posix.basename(file, posix.extname(file))}.${kind}', or export it as ${written.toUpperCase()}.`;
    found.push(createDiagnostic({ code: 'theme/not-a-picture', severity: 'error', message, hint, place }));
  }
  return found;
}
