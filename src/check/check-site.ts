import type { Diagnostic } from '../diagnostics/index.ts';
import type { PageHead } from '../links/index.ts';
import { foldAddress } from '../redirects/index.ts';

export interface CheckInput {
  readonly pages: readonly PageHead[];
}

/** Judges what no page shows alone: files that two pages would write. The first one of the list has the right to it. */
export function checkSite({ pages }: CheckInput): readonly Diagnostic[] {
  const owners = new Map<string, PageHead>();
  return pages.flatMap((page) => {
    const name = foldAddress(page.output);
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, page);
    return owner === undefined ? [] : [describeClash(page, owner)];
  });
}

function describeClash(page: PageHead, owner: PageHead): Diagnostic {
  return page.output === owner.output ? describeDuplicate(page, owner) : describeCaseClash(page, owner);
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
    hint: 'Rename one of the two files, for on macOS and Windows one page would take the place of the other.',
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
