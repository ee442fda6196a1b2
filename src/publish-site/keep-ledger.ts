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
  read(): Promise<AddressLedger>;
  /** Of the text as it is now: equal signatures, equal ledgers. */
  signature(): string;
  /** Whether some pages, built again without the others, leave the ledger as it is. */
  isKeptBy(site: Pick<LedgerSite, 'config' | 'pages'>): Promise<boolean>;
  /** What a site has lost, as errors, and on demand address by address. */
  judge(site: LedgerSite): Promise<JudgedLedger>;
  /** Takes addresses out, for good. */
  forget(records: ReadonlySet<string>): Promise<void>;
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
  /** Signature of a ledger that was sound, as a build left it: one like that is read when somebody asks for what it holds. */
  readonly known?: string | undefined;
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
    throw new UsageError(`The ledger '${file}' cannot be in the output folder, which each build replaces.`);
  let text = await readText(path, file);
  let parsed: AddressLedger | undefined;
  if (sign(text, config) !== request.known) {
    const { ledger, diagnostics } = await parse(text);
    if (diagnostics.length > 0) return { value: undefined, diagnostics };
    parsed = ledger;
  }
  const signature = () => sign(text, config);
  return { value: { file, read, signature, isKeptBy, judge, forget, keep }, diagnostics: [] };

  async function parse(written: string) {
    const { parseLedger } = await import('../ledger/index.ts');
    return parseLedger(written, file, config.baseUrl);
  }

  async function read(): Promise<AddressLedger> {
    parsed ??= (await parse(text)).ledger;
    return parsed;
  }

  async function isKeptBy(site: Pick<LedgerSite, 'config' | 'pages'>): Promise<boolean> {
    const { hasSameHeadings } = await import('../ledger/index.ts');
    return hasSameHeadings(await read(), site);
  }

  async function judge(site: LedgerSite): Promise<JudgedLedger> {
    const { compareLedger, describeLost } = await import('../ledger/index.ts');
    const { lost, retired } = compareLedger(await read(), site);
    const { versions } = site.trace;
    const languages = site.config.languages.map(({ code }) => code);
    return { diagnostics: describeLost(lost, { file, text, versions, languages }), lost, retired };
  }

  async function forget(records: ReadonlySet<string>): Promise<void> {
    const { site, addresses } = await readAgain();
    await write({ site, addresses: new Set([...addresses].filter((record) => !records.has(record))) });
  }

  async function keep(site: LedgerSite): Promise<number> {
    const { listAddresses, mergeLedgers } = await import('../ledger/index.ts');
    const before = await readAgain();
    const whole = mergeLedgers(before, { addresses: new Set(listAddresses(site)) });
    await write(whole);
    return whole.addresses.size - before.addresses.size;
  }

  /** Another build may have added to it meanwhile. */
  async function readAgain(): Promise<AddressLedger> {
    const now = await readText(path ?? '', file);
    if (now === text) return read();
    const { ledger, diagnostics } = await parse(now);
    if (diagnostics.length > 0)
      throw new UsageError(
        `The ledger '${file}' has changed since it was read, and cannot be used any more.`,
      );
    [text, parsed] = [now, ledger];
    return ledger;
  }

  async function write(ledger: AddressLedger): Promise<void> {
    const { formatLedger } = await import('../ledger/index.ts');
    const written = formatLedger(ledger);
    parsed = ledger;
    if (written === text.replaceAll('\r\n', '\n')) return;
    await replaceFile(path ?? '', written);
    text = written;
  }
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return '';
    if (code !== 'EISDIR') throw error;
    throw new UsageError(`The ledger '${file}' cannot be read: it is a folder.`);
  }
}

/** Relative to the root where it lies below it. */
function nameFile(root: string, path: string): string {
  return isInside(root, path) ? relative(root, path).split(sep).join('/') : path;
}

function isInside(folder: string, path: string): boolean {
  return resolve(path).startsWith(`${resolve(folder)}${sep}`);
}

/** A ledger that is sound for one site may be that of another one. */
function sign(text: string, { baseUrl }: Pick<SiteConfig, 'baseUrl'>): string {
  return createHash('sha256').update(`${baseUrl}\n`).update(text).digest('base64url');
}
