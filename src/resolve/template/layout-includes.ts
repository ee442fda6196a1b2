/**
 * What an `include` in old content stands for. `furniture`: a part of the page around the text, which every page has by
 * itself where it has use for it. `generated`: text made of data that lies outside of `content/`, such as schemas of an API.
 */
export type LayoutInclude = 'furniture' | 'generated';

/** Tells of the arguments of an `include` which part of the reference's layouts they name; undefined for other templates. */
export function findLayoutInclude(args: string): LayoutInclude | undefined {
  const name = /^["']?([\w/-]+?)(?:\.html)?["']?(?=\s|$)/.exec(args.trim())?.[1];
  if (name === undefined) return undefined;
  if (FURNITURE.has(name)) return 'furniture';
  return GENERATED.test(name) ? 'generated' : undefined;
}

/** Pickers, lists of pages, and what stands around a text, by the names that the reference had for them until 2022. */
const FURNITURE: ReadonlySet<string> = new Set(
  `tool-switcher tool-picker platform-picker article-version-switcher homepage-version-switcher breadcrumbs
  all-articles all-articles-category all-articles-product category-articles-list product-articles-list
  article-cards code-examples featured-article featured-link featured-links guide-card learning-track-nav
  generic-toc generic-toc-flat generic-toc-items generic-toc-list generic-toc-nested
  enterprise-server-release-notes github-ae-release-notes product-releases
  contribution helpfulness support support-section survey deprecation-banner header-notification`.split(
    /\s+/,
  ),
);

/** Operations of the REST API, types of GraphQL, payloads of webhooks, events of audit logs. */
const GENERATED = /^(?:rest[_-]|graphql-|webhook|audit[_-]log|codeql-cli|explorer$)/;
