import { createInterface } from 'node:readline/promises';
import type { InitQuestion, SiteAnswers } from '../init/index.ts';
import { UsageError } from '../usage-error.ts';

/** Somebody at a terminal. */
export interface Terminal {
  /** The answer without blanks around it; undefined where the input is over. */
  ask(question: string): Promise<string | undefined>;
  say(text: string): void;
  close(): void;
}

export function openTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  const lines = createInterface({ input, output });
  let isOver = false;
  const over = new Promise<undefined>((resolve) => {
    lines.once('close', () => {
      isOver = true;
      resolve(undefined);
    });
  });
  return {
    async ask(question) {
      if (isOver) return undefined;
      return Promise.race([lines.question(question).then((answer) => answer.trim()), over]);
    },
    say: (text) => output.write(`${text}\n`),
    close: () => lines.close(),
  };
}

/** What was given on the command line: undefined or empty where nothing was said. */
export type GivenAnswers = Readonly<Record<keyof SiteAnswers, string | undefined>>;

/**
 * The answers that were given, those that somebody gives now, and without a terminal what would be proposed.
 *
 * @throws UsageError for a given answer that cannot be meant, or where the input ends before the last question
 */
export async function collectAnswers(
  questions: readonly InitQuestion[],
  given: GivenAnswers,
  folder: string,
  terminal: Terminal | undefined,
): Promise<SiteAnswers> {
  let answers: Partial<SiteAnswers> = {};
  for (const { key, parse } of questions) {
    const said = given[key];
    if (said !== undefined) answers = { ...answers, [key]: parse(said) };
  }
  for (const question of questions.filter(({ key }) => given[key] === undefined)) {
    const fallback = question.fallback(answers, folder);
    const answer =
      terminal === undefined ? question.parse(fallback) : await askUntilParsed(question, fallback, terminal);
    answers = { ...answers, [question.key]: answer };
  }
  return answers as SiteAnswers;
}

async function askUntilParsed(
  { label, parse }: InitQuestion,
  fallback: string,
  terminal: Terminal,
): Promise<string | readonly string[]> {
  for (;;) {
    const answer = await terminal.ask(`${label} [${fallback}]: `);
    if (answer === undefined)
      throw new UsageError('The questions were not answered, so nothing was written.');
    try {
      return parse(answer === '' ? fallback : answer);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.say(error.message);
    }
  }
}
