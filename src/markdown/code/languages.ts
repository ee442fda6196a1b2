import type { CodeLanguage } from '../../load/types.ts';
import type { CodeLanguages } from '../types.ts';

interface KnownLanguage extends CodeLanguage {
  /** Name of the grammar, if it differs. */
  readonly grammar?: string;
}

/** Languages of code blocks by the word after the fence. */
const languages: Readonly<Record<string, KnownLanguage>> = {
  bash: { name: 'Bash', comment: '#' },
  c: { name: 'C', comment: '//' },
  console: { name: 'Shell', grammar: 'bash', comment: '#' },
  cpp: { name: 'C++', comment: '//' },
  copilot: { name: 'Copilot Chat', grammar: 'text' },
  csharp: { name: 'C#', comment: '//' },
  css: { name: 'CSS' },
  diff: { name: 'Diff' },
  dockerfile: { name: 'Dockerfile', comment: '#' },
  erb: { name: 'ERB', comment: '<!--' },
  go: { name: 'Go', comment: '//' },
  golang: { name: 'Go', comment: '//' },
  graphql: { name: 'GraphQL', comment: '#' },
  groovy: { name: 'Groovy', comment: '//' },
  html: { name: 'HTML', comment: '<!--' },
  http: { name: 'HTTP' },
  ini: { name: 'INI' },
  java: { name: 'Java', comment: '//' },
  javascript: { name: 'JavaScript', comment: '//' },
  js: { name: 'JavaScript', comment: '//' },
  json: { name: 'JSON' },
  jsonc: { name: 'JSON', grammar: 'json', comment: '//' },
  jsx: { name: 'JSX', comment: '//' },
  kotlin: { name: 'Kotlin', comment: '//' },
  lua: { name: 'Lua', comment: '--' },
  markdown: { name: 'Markdown', comment: '<!--' },
  md: { name: 'Markdown', comment: '<!--' },
  mermaid: { name: 'Mermaid', comment: '%%' },
  perl: { name: 'Perl', comment: '#' },
  php: { name: 'PHP', comment: '//' },
  powershell: { name: 'PowerShell', comment: '#' },
  pwsh: { name: 'PowerShell', comment: '#' },
  py: { name: 'Python', comment: '#' },
  python: { name: 'Python', comment: '#' },
  rb: { name: 'Ruby', comment: '#' },
  ruby: { name: 'Ruby', comment: '#' },
  rust: { name: 'Rust', comment: '//' },
  sh: { name: 'Shell', comment: '#' },
  shell: { name: 'Shell', grammar: 'bash', comment: '#' },
  scss: { name: 'SCSS', comment: '//' },
  sql: { name: 'SQL', comment: '--' },
  swift: { name: 'Swift', comment: '//' },
  text: { name: 'Text' },
  terraform: { name: 'Terraform', comment: '#' },
  toml: { name: 'TOML', comment: '#' },
  ts: { name: 'TypeScript', comment: '//' },
  typescript: { name: 'TypeScript', comment: '//' },
  xml: { name: 'XML', comment: '<!--' },
  yaml: { name: 'YAML', comment: '#' },
  yml: { name: 'YAML', comment: '#' },
};

/** @param own those that the site describes */
export function findLanguage(word: string, own: CodeLanguages = {}): CodeLanguage | undefined {
  if (Object.hasOwn(own, word)) return own[word];
  return Object.hasOwn(languages, word) ? languages[word] : undefined;
}

/** The words that name a language. */
export function listLanguages(own: CodeLanguages = {}): readonly string[] {
  return [...Object.keys(own), ...Object.keys(languages)];
}

/** Name of the grammar of a language: the word itself unless it is another name of one. */
export function findGrammar(word: string): string {
  return (Object.hasOwn(languages, word) ? languages[word]?.grammar : undefined) ?? word;
}
