import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { AddressLedger, LedgerSite, LostAddress } from '../ledger/index.ts';
import { replaceFile } from '../output/index.ts';
import { UsageError } from '../usage-error.ts';

/** The ledger of a site, beside which builds are held. */
export interface LedgerKeeper {
  /** Name of the file, as diagnostics name it. */
  readonly file: string;
  readonly ledger: AddressLedger;
  /** Of the text as it is now: equal signatures, equal ledgers. */
  signature(): string;
  /** Whether some pages, built again without the others, leave the ledger as it is. */
  isKeptBy(site: Pick<LedgerSite, 'config' | 'pages'>): Promise<boolean>;
  /** What a site has lost, as errors, and on demand address by address. */
  judge(site: LedgerSite): Promise<JudgedLedger>;
  /** Adds what a site publishes. Call it when the site is in its place. Gives the number of addresses that are new. */
  keep(site: LedgerSite): Promise<number>;
}

/** What the comparison of a ledger with a site came to. */
export interface JudgedLedger {
  readonly diagnostics: readonly Diagnostic[];
  readonly lost: readonly LostAddress[];
  /** Headings of releases that are no longer documented, whose addresses lead to the top of a page. */
  readonly retired: number;
}

/** Which ledger, if any, and where the site is published. */
export interface LedgerRequest {
  readonly config: SiteConfig;
  /** As the command line names it, absolute; that of the site file if absent. */
  readonly ledger?: string | undefined;
  /** The folder to publish into; absolute. */
  readonly out: string;
}

/**
 * Reads the ledger of a site; one that is not there yet is empty. Undefined where there is none to keep, or where it cannot be
 * used: then the diagnostics say why.
 *
 * @throws UsageError for what is no file, and for one inside of the output folder
 */
export async function openLedger(request: LedgerRequest): Promise<Result<LedgerKeeper | undefined>> {
  const { config, out } = request;
  const path = request.ledger ?? (config.ledger && join(config.root, config.ledger));
  if (path === undefined) return { value: undefined, diagnostics: [] };
  const file = nameFile(config.root, path);
  if (isInside(out, path))
    throw new UsageError(`The ledger '${file}' cannot lie in the output folder, which each build replaces.`);
  const { parseLedger, mergeLedgers } = await import('../ledger/index.ts');
  let text = await readText(path, file);
  const { ledger, diagnostics } = parseLedger(text, file, config.baseUrl);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  return { value: { file, ledger, signature: () => sign(text), isKeptBy, judge, keep }, diagnostics: [] };

  async function isKeptBy(site: Pick<LedgerSite, 'config' | 'pages'>): Promise<boolean> {
    const { hasSameHeadings } = await import('../ledger/index.ts');
    return hasSameHeadings(ledger, site);
  }

  async function judge(site: LedgerSite): Promise<JudgedLedger> {
    const { compareLedger, describeLost } = await import('../ledger/index.ts');
    const { lost, retired } = compareLedger(ledger, site);
    const { versions } = site.trace;
    const languages = site.config.languages.map(({ code }) => code);
    return { diagnostics: describeLost(lost, { file, text, versions, languages }), lost, retired };
  }

  async function keep(site: LedgerSite): Promise<number> {
    const { formatLedger, listAddresses } = await import('../ledger/index.ts');
    // Another build may have added to it meanwhile.
    const now = await readText(path ?? '', file);
    const read = now === text ? { ledger, diagnostics } : parseLedger(now, file, config.baseUrl);
    if (read.diagnostics.length > 0)
      throw new UsageError(
        `The ledger '${file}' has changed since it was read, and cannot be used any more.`,
      );
    const whole = mergeLedgers(read.ledger, { addresses: new Set(listAddresses(site)) });
    text = formatLedger(whole);
    if (text !== now.replaceAll('\r\n', '\n')) await replaceFile(path ?? '', text);
    else text = now;
    return whole.addresses.size - read.ledger.addresses.size;
  }
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return '';
    throw new UsageError(
      `The ledger '${file}' cannot be read: ${code === 'EISDIR' ? 'it is a folder' : code}.`,
    );
  }
}

/** Relative to the root where it lies below it. */
function nameFile(root: string, path: string): string {
  return isInside(root, path) ? relative(root, path).split(sep).join('/') : path;
}

function isInside(folder: string, path: string): boolean {
  return resolve(path).startsWith(`${resolve(folder)}${sep}`);
}

function sign(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
