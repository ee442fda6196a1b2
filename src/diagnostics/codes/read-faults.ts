import type { CodeEntry } from './types.ts';

/** What can keep a file from being read, as the code of the stage that asks for it. */
export function listReadFaults(stage: string, what: string, cost: string): readonly CodeEntry[] {
  const faults = [
    ['missing-file', 'is not there', 'Write it, or correct the name.'],
    ['outside-root', 'is a link that leads out of the site', 'Put the file itself there.'],
    ['not-a-file', 'is no regular file', 'Put a file of this name there.'],
    ['unreadable', 'cannot be read by the user who builds the site', 'Let that user read it.'],
    ['too-large', 'is larger than 4 MB', 'Split it, or take out what does not belong there.'],
    ['not-utf8', 'is not text in UTF-8', 'Save it as UTF-8.'],
  ] as const;
  return faults.map(([kind, fault, remedy]) => ({
    code: `${stage}/${kind}`,
    severity: 'error',
    means: `${what} ${fault}.`,
    remedy,
    cost,
  }));
}
