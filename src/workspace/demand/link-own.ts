import { type Diagnostic, nameOwner } from '../../diagnostics/index.ts';
import { linkPages, type OldAddresses, type Page } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { joinDiagnostics } from '../join-diagnostics.ts';
import { listTargetKeys } from '../link-articles.ts';
import type { Workspace } from '../types.ts';

/** The pages of an article in a language, as a build has them, and what is to say of them. */
export interface OwnPages {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Renders an article, and of others what its links show and name.
 *
 * @param renderHeads gives titles without the texts of their articles
 */
export async function linkOwn(
  workspace: Workspace,
  redirects: OldAddresses,
  renderHeads: Workspace['rendered'],
  language: string,
  article: Article,
): Promise<OwnPages> {
  const owner = nameOwner(language, article.path);
  const own = [...new Set([owner, nameOwner(workspace.sourceLanguage, article.path)])];
  const resolved = await workspace.resolved(own);
  const rendered = await workspace.rendered(own);
  const { titles, fragments } = listTargetKeys(workspace, rendered.value, redirects);
  const whole = new Set([...own, ...fragments]);
  const named = fragments.size === 0 ? rendered : await workspace.rendered(whole);
  const heads = await renderHeads([...titles].filter((key) => !whole.has(key)));
  const linked = linkPages({
    ...workspace,
    corpus: workspace.corpus,
    languages: [language],
    redirects,
    articles: [article],
    rendered: [...named.value, ...heads.value],
    brokenLinks: 'warning',
  });
  const owned = [resolved, rendered, linked.settled, linked].map(({ byOwner }) => byOwner);
  const ofOwner = owned.map((each) => each.filter((said) => said.owner === owner));
  return { pages: linked.value, diagnostics: joinDiagnostics(ofOwner, resolved.legacy, []) };
}
