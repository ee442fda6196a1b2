import { type Context, Tag } from 'liquidjs';
import { getRun } from '../renderer.ts';
import { noteOutside } from '../report-names.ts';
import { report } from '../run.ts';
import { findLayoutInclude } from '../template/layout-includes.ts';

/** Tags of Liquid that read other templates. There are none: text is shared through reusables. */
export const ABSENT_TAGS: readonly string[] = ['include', 'render', 'layout', 'block', 'endblock'];

/**
 * Says so where one is reached, and prints nothing: as with an unknown reference, the text around it is known. Old content
 * includes parts of pages that every page has by itself: nothing is missing there.
 */
export class AbsentTag extends Tag {
  render(context: Context): void {
    if (this.name === 'endblock') return;
    const part = this.name === 'include' ? findLayoutInclude(this.token.args) : undefined;
    const run = getRun(context);
    if (part === 'furniture') return;
    if (part === 'generated') {
      const name = this.token.args.trim();
      const message = `'${name}' is generated from data outside the content, so this part of the page is empty.`;
      noteOutside(run, name, message, 'Link to where readers can find that, and remove the tag.');
      return;
    }
    report(run, {
      code: 'resolve/no-templates',
      severity: 'error',
      message: `The tag '${this.name}' asks for a template, and templates do not exist here.`,
      hint: 'Put the text into a reusable and bring it in with {% data reusables.FOLDER.FILE %}.',
      offset: this.token.begin,
      breaks: false,
    });
  }
}
