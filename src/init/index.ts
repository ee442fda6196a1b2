/**
 * Init: what somebody answers comes in with what a folder holds, and what becomes of the folder goes out: a small site
 * that shows the format, or a frame around Markdown that is there already. Plain data: nothing is written here.
 */
export { type FoundMarkdown, findMarkdown } from './find-markdown.ts';
export { findPlans } from './find-plans.ts';
export { DOCUSAURUS_VERSIONS, findReleases } from './find-releases.ts';
export { findTranslations } from './find-translations.ts';
export { planAdoption } from './plan-adoption.ts';
export { planSite } from './plan-site.ts';
export { type InitQuestion, QUESTIONS } from './questions.ts';
export { readStarter, type Starter } from './read-starter.ts';
export {
  type FileChange,
  type FoundPlan,
  HOSTS,
  type InitPlan,
  type SiteAnswers,
  type SiteDescription,
  type SiteHost,
} from './types.ts';
