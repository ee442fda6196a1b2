import type { ShownPage } from '../../serve/index.ts';
import type { Reporter } from '../reporter.ts';

/** Says in the terminal what is wrong with pages that somebody looks at, and when it is put right. */
export interface PageReporter {
  report(shown: ShownPage): void;
}

export function createPageReporter(reporter: Pick<Reporter, 'diagnostics' | 'note'>): PageReporter {
  const said = new Map<string, string>();
  return {
    report({ href, diagnostics }) {
      const now = JSON.stringify(diagnostics.map(({ code, message, place }) => [code, message, place]));
      const before = said.get(href);
      if (before === now) return;
      said.set(href, now);
      if (diagnostics.length > 0) {
        reporter.note(href);
        reporter.diagnostics(diagnostics);
      } else if (before !== undefined) {
        reporter.note(`${href} no longer has problems.`);
      }
    },
  };
}
