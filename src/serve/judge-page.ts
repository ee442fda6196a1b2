import { posix } from 'node:path';
import { type Diagnostic, mergeDiagnostics, nameOwner, weighFindings } from '../diagnostics/index.ts';
import { createAddressParser, type PageHead } from '../links/index.ts';
import { isContent } from '../load/index.ts';
import type { MadeArticle, PageMaker } from '../workspace/index.ts';
import type { Sources } from './source-reader.ts';
import type { ShownPage } from './types.ts';

interface Now {
  readonly sources: Sources;
  readonly maker: PageMaker;
}

/**
 * What is to say of the page at an address: of its own files, of what went into it, and of the site where that cannot be used.
 * Undefined where the site has no page there and no source that is one but for its errors.
 */
export function judgePage(
  { sources, maker }: Now,
  href: string,
  head: PageHead | undefined,
  made: MadeArticle | undefined,
): ShownPage | undefined {
  const { config } = sources.setup;
  const { texts } = sources.files.value;
  const { findings, versions, sourceLanguage, corpus } = maker.workspace;
  const weigh = (found: readonly Diagnostic[]) =>
    weighFindings(mergeDiagnostics(found), { rules: config.rules, texts });
  const common = [...sources.refused, ...sources.setup.diagnostics.filter(isError)];
  if (head === undefined) {
    const address = createAddressParser(
      config,
      versions,
      corpus.articles,
    )(decode(href.slice(config.basePath.length)));
    const language = address.language ?? sourceLanguage;
    const files = listFiles(address.path, config.languages);
    if (!files.some((file) => texts.has(file))) return undefined;
    const diagnostics = weigh([...common, ...findings.filter(isError)]);
    if (diagnostics.length === 0) return undefined;
    const own = new Set(files);
    const sorted = [...diagnostics].sort((a, b) => rank(a, own) - rank(b, own));
    return { href, language, head, made, page: undefined, diagnostics: sorted, isBroken: true };
  }
  const { language, version, article } = head;
  const page = made?.part.pages.find((each) => each.href === head.href);
  const own = new Set([...article.texts].flatMap(([code, { file }]) => (isShown(code) ? [file] : [])));
  const isHere = (each: Diagnostic) =>
    (each.versions.length === 0 || each.versions.includes(version.name)) &&
    (each.languages.length === 0 || each.languages.includes(language));
  const ofFiles = findings.filter(({ place }) => own.has(place.file));
  const ofPage = [...ofFiles, ...findings.filter(isOfUsedData), ...(made?.diagnostics ?? [])];
  // Where nothing of its own says why there is no page, an error of another file may.
  const isUnexplained =
    page === undefined && ![...common, ...ofPage].some((each) => isError(each) && isHere(each));
  const others = isUnexplained ? findings.filter(isError) : [];
  const diagnostics = weigh([...common, ...ofPage, ...others]).filter(isHere);
  return { href, language, head, made, page, diagnostics, isBroken: page === undefined };

  /** Uses of a file that cannot be read are not reported themselves. */
  function isOfUsedData(each: Diagnostic): boolean {
    const { file } = each.place;
    if (!isError(each) || isContent(config, file)) return false;
    return maker.workspace.usersOf([file]).has(nameOwner(language, article.path));
  }

  function isShown(code: string): boolean {
    return code === language || code === sourceLanguage;
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** Those of the file itself first. */
function rank({ place }: Diagnostic, own: ReadonlySet<string>): number {
  return own.has(place.file) ? 0 : 1;
}

/** The files that may hold an article. */
function listFiles(path: string, languages: Sources['setup']['config']['languages']): readonly string[] {
  const dir = languages[0]?.dir ?? '.';
  return [`${path}.md`, `${path}/index.md`].map((file) => posix.join(dir, 'content', file));
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
