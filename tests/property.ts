import fc from 'fast-check';

/**
 * The seed of every property test: the same in each run on CI, so that a red run is about the change that it tests, and another
 * each day elsewhere. `vitest.config.ts` chooses and prints it. Nobody reads the smallest case that fails where mutants are tried.
 */
fc.configureGlobal({
  seed: Number(process.env.DECANT_SEED),
  endOnFailure: process.env.DECANT_MUTANT_TESTS !== undefined,
});

export { fc };

/**
 * One of so many parts of cases that take long all together: that of the seed, so that each has its day. All of them where
 * `DECANT_FUZZ` asks for long runs.
 */
export function takeShare<Case>(cases: readonly Case[], parts: number): readonly Case[] {
  if (process.env.DECANT_FUZZ !== undefined) return cases;
  return cases.filter((_, at) => at % parts === Number(process.env.DECANT_SEED) % parts);
}
