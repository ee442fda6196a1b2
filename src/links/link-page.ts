import { createPermalink, type FieldName, type NoteName } from '../load/index.ts';
import { joinPieces, type Rendering } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { HTML_FIELDS, type HtmlField, isNote } from './anchors.ts';
import { createAnswers, findAnchors, type LinkDeps, type ReportProblem } from './answer-slots.ts';
import { describePage } from './describe-page.ts';
import { EMPTY_RENDERING } from './empty-rendering.ts';
import { fillSlots } from './fill-slots.ts';
import { readTitle } from './titles.ts';
import type { FilledText, Page, RenderedArticle } from './types.ts';
import { encodePath } from './url.ts';

/** The page of a rendered article in one of its versions, all slots filled. */
export function linkPage(
  answerers: LinkDeps,
  rendered: RenderedArticle,
  version: Version,
  report: ReportProblem,
): Page {
  const { resolution, renderings } = rendered;
  const { article, language, labels, fallbacks, failures } = resolution;
  const anchors = findAnchors(answerers, rendered, version);
  const title = readTitle(rendered);
  const intro = fillBox('intro');
  return {
    article,
    resolution,
    language,
    version,
    href: createPermalink(answerers, language, version, encodePath(article.path)).href,
    output: createPermalink(answerers, language, version, article.path).output,
    title,
    shortTitle: renderings.shortTitle?.text || title,
    description: describePage(intro),
    labels,
    intro,
    product: fillBox('product'),
    permissions: fillBox('permissions'),
    ...fillNotes(),
    body: fillField('body', renderings.body ?? EMPTY_RENDERING),
    headings: anchors.body,
    ...(anchors.carried.size === 0 ? {} : { carried: anchors.carried }),
    fallbacks,
    isUntranslated: isUntranslated(rendered),
  };

  function fillField(field: HtmlField | NoteName, rendering: Rendering): FilledText {
    const from = { article, language: speakField(field), version };
    const answers = createAnswers(answerers, from, anchors, field, report);
    return { rendering, fills: fillSlots(rendering, answers) };
  }

  /** A text that had to give way leads its readers on in the language that they are reading now. */
  function speakField(field: FieldName): string {
    return failures.includes(field) ? answerers.sourceLanguage : language;
  }

  /** Few articles have any. What a condition leaves nothing of is left out. */
  function fillNotes(): Pick<Page, 'notes'> {
    const found = (Object.keys(renderings) as FieldName[]).filter(isNote).flatMap((name) => {
      const rendering = renderings[name];
      if (rendering === undefined || isBlank(rendering)) return [];
      const { fills } = fillField(name, rendering);
      return [[name, joinPieces(rendering, fills).trim()] as const];
    });
    return found.length === 0 ? {} : { notes: Object.fromEntries(found) };
  }

  /** A field that renders to nothing has no box on the page. */
  function fillBox(field: HtmlField): FilledText | undefined {
    const rendering = renderings[field];
    return rendering === undefined || isBlank(rendering) ? undefined : fillField(field, rendering);
  }
}

function isUntranslated({ resolution: { fields, fallbacks } }: RenderedArticle): boolean {
  if (fallbacks.length === 0) return false;
  const shown = ['title', ...HTML_FIELDS] as const;
  return shown.every((field) => fallbacks.includes(field) || (fields[field]?.text.trim() ?? '') === '');
}

function isBlank({ pieces, slots }: Rendering): boolean {
  return slots.length === 0 && pieces.join('').trim() === '';
}
