import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { PageHead } from '../links/index.ts';
import { COMPARE_SEGMENT } from '../load/index.ts';
import { foldAddress, type Redirect } from '../redirects/index.ts';

export interface CheckInput<P extends PageHead> {
  readonly pages: readonly P[];
  readonly redirects: readonly Redirect[];
}

/** Judges what no page shows alone. The value is what has files of its own: of two claimants the first one of the list. */
export function checkSite<P extends PageHead>({ pages, redirects }: CheckInput<P>): Result<CheckInput<P>> {
  const owners = new Map<string, PageHead>();
  for (const page of pages) {
    const name = foldAddress(page.output);
    if (!owners.has(name)) owners.set(name, page);
  }
  const clashes = new Map(pages.flatMap((page) => findClash(page, owners) ?? []));
  const isSound = ({ output }: PageHead | Redirect) =>
    !isReserved(output) && findFileAbove(output, owners) === undefined;
  return {
    value: {
      pages: clashes.size === 0 ? pages : pages.filter((page) => clashes.get(page)?.severity !== 'error'),
      redirects: redirects.filter(isSound),
    },
    diagnostics: [...clashes.values()],
  };
}

type Owners = ReadonlyMap<string, PageHead>;

function findClash(page: PageHead, owners: Owners): readonly (readonly [PageHead, Diagnostic])[] | undefined {
  const { output } = page;
  if (isReserved(output)) return [[page, describeReserved(page)]];
  const owner = owners.get(foldAddress(output));
  if (owner !== undefined && owner.output !== output) return [[page, describeCaseClash(page, owner)]];
  const other = owner === page ? (findFileAbove(output, owners) ?? findSameMarkdown(output, owners)) : owner;
  return other && [[page, describeDuplicate(page, other)]];
}

/** Whether a file is that of the page where readers compare versions. */
function isReserved(output: string): boolean {
  return output.endsWith(`/${COMPARE_SEGMENT}/index.html`) && output.split('/').length === 3;
}

/** A page whose file another one needs as a folder: `x/index.html` of `x`, and of `x/index.html/y`. */
function findFileAbove(output: string, owners: Owners): PageHead | undefined {
  const file = /^.*?\/index\.html(?=\/)/i.exec(output)?.[0];
  return file === undefined ? undefined : owners.get(foldAddress(file));
}

/** As Markdown, an index page `x` and a page `x/index` are both `x/index.md`. */
function findSameMarkdown(output: string, owners: Owners): PageHead | undefined {
  const folder = /^.*(?=\/index\/index\.html$)/i.exec(output)?.[0];
  const owner = folder === undefined ? undefined : owners.get(foldAddress(`${folder}/index.html`));
  return owner?.article.kind === 'index' ? owner : undefined;
}

function describeReserved(page: PageHead): Diagnostic {
  return {
    code: 'check/duplicate-permalink',
    severity: 'error',
    message: `The address '/${page.article.path}' is reserved for the page where readers compare versions.`,
    hint: 'Rename the file.',
    ...placeOf(page),
  };
}

function describeDuplicate(page: PageHead, owner: PageHead): Diagnostic {
  return {
    code: 'check/duplicate-permalink',
    severity: 'error',
    message: `The address '/${page.article.path}' already belongs to ${owner.article.file}.`,
    hint: 'Rename one of the two files.',
    ...placeOf(page),
  };
}

/** Not every file system tells two names apart that differ only in case. */
function describeCaseClash(page: PageHead, owner: PageHead): Diagnostic {
  return {
    code: 'check/case-clash',
    severity: 'warning',
    message: `The address '/${page.article.path}' differs only in case from that of ${owner.article.file}.`,
    hint: 'Rename one of the two files. On macOS and Windows, one page would replace the other.',
    ...placeOf(page),
  };
}

function placeOf({
  article,
  version,
  language,
}: PageHead): Pick<Diagnostic, 'place' | 'via' | 'versions' | 'languages'> {
  const place = { file: article.file, line: 1, column: 1 };
  return { place, via: [], versions: [version.name], languages: [language] };
}
