import type { Diagnostic } from '../diagnostics/index.ts';
import type { PageHead } from '../links/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import { createPageMaker, openWorkspace, type PageMaker } from '../workspace/index.ts';
import { composeFile } from './compose-file.ts';
import { createGoodPages } from './good-pages.ts';
import { judgePage } from './judge-page.ts';
import { rereadSources, type SourceRequest, type Sources } from './source-reader.ts';
import type { ShownPage, SiteAnswer } from './types.ts';

/** A site whose files are made when somebody asks for them, and anew after its sources have changed. */
export interface SitePreview {
  readonly sources: Sources;
  readonly maker: PageMaker;
  /** What is at a path below the base path, decoded: `en/packages/`. Waits for changes that it was told of. */
  answer(path: string): Promise<SiteAnswer>;
  /** @param changed names of files, relative to the root, with `/` */
  update(changed: ReadonlySet<string>): Promise<void>;
}

export interface PreviewOptions extends SourceRequest {
  readonly renderMarkdown: RenderMarkdown;
  /** Whether pages have the search that the site file gives them; they do if absent. */
  readonly search?: boolean | undefined;
  readonly onTrace?: ((text: string) => void) | undefined;
}

type Now = Pick<SitePreview, 'maker' | 'sources'> & Pick<PreviewOptions, 'search'>;

export function openPreview(first: Sources, options: PreviewOptions): SitePreview {
  let sources = first;
  let maker = open(first);
  let pending: Promise<void> = Promise.resolve();
  let pages = new Map<string, Promise<SiteAnswer>>();
  const good = createGoodPages();
  return {
    get sources() {
      return sources;
    },
    get maker() {
      return maker;
    },
    async answer(path) {
      await pending;
      const found = pages.get(path) ?? find(path);
      pages.set(path, found);
      if (pages.size > MOST_KEPT) pages = new Map([[path, found]]);
      return found;
    },
    update(changed) {
      // One after the other; after one that failed, the next one tries again.
      pending = pending.catch(() => {}).then(() => renew(changed));
      return pending;
    },
  };

  async function renew(changed: ReadonlySet<string>): Promise<void> {
    const next = await rereadSources(sources, changed, options);
    const isSame = next.setup === sources.setup && next.theme === sources.theme;
    maker = isSame ? maker.update(maker.workspace.update(next.files), changed) : open(next);
    sources = next;
    pages = new Map();
  }

  function open({ setup, files }: Sources): PageMaker {
    return createPageMaker(openWorkspace(setup, files, options), options.renderMarkdown);
  }

  async function find(path: string): Promise<SiteAnswer> {
    const now = { sources, maker, search: options.search };
    const { basePath } = sources.setup.config;
    const folder = path.replace(/(?:^|(?<=\/))index\.html$/, '');
    const isFolder = folder === '' || folder.endsWith('/');
    if (isFolder) {
      const href = `${basePath}${folder}`;
      const head = maker.findHead(encodeURI(href));
      if (head !== undefined) return showPage(head, now);
      const lost = judgePage(now, href, undefined, undefined);
      // Another name of a version leads on, whatever errors the site has.
      if (lost !== undefined) return (await composeFile(path, now)) ?? showBroken(lost);
    }
    const there = isFolder ? undefined : maker.findHead(encodeURI(`${basePath}${path}/`));
    if (there !== undefined) return { kind: 'redirect', to: there.href };
    const found = await composeFile(path, now);
    if (found !== undefined) return found;
    return { kind: 'elsewhere', name: path };
  }

  async function showPage(head: PageHead, now: Now): Promise<SiteAnswer> {
    const made = await now.maker.makeArticle(head.language, head.article.path);
    let failures: readonly Diagnostic[] = [];
    const shown = judgePage(now, head.href, head, made) ?? describeLost(head);
    const composed = await composeFile(head.output, now).catch((error: unknown) => {
      failures = [describeFailure(error)];
      return undefined;
    });
    if (composed?.kind !== 'page')
      return showBroken({ ...shown, diagnostics: [...failures, ...shown.diagnostics], isBroken: true });
    if (!shown.isBroken) good.keep(head.href, composed.html);
    return { ...composed, shown };
  }

  function showBroken(shown: ShownPage): SiteAnswer {
    const html = good.find(shown.href);
    return html === undefined
      ? { kind: 'page', html: formatEmpty(shown), shown, status: 500 }
      : { kind: 'page', html, shown, status: 200 };
  }

  function describeLost(head: PageHead): ShownPage {
    const { href, language } = head;
    return { href, language, head, made: undefined, page: undefined, diagnostics: [], isBroken: true };
  }
}

/** A template of the site's own failed: it names itself. */
function describeFailure(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const reason = error instanceof Error && error.cause instanceof Error ? ` ${error.cause.message}` : '';
  const file = /'([^']+)'/.exec(message)?.[1] ?? '';
  return {
    code: 'theme/faulty-template',
    severity: 'error',
    message: `${message}${reason}`,
    place: { file, line: 1, column: 1 },
    via: [],
    versions: [],
    languages: [],
  };
}

/** Pages asked for since the last change. */
const MOST_KEPT = 500;

/** What stands below the overlay where there never was a page. */
function formatEmpty({ language, href }: ShownPage): string {
  const title = decodeURI(href).replace(/[<&]/g, '');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="color-scheme" content="light dark">
</head>
<body></body>
</html>
`;
}
