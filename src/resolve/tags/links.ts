import { type Context, type Emitter, Tag } from 'liquidjs';
import { findNearest } from '../../diagnostics/index.ts';
import { type Article, isUnread } from '../../load/index.ts';
import { includeSource } from '../include-source.ts';
import { getRun } from '../renderer.ts';
import { ask, findSourceLanguage, type Run, reportUnlessCommented } from '../run.ts';

/** What a link tag prints around the link and the intro of its target. */
interface LinkForm {
  readonly before: string;
  readonly after: string;
  readonly withIntro: boolean;
}

const FORMS: ReadonlyMap<string, LinkForm> = new Map([
  ['link', { before: '', after: '', withIntro: false }],
  ['link_in_list', { before: '- ', after: '', withIntro: false }],
  ['topic_link_in_list', { before: '- ', after: '', withIntro: false }],
  ['link_with_intro', { before: '### ', after: '\n', withIntro: true }],
  ['homepage_link_with_intro', { before: '### ', after: '\n', withIntro: true }],
  [
    'link_as_article_card',
    { before: '<div class="article-card">\n\n### ', after: '\n\n</div>\n', withIntro: true },
  ],
]);

export const LINK_TAGS: readonly string[] = [...FORMS.keys()];

/**
 * `{% link_with_intro /path %}` and its kin, which older index pages list articles with: a link to an article, which
 * gets its title later, and where the form asks for it the article's intro. In a version without the article nothing.
 */
export class LinkTag extends Tag {
  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const run = getRun(context);
    const form = FORMS.get(this.name);
    const path = this.token.args.trim().replace(/^["']|["']$/g, '');
    if (path === '' || /\s/.test(path)) {
      reportSyntax(run, this.name, path);
      return;
    }
    const target = findTarget(run, path);
    if (form === undefined) return;
    if (target === undefined) {
      reportUnknown(run, path);
      return;
    }
    if (!ask(run, target.versions)) return;
    emitter.write(`${form.before}[AUTOTITLE](/${target.path})`);
    if (form.withIntro) yield includeIntro(run, context, emitter, target);
    emitter.write(form.after);
  }
}

/** Paths count from the page's own folder, as in index pages, or else from the root. */
function findTarget({ article, site }: Run, path: string): Article | undefined {
  const { articles } = site.corpus;
  const paths = listPaths(article, path);
  const found = paths.map((each) => articles.get(each)).find((each) => each !== undefined);
  site.onLook(paths, found);
  return found;
}

function listPaths({ kind, path }: Article, written: string): readonly string[] {
  const below = written.replace(/^\/+|(?<!\/)\/+$/g, '').replace(/(?:\/index)?\.md$/, '');
  const folder = kind === 'index' ? path : path.replace(/\/?[^/]*$/, '');
  return [folder === '' ? below : `${folder}/${below}`, below];
}

function* includeIntro(
  run: Run,
  context: Context,
  emitter: Emitter,
  { texts, path }: Article,
): Generator<unknown, void, unknown> {
  const sourceLanguage = findSourceLanguage(run.site);
  const text = [run.language, sourceLanguage]
    .map((code) => texts.get(code))
    .find((each) => each?.fields.intro !== undefined);
  const source = text?.fields.intro;
  if (text === undefined || source === undefined) return;
  if (text.language !== sourceLanguage)
    run.repairs.note(source, text.language, texts.get(sourceLanguage)?.fields.intro);
  emitter.write('\n\n');
  const layout = { trim: true, prefix: '', prefixFirst: false };
  yield includeSource(run, context, emitter, {
    source,
    language: text.language,
    layout,
    name: `intro of ${path}`,
  });
}

function reportSyntax(run: Run, name: string, path: string): void {
  reportUnlessCommented(run, {
    code: 'resolve/link-syntax',
    severity: 'error',
    message: path === '' ? `The tag '${name}' names no article.` : `'${path}' is not the path of an article.`,
    hint: `Write {% ${name} /folder/article %}, one tag for each article.`,
    offset: run.offset,
    breaks: false,
  });
}

function reportUnknown(run: Run, path: string): void {
  const { corpus } = run.site;
  if (listPaths(run.article, path).some((each) => isUnread(each, corpus))) return;
  const nearest = findNearest(path.replace(/^\/+|(?<!\/)\/+$/g, ''), corpus.articles.keys());
  reportUnlessCommented(run, {
    code: 'resolve/unknown-article',
    severity: 'error',
    message: `There is no article '${path}'.`,
    hint:
      nearest === undefined
        ? 'Write its path from the root: /folder/article.'
        : `Did you mean '/${nearest}'?`,
    offset: run.offset,
    breaks: false,
  });
}
