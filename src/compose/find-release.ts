import type { ReleaseView } from '../../site/view.ts';
import type { Changes } from '../changes/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Alternate } from '../navigation/index.ts';
import { findSuccessor } from '../versions/index.ts';
import { findChangeLink } from './create-changes-view.ts';

/** What a page should say of its release; whether a day is past is left to the reader's clock. */
export function findRelease(
  page: PageHead,
  alternates: readonly Alternate[],
  changes: Changes,
): ReleaseView | undefined {
  const { plan, release, isPreview } = page.version;
  const [newestRelease] = plan.releases;
  const isFrozen = plan.deprecated.includes(release);
  if (!isPreview && !isFrozen && release === (newestRelease ?? 'latest')) return undefined;
  const newest = alternates.find(
    (alternate) =>
      alternate.version.plan === plan &&
      !alternate.version.isPreview &&
      alternate.version.release === (newestRelease ?? 'latest'),
  );
  // Where the page itself leads there, once is enough.
  const isSaid = findChangeLink(page, changes)?.isWhole === true;
  const links = {
    newest,
    changesHref: isSaid ? undefined : changes.findRelease(page.language, page.version)?.href,
  };
  if (isFrozen) return { kind: 'frozen', ...links };
  if (isPreview) return { kind: 'preview', ...links };
  const date = plan.dates?.[release]?.deprecated;
  return date === undefined ? { kind: 'old', ...links } : { kind: 'ending', date, ...links };
}

/** Releases of the plan, no longer documented, that the one of the page stands in for. */
export function listRetired({ version }: PageHead): readonly string[] {
  const { plan, release, isPreview } = version;
  return isPreview ? [] : plan.deprecated.filter((retired) => findSuccessor(plan, retired) === release);
}
