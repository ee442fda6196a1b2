/** What Decant uses of the configuration of Eleventy 3, which ships no types. https://www.11ty.dev/docs/programmatic/ */
export interface EleventyConfig {
  setUseGitIgnore(isUsed: boolean): void;
  setTemplateFormats(formats: readonly string[]): void;
  on(event: 'eleventy.config', listener: (templateConfig: TemplateConfig) => void): void;
  readonly benchmarkManager: {
    get(group: 'Configuration'): { setIsVerbose(isVerbose: boolean): void };
  };
  addTemplate(path: string, template: { data: object; render: (data: never) => string }): void;
  /** What it returns is written in the place of what was rendered. */
  addTransform(name: string, transform: (content: string) => string | Buffer): void;
}

interface TemplateConfig {
  /** `keys.package`: name under which templates see `package.json`, `false` for not at all. */
  getConfig(): { readonly keys: { package: string | false } };
}
