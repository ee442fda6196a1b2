import { type Diagnostic, listOwned, mergeDiagnostics } from '../diagnostics/index.ts';
import type { SiteTrace } from './types.ts';

/** One diagnostic for each mistake of a site. */
export function joinDiagnostics(
  owned: SiteTrace['owned'],
  legacy: readonly Diagnostic[],
  others: readonly Diagnostic[],
): readonly Diagnostic[] {
  return mergeDiagnostics([...owned.flatMap(listOwned), ...legacy, ...others]);
}
