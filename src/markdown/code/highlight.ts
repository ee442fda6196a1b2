import type { ElementContent } from 'hast';
import { all, common, createLowlight } from 'lowlight';
import { findLanguage } from './languages.ts';

const lowlight = createLowlight(common);
for (const name of ['dockerfile', 'erb', 'graphql', 'groovy', 'http', 'powershell']) {
  const grammar = all[name];
  if (grammar !== undefined) lowlight.register(name, grammar);
}

/** Code as `hljs-*` spans; plain text if the language is unknown. Never guesses a language. */
export function highlightCode(code: string, language: string): ElementContent[] {
  const grammar = findLanguage(language)?.grammar ?? language;
  if (!lowlight.registered(grammar)) return [{ type: 'text', value: code }];
  return lowlight.highlight(grammar, code).children as ElementContent[];
}
