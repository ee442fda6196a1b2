import { findWordsLanguage } from './words.ts';

/** Where variants of a text differ: in the tool, or in the platform. */
export type Axis = 'tool' | 'platform';

/** A choice of a picker. */
export interface Variant {
  readonly name: string;
  readonly label: string;
}

/**
 * The variants among `present`: first those that the site file names, in its order, then those of the format, then any others,
 * under their own names.
 */
export function listVariants(
  axis: Axis,
  present: readonly string[],
  own: readonly string[],
  language: string,
  findLabel: (name: string) => string | undefined,
): readonly Variant[] {
  const names = [...new Set([...own, ...Object.keys(LABELS[axis])])];
  const translated = TRANSLATED[findWordsLanguage(language, TRANSLATED) ?? ''] ?? {};
  const known = names.filter((name) => present.includes(name));
  const others = present.filter((name) => !names.includes(name));
  return [...known, ...others].map((name) => ({
    name,
    label: findLabel(name) ?? translated[name] ?? LABELS[axis][name] ?? name,
  }));
}

/** @param own names that the site file adds */
export function findAxis(variant: string, own: Readonly<Record<Axis, readonly string[]>>): Axis {
  if (own.tool.includes(variant)) return 'tool';
  return Object.hasOwn(LABELS.platform, variant) || own.platform.includes(variant) ? 'platform' : 'tool';
}

const LABELS: Readonly<Record<Axis, Readonly<Record<string, string>>>> = {
  platform: { mac: 'macOS', windows: 'Windows', linux: 'Linux' },
  tool: {
    webui: 'Web browser',
    cli: 'CLI',
    desktop: 'Desktop',
    mobile: 'Mobile',
    curl: 'cURL',
    api: 'API',
    agents: 'Agents',
    codespaces: 'Codespaces',
    vscode: 'Visual Studio Code',
    visualstudio: 'Visual Studio',
    jetbrains: 'JetBrains IDEs',
    jetbrains_beta: 'JetBrains IDEs (beta)',
    eclipse: 'Eclipse',
    vimneovim: 'Vim/Neovim',
    xcode: 'Xcode',
    azure_data_studio: 'Azure Data Studio',
    windowsterminal: 'Windows Terminal',
    bash: 'Bash',
    powershell: 'PowerShell',
    javascript: 'JavaScript',
    importer_cli: 'Importer CLI',
    copilotcli: 'Copilot CLI',
    github_mobile: 'GitHub Mobile',
    ides: 'IDEs',
    skillsets: 'Skillsets',
  },
};

/** Most names are the same in every language. */
const TRANSLATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ja: {
    webui: 'Web ブラウザー',
    desktop: 'デスクトップ',
    mobile: 'モバイル',
    agents: 'エージェント',
    jetbrains_beta: 'JetBrains IDEs（ベータ）',
  },
};
