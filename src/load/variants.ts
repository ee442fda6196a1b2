import { isFreeTagName, type SiteConfig } from '../config/index.ts';
import type { DataStore } from './types.ts';

/** What a text can have variants for, each the name of a tag. */
export interface VariantNames {
  readonly platforms: readonly string[];
  readonly tools: readonly string[];
}

/** Of the format; `all` stands for every platform. */
const PLATFORMS: readonly string[] = ['mac', 'windows', 'linux', 'all'];

/** The tools of the reference, those of all times. */
const TOOLS: readonly string[] = [
  'agents',
  'api',
  'azure_data_studio',
  'bash',
  'cli',
  'codespaces',
  'copilotcli',
  'curl',
  'desktop',
  'eclipse',
  'github_mobile',
  'ides',
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

/**
 * The tools and platforms of a site: those of the format, those that the site file names, and as tools all others that
 * `variants` of its `data/ui.yml` gives a name for readers.
 */
export function listVariantNames(
  { tools = [], platforms = [] }: Pick<SiteConfig, 'tools' | 'platforms'>,
  { parts }: Pick<DataStore, 'parts'>,
): VariantNames {
  const allPlatforms = [...new Set([...PLATFORMS, ...platforms])].filter((name) => !tools.includes(name));
  const [source] = parts.values();
  const named = listNamed(source?.tree ?? {});
  const allTools = [...new Set([...TOOLS, ...tools, ...named])];
  return {
    platforms: allPlatforms,
    tools: allTools.filter((name) => !allPlatforms.includes(name)),
  };
}

function listNamed({ ui }: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(readMap(readMap(ui).variants)).filter(isFreeTagName);
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
