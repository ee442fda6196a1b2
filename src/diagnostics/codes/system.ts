import type { CodeEntry } from './types.ts';

const COST =
  'Nothing, and the exit code is 2. The folder holds one whole site as before: the last one, or the new one where only what the next build wants to know could not be kept.';

/** What the system refuses while a command reads or writes: no mistake of an author. */
export const SYSTEM_CODES: readonly CodeEntry[] = [
  {
    code: 'system/no-space',
    severity: 'error',
    means: 'The disk, or the share of it that this user may fill, is full.',
    example: '/srv/docs/_site.staging-… (ENOSPC)',
    remedy:
      'Make room, or name another folder by `--out` or `--cache`. A build needs room for a second copy of what differs.',
    cost: COST,
  },
  {
    code: 'system/no-permission',
    severity: 'error',
    means: 'This user may not write or read a file or folder, or the disk is read-only.',
    example: '/srv/docs/_site (EACCES)',
    remedy:
      'Give the user that runs Decant the right to write into the folder above the output folder: the new site is made beside the last one. On Windows, close the program that has the file open.',
    cost: COST,
  },
  {
    code: 'system/too-many-files',
    severity: 'error',
    means: 'This process, or the whole machine, has as many files open as it may.',
    example: '/srv/docs/_site.staging-… (EMFILE)',
    remedy: 'Allow more (`ulimit -n 4096`), or end other programs.',
    cost: COST,
  },
  {
    code: 'system/disk-fault',
    severity: 'error',
    means: 'The disk could not read or write what it was asked to.',
    example: '/srv/docs/_site.staging-… (EIO)',
    remedy: 'Try again. If it comes again, look into the log of the system and check the disk.',
    cost: COST,
  },
  {
    code: 'system/in-use',
    severity: 'error',
    means:
      'A file or folder cannot be moved or replaced: another program has it open, or the output folder is a mount point.',
    example: '/srv/docs/_site (EBUSY)',
    remedy:
      'Close the program. Where the folder is a volume or a mount point, build into a folder inside it: `--out /mnt/site`.',
    cost: COST,
  },
  {
    code: 'system/refused',
    severity: 'error',
    means: 'The system refused an operation for another reason, which the message names.',
    example: '/srv/docs/_site (ENAMETOOLONG)',
    remedy: 'Look at the file or folder that is named.',
    cost: COST,
  },
];
