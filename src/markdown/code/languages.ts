interface CodeLanguage {
  /** As people write it. */
  readonly name: string;
  /** Name of the grammar, if it differs. */
  readonly grammar?: string;
}

/** Languages of code blocks by the word after the fence. */
const languages: Readonly<Record<string, CodeLanguage>> = {
  bash: { name: 'Bash' },
  c: { name: 'C' },
  console: { name: 'Shell', grammar: 'bash' },
  cpp: { name: 'C++' },
  csharp: { name: 'C#' },
  css: { name: 'CSS' },
  diff: { name: 'Diff' },
  dockerfile: { name: 'Dockerfile' },
  erb: { name: 'ERB' },
  go: { name: 'Go' },
  graphql: { name: 'GraphQL' },
  groovy: { name: 'Groovy' },
  html: { name: 'HTML' },
  http: { name: 'HTTP' },
  ini: { name: 'INI' },
  java: { name: 'Java' },
  javascript: { name: 'JavaScript' },
  js: { name: 'JavaScript' },
  json: { name: 'JSON' },
  jsonc: { name: 'JSON', grammar: 'json' },
  jsx: { name: 'JSX' },
  kotlin: { name: 'Kotlin' },
  markdown: { name: 'Markdown' },
  md: { name: 'Markdown' },
  perl: { name: 'Perl' },
  php: { name: 'PHP' },
  powershell: { name: 'PowerShell' },
  pwsh: { name: 'PowerShell' },
  py: { name: 'Python' },
  python: { name: 'Python' },
  rb: { name: 'Ruby' },
  ruby: { name: 'Ruby' },
  rust: { name: 'Rust' },
  sh: { name: 'Shell' },
  shell: { name: 'Shell', grammar: 'bash' },
  sql: { name: 'SQL' },
  swift: { name: 'Swift' },
  text: { name: 'Text' },
  toml: { name: 'TOML' },
  ts: { name: 'TypeScript' },
  typescript: { name: 'TypeScript' },
  xml: { name: 'XML' },
  yaml: { name: 'YAML' },
  yml: { name: 'YAML' },
};

export function findLanguage(word: string): CodeLanguage | undefined {
  return Object.hasOwn(languages, word) ? languages[word] : undefined;
}
