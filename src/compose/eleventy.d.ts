/** What Decant uses of Eleventy 3, which ships no types. https://www.11ty.dev/docs/programmatic/ */
declare module '@11ty/eleventy' {
  export interface UserConfig {
    setUseGitIgnore(isUsed: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    on(event: 'eleventy.config', listener: (templateConfig: TemplateConfig) => void): void;
    readonly benchmarkManager: {
      get(group: 'Configuration'): { setIsVerbose(isVerbose: boolean): void };
    };
    addTemplate(path: string, template: { data: object; render: (data: never) => string }): void;
  }

  interface TemplateConfig {
    /** `keys.package`: name under which templates see `package.json`, `false` for not at all. */
    getConfig(): { readonly keys: { package: string | false } };
  }

  interface EleventyOptions {
    /** `null` looks for no configuration file. */
    readonly configPath: string | null;
    readonly quietMode: boolean;
    readonly loader: 'esm';
    readonly config: (eleventyConfig: UserConfig) => void;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
