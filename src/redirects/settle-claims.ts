import { type Diagnostic, formatPlace } from '../diagnostics/index.ts';
import { foldAddress } from './fold-address.ts';
import { type Claim, formatAddress } from './list-claims.ts';

/** Folded addresses of the site, with the path of the article that answers there by itself. */
export type PageAddresses = ReadonlyMap<string, string>;

/**
 * One article for each address. A page always wins, then the article that comes first in the tree; addresses that differ
 * only in case count as one, so that no stub is ever written over a page.
 */
export function settleClaims(
  claims: readonly Claim[],
  pages: PageAddresses,
): { winners: ReadonlyMap<string, Claim>; diagnostics: readonly Diagnostic[] } {
  const isShadowed = ({ address }: Claim) => pages.has(foldAddress(address));
  const shadowed = claims.filter(isShadowed);
  const firstShadowed = new Map(shadowed.toReversed().map((claim) => [foldAddress(claim.address), claim]));
  const diagnostics = shadowed.map((claim) => describeShadowed(claim, firstShadowed, pages));

  const winners = new Map<string, Claim>();
  const owners = new Map<string, Claim>();
  for (const claim of claims.filter((each) => !isShadowed(each))) {
    const address = foldAddress(claim.address);
    const owner = owners.get(address) ?? claim;
    owners.set(address, owner);
    if (owner.article !== claim.article) diagnostics.push(describeConflict(claim, owner));
    else if (!winners.has(claim.address)) winners.set(claim.address, claim);
  }
  return { winners, diagnostics };
}

function describeConflict(claim: Claim, { place, article }: Claim): Diagnostic {
  return reportAt(claim, {
    code: 'redirects/conflict',
    severity: 'error',
    message: `The old address '${claim.value}' already leads to '/${article.path}', by ${formatPlace(place)}.`,
    hint: 'Keep it in one of the two.',
  });
}

function describeShadowed(
  claim: Claim,
  shadowed: ReadonlyMap<string, Claim>,
  pages: PageAddresses,
): Diagnostic {
  if (isCircular(claim, shadowed, pages)) {
    return reportAt(claim, {
      code: 'redirects/circle',
      severity: 'error',
      message: `The old address '${claim.value}' leads in a circle, because the page there claims the address of this one.`,
      hint: 'Remove one of the old addresses.',
    });
  }
  return reportAt(claim, {
    code: 'redirects/shadowed',
    severity: 'warning',
    message: `The old address '${claim.value}' is the address of a page, which is shown instead.`,
    hint: 'Remove the old address, or move the page.',
  });
}

/** Follows claims on pages from page to page. A page that claims its own address is no circle, only idle. */
function isCircular(start: Claim, shadowed: ReadonlyMap<string, Claim>, pages: PageAddresses): boolean {
  const seen = new Set<string>();
  let claim: Claim | undefined = start;
  while (claim !== undefined && !seen.has(claim.address)) {
    seen.add(claim.address);
    if (pages.get(foldAddress(claim.address)) === claim.article.path) return false;
    claim = shadowed.get(foldAddress(formatAddress(claim.version, claim.article.path)));
  }
  return claim === start;
}

function reportAt(
  { place, version }: Claim,
  fault: Pick<Diagnostic, 'code' | 'severity' | 'message'> & { hint: string },
): Diagnostic {
  return { ...fault, place, via: [], versions: [version.name], languages: [] };
}
