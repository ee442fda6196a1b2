import type { ElementContent } from 'hast';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import erb from 'highlight.js/lib/languages/erb';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import http from 'highlight.js/lib/languages/http';
import powershell from 'highlight.js/lib/languages/powershell';
import { common, createLowlight } from 'lowlight';
import { findGrammar } from './languages.ts';

// One by one: lowlight's `all` would bring two hundred that nothing asks for into the bundle.
const lowlight = createLowlight({ ...common, dockerfile, erb, graphql, groovy, http, powershell });

/** Code as `hljs-*` spans; plain text if the language is unknown. Never guesses a language. */
export function highlightCode(code: string, language: string): ElementContent[] {
  const grammar = findGrammar(language);
  if (!lowlight.registered(grammar)) return [{ type: 'text', value: code }];
  return lowlight.highlight(grammar, code).children as ElementContent[];
}
