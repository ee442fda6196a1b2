/** What Decant uses of Eleventy 3, which ships no types. Nothing that the package exports may need this file: it is not in it. */
declare module '@11ty/eleventy' {
  interface EleventyOptions {
    /** `null` looks for no configuration file. */
    readonly configPath: string | null;
    readonly quietMode: boolean;
    readonly loader: 'esm';
    readonly config: (eleventyConfig: import('./eleventy-config.ts').EleventyConfig) => void;
  }

  export class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
