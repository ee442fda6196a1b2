import { describeSources } from './describe-sources.ts';
import { describeVersions } from './describe-versions.ts';
import type { LinkToEditor } from './editor-links.ts';
import { placeProblems } from './place-problems.ts';
import type { SitePreview } from './preview.ts';
import type { ShownPage } from './types.ts';

/** What the script of a page asks about it, to be sent as JSON; undefined for what nobody asks. */
export async function answerQuestion(
  name: string,
  shown: ShownPage,
  preview: SitePreview,
  link: LinkToEditor,
): Promise<object | undefined> {
  switch (name) {
    case 'problems':
      return placeProblems(shown, preview);
    case 'sources':
      return describeSources(shown, preview, link);
    case 'versions':
      return describeVersions(shown, preview);
    default:
      return undefined;
  }
}
