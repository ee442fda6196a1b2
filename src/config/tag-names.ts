/**
 * Tags with a meaning of their own: those of Liquid and of the format, without tools and platforms. A site cannot give
 * these names to anything else.
 */
const OWN_TAGS: ReadonlySet<string> = new Set(
  `assign block break capture case comment continue cycle decrement echo else elsif for if include increment inline
  layout liquid raw render tablerow unless when
  codetab codetabs danger data homepage_link_with_intro ifversion indented_data_reference link link_as_article_card
  link_in_list link_with_intro note octicon prompt rowheaders tip topic_link_in_list warning`.split(/\s+/),
);

/** Whether a word can be the name of a tag of a site's own: a word of Liquid that neither is taken nor ends another tag. */
export function isFreeTagName(word: string): boolean {
  return TAG_NAME.test(word) && !OWN_TAGS.has(word);
}

const TAG_NAME = /^(?!end)[a-z][a-z0-9_]*$/;
