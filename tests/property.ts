import fc from 'fast-check';

/**
 * The seed of every property test: the same in each run on CI, so that a red run is about the change that it tests, and another
 * each day elsewhere. `vitest.config.ts` chooses and prints it.
 */
fc.configureGlobal({ seed: Number(process.env.DECANT_SEED) });

export { fc };
