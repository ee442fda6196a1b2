/**
 * Load: the folder of a site comes in, a frozen Corpus goes out: the articles that the tree of `children` names, with
 * their words in every language, features, data and the names of assets. Disk is touched by `readFiles` alone;
 * `assembleCorpus` works on files as values. Liquid and Markdown are left as they are written.
 */
export { assembleCorpus } from './assemble-corpus.ts';
export { hasSuspects } from './check-characters.ts';
export { findCodeLanguages } from './code-languages.ts';
export { findBody, findReusable, findVariables, isContent, isDataFile, isMadeOfData } from './file-kinds.ts';
export { CHOICES, FRONTMATTER_KEYS, type FrontmatterKey, type KeyKind, LAYOUTS } from './frontmatter-keys.ts';
export { isUnread } from './is-unread.ts';
export { KEY_MEANINGS } from './key-meanings.ts';
export { compareCodeUnits, isSitePart, listFolder } from './list-folder.ts';
export { loadCorpus } from './load-corpus.ts';
export { findPictureKind } from './measure-image.ts';
export { openSourceFolder } from './open-source-folder.ts';
export { findFrontmatterEnd, parseFrontmatter } from './parse-frontmatter.ts';
export { createHeadParser, type HeadParser } from './parse-heads.ts';
export { COMPARE_SEGMENT, createPermalink, type Permalink } from './permalink.ts';
export { describeFault, readFiles } from './read-files.ts';
export { nameImage, readImages } from './read-images.ts';
export { type ChangedFiles, type ReadBefore, refreshCorpus } from './refresh-corpus.ts';
export { refreshStore } from './refresh-data.ts';
export { listReleaseNotes, type ReleaseNote } from './release-notes/list-release-notes.ts';
export { RESERVED_NAME } from './reserved-name.ts';
export type {
  AbsentReference,
  Article,
  ArticleText,
  CodeLanguage,
  CommentStyle,
  Corpus,
  DataStore,
  DataValue,
  FieldMap,
  FieldName,
  Image,
  ImageSize,
  LanguageData,
  Listing,
  Located,
  NoteName,
  SiteFiles,
  SourceTree,
} from './types.ts';
export { listVariantNames, type VariantNames } from './variants.ts';
