/** What a build needs to read the sources. The face as it is would bring all that its stage has, and what that needs. */
export { openSourceFolder, readFiles } from '../load/index.ts';
