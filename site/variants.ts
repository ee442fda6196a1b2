import { findLanguageKey } from '../src/config/index.ts';

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
  const translated = TRANSLATED[findLanguageKey(language, TRANSLATED) ?? ''] ?? {};
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
  ar: { webui: 'متصفح الويب', desktop: 'سطح المكتب', mobile: 'الهاتف المحمول', agents: 'الوكلاء' },
  de: { webui: 'Webbrowser', mobile: 'Mobil', agents: 'Agenten' },
  es: { webui: 'Navegador web', desktop: 'Escritorio', mobile: 'Móvil', agents: 'Agentes' },
  fr: { webui: 'Navigateur web', desktop: 'Bureau', mobile: 'Mobile', agents: 'Agents' },
  ko: { webui: '웹 브라우저', desktop: '데스크톱', mobile: '모바일', agents: '에이전트' },
  'pt-BR': { webui: 'Navegador da web', desktop: 'Computador', mobile: 'Celular', agents: 'Agentes' },
  ru: { webui: 'Веб-браузер', desktop: 'Компьютер', mobile: 'Телефон', agents: 'Агенты' },
  'zh-Hans': { webui: 'Web 浏览器', desktop: '桌面', mobile: '移动设备', agents: '智能体' },
  ja: {
    webui: 'Web ブラウザー',
    desktop: 'デスクトップ',
    mobile: 'モバイル',
    agents: 'エージェント',
    jetbrains_beta: 'JetBrains IDEs（ベータ）',
  },
};
