/** Whose rules say where a command ends: those of POSIX shells, PowerShell, or cmd. */
export type Dialect = 'posix' | 'powershell' | 'cmd';

/** What a shell knows of a command after some of its lines. */
export interface CommandState {
  /** A quotation, a bracket, a loop or their like is open, or an operator waits for what stands behind it. */
  readonly isOpen: boolean;
  /** The words that end its here-documents, in their order. */
  readonly hereDocs: readonly string[];
}

/** The sign that takes the meaning from a character, and joins a line to the next one. */
export const ESCAPES: Readonly<Record<Dialect, string>> = { posix: '\\', powershell: '`', cmd: '^' };

const QUOTES: Readonly<Record<Dialect, string>> = { posix: '"\'`', powershell: '"\'', cmd: '"' };

/** A comment, the begin of a here-document, an operator, a sign of its own, blanks, a word, or any other character. */
const TOKEN =
  /(?<=^|[\s;])#[^\n]*|<<<|<<[-~]?[ \t]*\\?(["']?)([\w.-]+)\1|&&|\|\||\|&?|[\n;&(){}"'`\\^]|[ \t]+|[^\s;&|(){}"'`\\^<]+|[\s\S]/g;

/** What closes what, where a command may begin or anywhere. */
const CLOSES: Readonly<Record<string, string>> = { ')': '(', '}': '{', fi: 'if', done: 'do', esac: 'case' };
/** A loop is open until its `do`, and that until its `done`. */
const OPENS: Readonly<Record<string, string>> = {
  if: 'if',
  case: 'case',
  for: 'loop',
  select: 'loop',
  while: 'loop',
  until: 'loop',
  do: 'do',
  '{': '{',
};
/** Words right behind which a command may begin. */
const LEADS = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '{', '!', 'time']);

/** Reads the lines of a command, without prompts and without the lines of its here-documents. */
export function readCommand(command: string, dialect: Dialect): CommandState {
  const open: string[] = [];
  const hereDocs: string[] = [];
  let quote = '';
  let isEscaped = false;
  let mayBegin = true;
  let waits = false;
  for (const [token, , hereDoc] of command.matchAll(TOKEN)) {
    if (isEscaped) {
      isEscaped = false;
    } else if (quote !== '') {
      if (token === quote || (dialect === 'cmd' && token === '\n')) quote = '';
      // In single quotes it is a character like others.
      else isEscaped = token === ESCAPES[dialect] && quote !== "'";
    } else if (token === ESCAPES[dialect]) {
      isEscaped = true;
      mayBegin = waits = false;
    } else if (QUOTES[dialect].includes(token)) {
      quote = token;
      mayBegin = waits = false;
    } else if (hereDoc !== undefined && dialect === 'posix') {
      hereDocs.push(hereDoc);
    } else if (/^[\n;&]$/.test(token)) {
      mayBegin = true;
      waits &&= token === '\n';
    } else if (/^[&|]/.test(token)) {
      mayBegin = waits = true;
    } else if (!/^[ \t#]/.test(token)) {
      mayBegin = readWord(token, open, mayBegin, dialect);
      waits = false;
    }
  }
  return { isOpen: quote !== '' || open.length > 0 || waits, hereDocs };
}

/** Opens or closes what a word does, and says whether a command may begin right behind it. */
function readWord(word: string, open: string[], mayBegin: boolean, dialect: Dialect): boolean {
  const isPosix = dialect === 'posix';
  const isBracket = word === '(' || (word === '{' && !isPosix);
  const closed = word === ')' || word === '}' || (isPosix && mayBegin) ? CLOSES[word] : undefined;
  const opened = isPosix && mayBegin ? OPENS[word] : undefined;
  // The `)` behind a pattern of `case` closes nothing.
  if (open.at(-1) === (opened === 'do' ? 'loop' : closed)) open.pop();
  if (isBracket) open.push(word);
  else if (opened !== undefined) open.push(opened);
  return isBracket || closed !== undefined || (mayBegin && LEADS.has(word));
}
