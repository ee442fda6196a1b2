/** Something was asked for that does not exist: a command, an option, a version, a language. Exit code 2 on the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
