import { posix } from 'node:path';
import type { PlacedText } from './duplicates.ts';
import type { ReportFault } from './faults.ts';
import { readTextKey, WRONG_VALUE } from './read-keys.ts';
import type { YamlValue } from './yaml-types.ts';

/** The normalised name of a folder inside the site, relative to the root; one that leads out is reported. */
export function readFolder(
  value: YamlValue | undefined,
  name: string,
  example: string,
  report: ReportFault,
): PlacedText | undefined {
  const written = readTextKey(value, name, report);
  if (written === undefined) return undefined;
  const { text, place } = written;
  const dir = posix.normalize(text).replace(/(?<=.)\/$/, '');
  if (isBelow(dir)) return { text: dir, place };
  const hint = `Write it relative to the root, with '/': '${example}'.`;
  const kind = /\.\w+$/.test(example) ? 'file' : 'folder';
  report({ ...WRONG_VALUE, message: `The ${kind} '${text}' is not inside the site.`, hint, place });
  return undefined;
}

function isBelow(dir: string): boolean {
  return !posix.isAbsolute(dir) && dir !== '..' && !dir.startsWith('../') && !/[\\:\p{Cc}]/u.test(dir);
}
