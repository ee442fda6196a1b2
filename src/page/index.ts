/**
 * Page: one article in one version and language, without reading or rendering the rest of the site: comes out as the Page
 * that a build makes of it, with the diagnostics that concern it. It joins the stages as `buildSite` does, over a part of
 * the corpus that grows with what they ask for. What can only be judged on the whole is left to the build.
 */
export { type BuiltPage, buildPage, type PageRequest } from './build-page.ts';
export { type ArticleFiles, listArticleFiles } from './list-article-files.ts';
