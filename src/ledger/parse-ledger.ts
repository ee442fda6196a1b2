import type { Diagnostic } from '../diagnostics/index.ts';
import { LEDGER_FORM, SITE_MARK } from './format-ledger.ts';
import type { AddressLedger, LedgerAddress } from './types.ts';

/** A ledger that was read, or what keeps it from being used. */
export interface ReadLedger {
  readonly ledger: AddressLedger;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a ledger. Lines may stand in any order and more than once, as merges leave them; comments begin with `#`.
 *
 * @param file its name, for places
 * @param site `baseUrl` of the site that it should be of
 */
export function parseLedger(text: string, file: string, site: string): ReadLedger {
  const addresses = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const conflicts: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (CONFLICT.test(line)) conflicts.push(at + 1);
    else if (line.startsWith('/')) {
      if (ADDRESS.test(line)) addresses.add(line);
      else report(at + 1, describeBroken(line));
    } else if (line.startsWith('#')) {
      const fault = judgeHeader(line, site);
      if (fault !== undefined) report(at + 1, fault);
    } else if (line.trim() !== '') report(at + 1, describeBroken(line));
  }
  const [first] = conflicts;
  if (first !== undefined) report(first, describeConflict(conflicts, file));
  return { ledger: { site, addresses }, diagnostics };

  function report(line: number, fault: Fault): void {
    const place = { file, line, column: 1 };
    diagnostics.push({ ...fault, severity: 'error', place, via: [], versions: [], languages: [] });
  }
}

/** The parts of one address of a ledger. */
export function splitAddress(record: string): LedgerAddress {
  const end = record.indexOf('#');
  if (end === -1) return { address: record, anchor: undefined };
  return { address: record.slice(0, end), anchor: decodeAnchor(record.slice(end + 1)) };
}

type Fault = Pick<Diagnostic, 'code' | 'message'> & { readonly hint: string };

/** As git writes them; the middle one is three equal signs and more, alone on its line. */
const CONFLICT = /^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$/;

/** `/LANG/…/`, and perhaps a heading. */
const ADDRESS = /^\/(?:[^\s/#?]+\/)+(?:#[^\s#]+)?$/u;

function judgeHeader(line: string, site: string): Fault | undefined {
  const form = /^# Decant ledger of addresses, form (\S+)/.exec(line)?.[1];
  if (form !== undefined && form !== LEDGER_FORM) {
    return {
      code: 'ledger/other-form',
      message: `The ledger has the form '${form}', and this program reads form ${LEDGER_FORM}.`,
      hint: 'Build with the program that wrote the ledger, or a newer one.',
    };
  }
  const other = line.startsWith(SITE_MARK) ? line.slice(SITE_MARK.length).trim() : site;
  if (other === site) return undefined;
  return {
    code: 'ledger/other-site',
    message: `The ledger is of the site '${other}', and 'baseUrl' of this one is '${site}'.`,
    hint: 'Name the ledger of this site. If the site has moved to another address, write that address into this line.',
  };
}

function describeBroken(line: string): Fault {
  const shown = line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line;
  return {
    code: 'ledger/broken-line',
    message: `The line '${shown}' is not an address.`,
    hint: 'A line is an address such as /en/packages/x/ or /en/packages/x/#install. Correct it, or restore the line from git.',
  };
}

const LONGEST_SHOWN = 80;

function describeConflict(lines: readonly number[], file: string): Fault {
  const [last, ...others] = [...lines].reverse().map(String);
  const named = others.length === 0 ? `line ${last}` : `lines ${others.reverse().join(', ')} and ${last}`;
  return {
    code: 'ledger/conflict',
    message: `The ledger contains the markers of a merge conflict: ${named}.`,
    hint: `Delete the marked lines and keep the lines of both sides. With '${file} merge=union' in .gitattributes, git does so itself.`,
  };
}

function decodeAnchor(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
