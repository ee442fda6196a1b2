import { join } from 'node:path';

/** This repository, from the sources and from `.bench/`, where they are compiled to. */
export const repository = join(import.meta.dirname, '..');
