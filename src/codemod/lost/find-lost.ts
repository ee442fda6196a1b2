import { compareLedger, groupLost, listAddresses, listOldAddresses } from '../../ledger/index.ts';
import type { SiteFiles } from '../../load/index.ts';
import type { Site } from '../../workspace/index.ts';
import { proposeAnswers } from './propose-answers.ts';
import { readOldFromSite } from './read-old-pages.ts';
import type { LostPages } from './types.ts';

/** The addresses of pages that a site had in an older state and nothing answers now, with what would answer them. */
export async function findLostPages(
  before: Site,
  after: Site,
  files: SiteFiles,
): Promise<readonly LostPages[]> {
  const addresses = new Set(listAddresses(before).filter((record) => !record.includes('#')));
  const ledger = { site: before.config.baseUrl, addresses };
  const { lost } = compareLedger(ledger, after);
  if (lost.length === 0) return [];
  const readOld = readOldFromSite(before);
  const { proposals, left } = await proposeAnswers({ site: after, files, ledger, lost, readOld });
  const languages = after.config.languages.map(({ code }) => code);
  const values = new Map(
    groupLost(lost, languages).flatMap((group) =>
      group.map(({ record }) => [record, listOldAddresses(group)] as const),
    ),
  );
  return [
    ...proposals.map(({ records, ...rest }) => ({ addresses: records, ...rest })),
    ...left.map(({ records, reason }) => ({
      addresses: records,
      file: undefined,
      written: `redirect_from: ${records.flatMap((record) => values.get(record)?.[0] ?? []).slice(0, 1)}`,
      reason,
    })),
  ];
}
