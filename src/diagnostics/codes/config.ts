import { listReadFaults } from './read-faults.ts';
import type { CodeEntry } from './types.ts';

const NO_SITE = 'There is no site: every command ends with exit code 2.';

/** What can be wrong with `data/site.yml` and the folder of a theme. */
export const CONFIG_CODES: readonly CodeEntry[] = [
  ...listReadFaults('config', '`data/site.yml`', 'data/site.yml', NO_SITE),
  {
    code: 'config/syntax',
    severity: 'error',
    means: '`data/site.yml` is not valid YAML.',
    example: 'title: Example: Docs',
    remedy: 'Put text that contains a colon and a space in quotation marks.',
    cost: NO_SITE,
  },
  {
    code: 'config/missing-key',
    severity: 'error',
    means: 'The site file lacks a key that every site needs.',
    example: 'title: Teapot Docs\nlanguages: [{ code: en, name: English }]',
    remedy: 'Add it: see [the site file](site-file.md).',
    cost: NO_SITE,
  },
  {
    code: 'config/unknown-key',
    severity: 'warning',
    means: 'The site file has an unknown key.',
    example: 'titel: Example Docs',
    remedy: 'Correct the name, or remove the key.',
    cost: 'The key is ignored.',
  },
  {
    code: 'config/wrong-type',
    severity: 'error',
    means:
      'A value has the wrong type for its key: for example, a number instead of text, or text instead of a list.',
    example: 'releases: [3.10]',
    remedy: 'Use the type that the message names. Put releases in quotation marks.',
    cost: NO_SITE,
  },
  {
    code: 'config/wrong-value',
    severity: 'error',
    means: 'A value has the right type, but is not allowed for its key.',
    example: 'baseUrl: docs.example.com',
    remedy: 'Use the form in the hint.',
    cost: NO_SITE,
  },
  {
    code: 'config/undated-release',
    severity: 'warning',
    means: 'The site has `feeds`, but the site file does not give the release date of a release.',
    example: "feeds: true\nplans:\n  - id: enterprise-server\n    releases: ['3.2', '3.1']",
    remedy: "Add the day to `dates` of the plan: `dates: { '3.2': { released: '2021-09-28' } }`.",
    cost: 'Feeds do not include what changed in the release.',
  },
  {
    code: 'config/low-contrast',
    severity: 'warning',
    means:
      'Text in the accent color of the site is hard to read: its contrast with the background is below 4.5:1.',
    example: "accent: '#ff9900'",
    remedy:
      'Use the color that the hint suggests, or a darker one for light mode and a lighter one for dark mode.',
    cost: 'The site uses the color as given.',
  },
  {
    code: 'config/duplicate',
    severity: 'error',
    means: 'Two plans, releases, or languages have the same name.',
    example:
      'languages:\n  - { code: en, name: English }\n  - { code: en, name: British English, dir: translations/en }',
    remedy: 'Rename or remove one of the two.',
    cost: NO_SITE,
  },
  ...listReadFaults(
    'theme',
    'A file or folder of the theme',
    'theme/styles.css',
    'The site with the built-in part.',
  ),
  {
    code: 'theme/missing-folder',
    severity: 'error',
    means: 'The folder that the site file names under `theme` does not exist.',
    example: '# data/site.yml, where there is no folder thme/\ntheme: thme',
    remedy: 'Correct the name, or remove the key.',
    cost: 'The site with the built-in theme.',
  },
  {
    code: 'theme/wrong-kind',
    severity: 'error',
    means:
      'A picture or font that the site file names cannot be read as one, or its type does not match its name.',
    example: '# data/site.yml, where logo.svg is a PNG that was renamed\nlogo: assets/images/logo.svg',
    remedy:
      'Export the picture again, or give the file the right extension: servers tell browsers the type by the extension.',
    cost: 'Browsers do not show the picture or use the font.',
  },
  {
    code: 'theme/unknown-file',
    severity: 'warning',
    means: 'The theme folder contains an unknown file.',
    example: 'theme/style.css    # styles.css is read',
    remedy: 'Correct its name: see [theming](../guides/theming.md).',
    cost: 'The site without it.',
  },
  {
    code: 'theme/unknown-template',
    severity: 'error',
    means: 'The theme has a template that does not override a built-in one.',
    example: 'theme/templates/artcle.js',
    remedy: 'Correct its name: see [theming](../guides/theming.md).',
    cost: 'The site without it.',
  },
  {
    code: 'theme/faulty-template',
    severity: 'error',
    means: 'A template of the theme cannot be loaded, or exports no function `override`.',
    example: "// theme/templates/page.js\nexport default (view) => '';",
    remedy: 'Export a function: `export const override = ({ html, original }) => (view) => …`.',
    cost: 'The site with the built-in template.',
  },
];
