/** Platforms that a text can have variants for, each the name of a tag; `all` stands for every one. */
export const PLATFORMS: readonly string[] = ['mac', 'windows', 'linux', 'all'];

/** Tools that a text can have variants for, each the name of a tag. */
export const TOOLS: readonly string[] = [
  'agents',
  'api',
  'azure_data_studio',
  'bash',
  'cli',
  'codespaces',
  'curl',
  'desktop',
  'eclipse',
  'importer_cli',
  'javascript',
  'jetbrains',
  'jetbrains_beta',
  'mobile',
  'skillsets',
  'vimneovim',
  'powershell',
  'visualstudio',
  'vscode',
  'webui',
  'windowsterminal',
  'xcode',
];
