import type { Prepared } from '../publish-site/index.ts';
import { type Inputs, type OutlineDrawer, openOutlines, signInputs } from '../record/index.ts';
import type { SiteOutline } from '../workspace/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

/** What is known of the site as a build has left it, a check, or another question. */
export function openOutlineDrawer(
  { cache, out }: Pick<Options, 'cache' | 'out'>,
  { setup, theme }: Prepared,
  files: Inputs['files'],
  note: Reporter['note'],
): OutlineDrawer<SiteOutline> {
  const { root, search } = setup.config;
  return openOutlines(cache, () => signInputs({ setup, search, theme, files }), { root, out }, note);
}
