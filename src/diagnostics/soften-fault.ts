import type { Diagnostic } from './types.ts';

/**
 * A fault of a translation as it is told: a warning, since the source language stands in for the text. `code` is
 * `stage/translation-fallback`.
 */
export function softenFault<T extends Pick<Diagnostic, 'code' | 'severity' | 'message'>>(
  fault: T,
  code: string,
): T {
  const message = `The text is shown in the source language instead: ${fault.message} (${fault.code})`;
  return { ...fault, code, severity: 'warning', message };
}
