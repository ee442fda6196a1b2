/** What a build of some pages needs of stages. Their faces would bring what only a build of the whole needs. */
export { composePages, findShowing, pageWriter } from '../compose/index.ts';
export { patchSite } from '../workspace/index.ts';
