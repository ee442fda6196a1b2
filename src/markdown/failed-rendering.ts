import type { Problem, Rendering } from './types.ts';

/** Seconds are those of the deadline that passed. */
export type Failure =
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'crashed'; readonly reason: string };

/** What a text becomes that could not be rendered: empty, with a problem that says why. */
export function createFailedRendering(failure: Failure): Rendering {
  const problems = [createProblem(failure)];
  return { pieces: [''], slots: [], headings: [], problems, text: '', platforms: [], tools: [] };
}

/** Whether a text could not be rendered. This machine may do better at another time, and so may another one. */
export function hasFailed({ problems }: Rendering): boolean {
  return problems.some(({ code }) => code === 'markdown/timeout' || code === 'markdown/crashed');
}

function createProblem(failure: Failure): Problem {
  const code = `markdown/${failure.kind}`;
  const message =
    failure.kind === 'timeout'
      ? `This Markdown could not be rendered within ${failure.seconds} seconds.`
      : `This Markdown could not be rendered: ${failure.reason}`;
  const hint =
    'Look for very deep nesting, or for a very long run of brackets, asterisks or HTML tags, and split it up.';
  return { code, severity: 'error', message, hint, offset: 0 };
}
