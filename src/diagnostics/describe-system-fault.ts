import type { Diagnostic } from './types.ts';

/** What kind of fault an error of the system is, and what to do about it. */
interface Kind {
  readonly code: string;
  readonly what: string;
  readonly hint: string;
}

const FULL: Kind = {
  code: 'system/no-space',
  what: 'the disk, or your share of it, is full',
  hint: 'Free some space, or name another folder with --out or --cache.',
};
const FORBIDDEN: Kind = {
  code: 'system/no-permission',
  what: 'this user does not have permission',
  hint: 'Give the user who runs Decant permission for it, and for the folder above. On Windows, close the program that has it open.',
};
const READ_ONLY: Kind = {
  code: 'system/no-permission',
  what: 'the disk is read-only',
  hint: 'Name a folder on another disk with --out or --cache.',
};
const OPEN_FILES: Kind = {
  code: 'system/too-many-files',
  what: 'too many files are open',
  hint: 'Allow more (ulimit -n 4096), or close other programs.',
};
const DISK: Kind = {
  code: 'system/disk-fault',
  what: 'the disk could not do it',
  hint: 'Try again. If it happens again, check the system log and the disk.',
};
const IN_USE: Kind = {
  code: 'system/in-use',
  what: 'another program has it open, or it is a mount point',
  hint: 'Close the program; for a volume or a mount point, name a folder inside it with --out.',
};

const KINDS: Readonly<Record<string, Kind>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: READ_ONLY,
  EMFILE: OPEN_FILES,
  ENFILE: OPEN_FILES,
  EIO: DISK,
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  EXDEV: IN_USE,
};

/** An error that the system gave to whoever read or wrote, as a diagnostic; undefined for any other error. */
export function describeSystemFault(error: unknown): Diagnostic | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code === undefined || syscall === undefined) return undefined;
  const kind = KINDS[code] ?? describeOther(error.message);
  const file = path ?? dest;
  const operation = file === undefined ? `'${syscall}' of a file` : `'${syscall}' of '${file}'`;
  return {
    code: kind.code,
    severity: 'error',
    message: `The system refused ${operation}: ${kind.what} (${code}).`,
    hint: kind.hint,
    place: { file: file ?? '.', line: 1, column: 1 },
    via: [],
    versions: [],
    languages: [],
  };
}

function describeOther(message: string): Kind {
  return { code: 'system/refused', what: message, hint: 'Check the file or folder in the message.' };
}
