import type { ReleaseView } from '../../site/view.ts';
import type { Page } from '../links/index.ts';
import type { Alternate } from '../navigation/index.ts';

/** What a page should say of its release; whether a day is past is left to the reader's clock. */
export function findRelease({ version }: Page, alternates: readonly Alternate[]): ReleaseView | undefined {
  if (version.isPreview) return { kind: 'preview' };
  const { plan, release } = version;
  const date = plan.dates?.[release]?.deprecated;
  if (date === undefined || release !== plan.releases.at(-1)) return undefined;
  const newest = alternates.find(
    (alternate) => alternate.version.plan === plan && alternate.version.release === plan.releases[0],
  );
  return { kind: 'ending', date, newest: newest?.version === version ? undefined : newest };
}
