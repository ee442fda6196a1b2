import type { Diagnostic } from '../../diagnostics/index.ts';
import { type AddressLedger, compareLedger } from '../../ledger/index.ts';
import type { SiteFiles } from '../../load/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { applyRewrite } from '../apply-rewrite.ts';
import { proposeAnswers } from './propose-answers.ts';
import type { LeftAddress, LostProposal, ReadOldPage } from './types.ts';

/** What became of everything that a site has lost of its ledger. */
export interface AnsweredLoss {
  /** Number of addresses and headings of the ledger that were lost. */
  readonly lost: number;
  readonly files: SiteFiles;
  readonly proposals: readonly LostProposal[];
  readonly left: readonly LeftAddress[];
  /** Errors that the site has with the proposals and does not have without them. */
  readonly broken: readonly Diagnostic[];
}

/** What the first answers make findable: a heading of an article that was moved and renamed, a translation of it. */
const MOST_ROUNDS = 3;

/** Answers what is lost, looks at the site as it is then, and at what is lost of that. Writes nothing. */
export async function answerLost(
  workspace: Workspace,
  ledger: AddressLedger,
  readOld: ReadOldPage,
): Promise<AnsweredLoss> {
  const first = await workspace.site();
  const proposals: LostProposal[] = [];
  const reasons = new Map<string, string>();
  let current = workspace;
  let site = first;
  let { lost } = compareLedger(ledger, site);
  const number = lost.length;
  for (let round = 0; round < MOST_ROUNDS && lost.length > 0; round += 1) {
    const answers = await proposeAnswers({ site, files: current.files, ledger, lost, readOld });
    for (const { records, reason } of answers.left) for (const record of records) reasons.set(record, reason);
    if (answers.edits.size === 0) break;
    const files = applyRewrite(current.files, { edits: answers.edits, deleted: [] });
    current = current.update({ value: files, diagnostics: [] });
    site = await current.site();
    lost = compareLedger(ledger, site).lost;
    const open = new Set(lost.map(({ record }) => record));
    proposals.push(...answers.proposals.filter(({ records }) => records.some((record) => !open.has(record))));
  }
  return {
    lost: number,
    files: current.files,
    proposals,
    left: groupByReason(lost.map(({ record }) => [record, reasons.get(record) ?? NOT_ANSWERED])),
    broken: listNew(first.diagnostics, site.diagnostics),
  };
}

const NOT_ANSWERED = 'The proposed change does not resolve it.';

function groupByReason(found: readonly (readonly [string, string])[]): readonly LeftAddress[] {
  const groups = new Map<string, string[]>();
  for (const [record, reason] of found) groups.set(reason, [...(groups.get(reason) ?? []), record]);
  return [...groups].map(([reason, records]) => ({ records, reason }));
}

function listNew(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const name = ({ code, message, place }: Diagnostic) => `${code} ${place.file} ${message}`;
  const known = new Set(before.map(name));
  return after.filter((each) => each.severity === 'error' && !known.has(name(each)));
}
