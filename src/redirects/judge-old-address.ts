import type { Diagnostic } from '../diagnostics/index.ts';
import { type Located, RESERVED_NAME } from '../load/index.ts';
import type { AddressFault, OldAddress } from './parse-old-address.ts';

type Judgement = Pick<Diagnostic, 'code' | 'severity' | 'message'>;

/** What is to be said about a value of `redirect_from` by itself, before it meets pages and other values. */
export function judgeOldAddress(
  { value, place }: Located<string>,
  old: OldAddress | AddressFault,
): readonly Diagnostic[] {
  const judgement =
    'fault' in old ? describeFault(value, old) : (describeRelative(value) ?? describeReserved(value, old));
  if (judgement === undefined) return [];
  const hint = "Write a path of this site: '/articles/about-packages'.";
  return [{ ...judgement, hint, place, via: [], versions: [], languages: [] }];
}

/** Liquid makes an address useless but does no harm; everything else could lead readers, or files, elsewhere. */
function describeFault(value: string, { fault, isLiquid }: AddressFault): Judgement {
  const message = `The old address ${JSON.stringify(value)} ${fault}.`;
  if (isLiquid) return { code: 'redirects/liquid', severity: 'warning', message };
  return { code: 'redirects/unsafe', severity: 'error', message };
}

function describeReserved(value: string, { segments }: OldAddress): Judgement | undefined {
  if (!RESERVED_NAME.test(segments.join('/'))) return undefined;
  const message = `Windows allows no folder for the old address '${value}'.`;
  return { code: 'redirects/reserved-name', severity: 'warning', message };
}

function describeRelative(value: string): Judgement | undefined {
  if (value.startsWith('/')) return undefined;
  const message = `The old address '${value}' does not begin with '/'; it is read as '/${value}'.`;
  return { code: 'redirects/relative', severity: 'warning', message };
}
