import type { ReleaseView } from '../../site/view.ts';
import type { Page } from '../links/index.ts';
import type { Alternate } from '../navigation/index.ts';

/** What a page should say of its release; whether a day is past is left to the reader's clock. */
export function findRelease({ version }: Page, alternates: readonly Alternate[]): ReleaseView | undefined {
  const { plan, release, isPreview } = version;
  const [newestRelease] = plan.releases;
  if (!isPreview && release === (newestRelease ?? 'latest')) return undefined;
  const newest = alternates.find(
    (alternate) =>
      alternate.version.plan === plan &&
      !alternate.version.isPreview &&
      alternate.version.release === (newestRelease ?? 'latest'),
  );
  if (isPreview) return { kind: 'preview', newest };
  const date = plan.dates?.[release]?.deprecated;
  return date === undefined ? { kind: 'old', newest } : { kind: 'ending', date, newest };
}
