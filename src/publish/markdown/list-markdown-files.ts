import type { Stamps } from '../../compose/types.ts';
import { isPage, type Page, type PageHead } from '../../links/index.ts';
import type { ListedSite, PublishedSite, SiteFile } from '../types.ts';
import { formatPageMarkdown } from './format-page-markdown.ts';
import { createMarkdownReader } from './read-markdown.ts';

/**
 * Every page as Markdown, `PATH.md` for `PATH/index.html`; an index page as `PATH/index.md` too. A name that is the
 * folder of a page or of an old address (`/x.md`) is left to it.
 *
 * @param folders of those, as `listMarkdownFolders` lists them for the whole site
 */
export function listMarkdownFiles(
  site: Omit<PublishedSite, 'redirects'>,
  folders: ReadonlySet<string>,
): readonly SiteFile[] {
  const readMarkdown = createMarkdownReader();
  let last: { readonly page: Page; readonly text: string } | undefined;
  return site.pages.flatMap((page) =>
    listOutputs(page)
      .filter((output) => !folders.has(output))
      .map((output) => ({
        output,
        render: () => format(page),
        stamp: (stamps) => stampMarkdown(page, site, stamps),
        shows: [page],
      })),
  );

  /** Both files of an index page are written one after the other. */
  function format(page: PageHead): string {
    if (!isPage(page)) throw new Error(`A page is to be written whose texts are not there: ${page.href}`);
    if (last?.page !== page) last = { page, text: formatPageMarkdown(page, site, readMarkdown) };
    return last.text;
  }
}

/** Of all that a page as Markdown is made of. */
function stampMarkdown(
  page: PageHead,
  { navigation }: Pick<PublishedSite, 'navigation'>,
  { stamp, stampTexts }: Stamps,
): string {
  const children = navigation.findNode(page)?.children.map((child) => child.page);
  return stamp(stampTexts(page), children);
}

function listOutputs({ output, article }: PageHead): readonly string[] {
  const folder = output.slice(0, -'/index.html'.length);
  return article.kind === 'index' ? [`${folder}.md`, `${folder}/index.md`] : [`${folder}.md`];
}

/** Folders with a name like that of a Markdown file. */
export function listMarkdownFolders({
  pages,
  redirects,
}: Pick<ListedSite, 'pages' | 'redirects'>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { output } of [...pages, ...redirects]) {
    for (const { index } of output.matchAll(/(?<=\.md)\//gi)) folders.add(output.slice(0, index));
  }
  return folders;
}
