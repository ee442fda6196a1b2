import type { Dialect } from './read-command.ts';

/** A prompt at the begin of a line, with the blanks before it. */
export interface Prompt {
  readonly length: number;
  readonly dialect: Dialect;
}

/** Languages whose code may be what a terminal shows. Code without a language may be, too. */
const SHELLS: ReadonlySet<string> = new Set(
  '|bash|bash-session|console|fish|ksh|sh|sh-session|shell|shell-session|shellsession|terminal|zsh'.split(
    '|',
  ),
);
const WINDOWS: ReadonlySet<string> = new Set(
  'bat|batch|batchfile|cmd|dos|doscon|powershell|ps1|ps1con|ps|pwsh|pwsh-session'.split('|'),
);
/** Languages whose code is no script: `#` may be the prompt of root. */
const SESSIONS: ReadonlySet<string> = new Set(
  'bash-session|console|sh-session|shell-session|shellsession|terminal'.split('|'),
);

/** `(venv)` and its like, which may stand before any prompt of a POSIX shell. */
const LABEL = String.raw`(?:\([^()\n]{1,40}\) ?)?`;
const POSIX = new RegExp(
  [
    // `$ `, and that of zsh; also behind `(venv) `.
    String.raw`^[ \t]*${LABEL}[$%](?:[ \t]|$)`,
    // `ana@port:~/tea$ `, `root@port:/# `, `ana@mac ~ % `.
    String.raw`^[ \t]*${LABEL}[^\s$#%@:]+@[^\s$#%@:]+(?::[^\s$#%]*[$#%]| [~/][^\s$#%]* [$%]|[~ ]?[$%])(?:[ \t]|$)`,
    // `ana@port ~> ` of fish.
    String.raw`^[ \t]*[\w.-]+@[\w.-]+ [~/][^\s>]*>(?:[ \t]|$)`,
    // `[ana@port tea]$ `, `[tea]$ `.
    String.raw`^[ \t]*${LABEL}\[[^\]\n]+\][$#%](?:[ \t]|$)`,
    // `port:~ ana$ `.
    String.raw`^[ \t]*[\w.-]+:[~/]\S* [\w.-]+\$(?:[ \t]|$)`,
    // `~/tea $ `, `~$ `, and `/ # ` of small images.
    String.raw`^[ \t]*${LABEL}(?:[~/][^\s$#%]* ?[$%]|[~/] #)(?:[ \t]|$)`,
    // `bash-5.1$ `, `sh-4.4# `.
    String.raw`^[ \t]*(?:ba|z|k|da)?sh-\d[\d.]*[$#](?:[ \t]|$)`,
  ].join('|'),
);
const POWERSHELL = /^[ \t]*PS(?: ?(?:[A-Za-z]:|[\\/~])[^>\n]*)? ?>(?:[ \t]|$)/;
/** The folder ends where the command begins. A program whose output is redirected is no folder. */
const CMD = /^[ \t]*[A-Za-z]:\\(?:[^>\n]*[^>\s])?>(?<!\.(?:bat|cmd|com|exe|ps1)>) ?/i;
const BARE = /^[ \t]*>(?:[ \t]|$)/;

/** Whether code in a language may be what a shell shows. */
export function isShell(language: string): boolean {
  return SHELLS.has(language) || WINDOWS.has(language);
}

/** Finds the prompt of a line of code in a language; undefined where that is no shell. */
export function createPromptFinder(
  language: string,
  lines: readonly string[],
): ((line: string) => Prompt | undefined) | undefined {
  if (!isShell(language)) return undefined;
  const isWindows = WINDOWS.has(language);
  const byLanguage: Dialect = /^(?:bat|cmd|dos)/.test(language) ? 'cmd' : 'powershell';
  const forms: (readonly [RegExp, Dialect])[] = [
    [POSIX, isWindows ? byLanguage : 'posix'],
    [POWERSHELL, 'powershell'],
    [CMD, 'cmd'],
  ];
  const first = lines.find((line) => !/^\s*(?:#.*)?$/.test(line)) ?? '';
  // Behind another prompt it begins output.
  if (isWindows && BARE.test(first)) forms.push([BARE, byLanguage]);
  else if (SESSIONS.has(language) && areOfRoot(lines)) forms.push([ROOT, 'posix']);
  return (line) => {
    // Code without a language may be one in which this begins a comment.
    if (language === '' && /^[ \t]*%/.test(line)) return undefined;
    for (const [form, dialect] of forms) {
      const length = form.exec(line)?.[0].length;
      if (length !== undefined) return { length, dialect };
    }
    return undefined;
  };
}

const ROOT = /^[ \t]*#[ \t]/;
const WORD = String.raw`(?:[a-z][\w.+-]*|[.~]?/\S+)(?:[ \t]|$)`;
const COMMAND_OF_ROOT = new RegExp(String.raw`^[ \t]*#[ \t]+${WORD}`);
const BARE_COMMAND = new RegExp(String.raw`^[ \t]*${WORD}`);

/**
 * Whether `#` before the first line, and so before all like it, is a prompt. It is none if any such line reads like a
 * sentence, or any other like a command: then those are the commands, and it begins comments.
 */
function areOfRoot(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '');
  const goesOn = (at: number) => written[at - 1]?.trimEnd().endsWith('\\') === true;
  return (
    ROOT.test(written[0] ?? '') &&
    written.every((line, at) =>
      ROOT.test(line) ? COMMAND_OF_ROOT.test(line) : goesOn(at) || !BARE_COMMAND.test(line),
    )
  );
}
