import { type Context, Tag } from 'liquidjs';
import { getRun } from '../renderer.ts';
import { report } from '../run.ts';

/** Tags of Liquid that read other templates. There are none: text is shared through reusables. */
export const ABSENT_TAGS: readonly string[] = ['include', 'render', 'layout', 'block', 'endblock'];

/** Says so where one is reached, and prints nothing: as with an unknown reference, the text around it is known. */
export class AbsentTag extends Tag {
  render(context: Context): void {
    if (this.name === 'endblock') return;
    report(getRun(context), {
      code: 'resolve/no-templates',
      severity: 'error',
      message: `The tag '${this.name}' asks for a template, and templates do not exist here.`,
      hint: 'Put the text into a reusable and bring it in with {% data reusables.FOLDER.FILE %}.',
      offset: this.token.begin,
      breaks: false,
    });
  }
}
