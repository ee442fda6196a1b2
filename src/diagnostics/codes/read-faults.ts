import type { CodeEntry } from './types.ts';

/**
 * What can keep a file from being read, as the code of the stage that asks for it.
 *
 * @param file the name of one, for examples: `data/site.yml`
 * @param limit that one may have in size
 */
export function listReadFaults(
  stage: string,
  what: string,
  file: string,
  cost: string,
  limit = '4 MB',
): readonly CodeEntry[] {
  const faults = [
    [
      'missing-file',
      'is not there',
      'Write it, or correct the name.',
      `ls: ${file}: No such file or directory`,
    ],
    [
      'outside-root',
      'is a link that leads out of the sources of the site (`content`, `data`, `assets`, `translations`), or to something hidden',
      'Put the file itself there.',
      `${file} -> /srv/shared/${file.slice(file.lastIndexOf('/') + 1)}`,
    ],
    ['not-a-file', 'is no regular file', 'Put a file of this name there.', `${file}/    # a folder`],
    [
      'unreadable',
      'cannot be read by the user who builds the site',
      'Let that user read it.',
      `-rw------- 1 root root ${file}`,
    ],
    [
      'too-large',
      `is larger than ${limit}`,
      'Split it, or take out what does not belong there.',
      `-rw-r--r-- 1 docs docs 5.2M ${file}`,
    ],
    ['not-utf8', 'is not text in UTF-8', 'Save it as UTF-8.', `${file}: Non-ISO extended-ASCII text`],
  ] as const;
  return faults.map(([kind, fault, remedy, example]) => ({
    code: `${stage}/${kind}`,
    severity: 'error',
    means: `${what} ${fault}.`,
    example,
    remedy,
    cost,
  }));
}
