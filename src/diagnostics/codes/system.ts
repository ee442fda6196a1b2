import type { CodeEntry } from './types.ts';

const COST =
  'Nothing, and the exit code is 2. The folder still holds one complete site: the previous one, or the new one if only the records for the next build could not be saved.';

/** What the system refuses while a command reads or writes: no mistake of an author. */
export const SYSTEM_CODES: readonly CodeEntry[] = [
  {
    code: 'system/no-space',
    severity: 'error',
    means: 'The disk is full, or the disk quota of the user is used up.',
    example: '/srv/docs/_site.staging-… (ENOSPC)',
    remedy:
      'Free some space, or use another folder with `--out` or `--cache`. A build needs space for a second copy of what changes.',
    cost: COST,
  },
  {
    code: 'system/no-permission',
    severity: 'error',
    means: 'The user has no permission to write or read a file or folder, or the disk is read-only.',
    example: '/srv/docs/_site (EACCES)',
    remedy:
      'Give the user that runs Decant the right to write into the folder above the output folder: the new site is made beside the last one. On Windows, close the program that has the file open.',
    cost: COST,
  },
  {
    code: 'system/too-many-files',
    severity: 'error',
    means: 'The process, or the whole machine, has too many open files.',
    example: '/srv/docs/_site.staging-… (EMFILE)',
    remedy: 'Raise the limit (`ulimit -n 4096`), or close other programs.',
    cost: COST,
  },
  {
    code: 'system/disk-fault',
    severity: 'error',
    means: 'Reading from or writing to the disk failed.',
    example: '/srv/docs/_site.staging-… (EIO)',
    remedy: 'Try again. If it happens again, look at the system log and check the disk.',
    cost: COST,
  },
  {
    code: 'system/in-use',
    severity: 'error',
    means:
      'A file or folder cannot be moved or replaced: another program has it open, or the output folder is a mount point.',
    example: '/srv/docs/_site (EBUSY)',
    remedy:
      'Close the program. If the folder is a volume or a mount point, build into a folder inside it: `--out /mnt/site`.',
    cost: COST,
  },
  {
    code: 'system/refused',
    severity: 'error',
    means: 'The system refused an operation for another reason, which the message names.',
    example: '/srv/docs/_site (ENAMETOOLONG)',
    remedy: 'Check the file or folder in the message.',
    cost: COST,
  },
];
