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
    means: 'The site file has a key that nothing reads.',
    example: 'titel: Example Docs',
    remedy: 'Correct the name, or take the key out.',
    cost: 'The site as if the key were absent.',
  },
  {
    code: 'config/wrong-type',
    severity: 'error',
    means:
      'A value is not of the kind that its key takes: a number where a text is due, a text where a list is due.',
    example: 'releases: [3.10]',
    remedy: 'Write the kind of value that the message names. Put releases in quotation marks.',
    cost: NO_SITE,
  },
  {
    code: 'config/wrong-value',
    severity: 'error',
    means: 'A value is of the right kind, but none that its key can have.',
    example: 'baseUrl: docs.example.com',
    remedy: 'Write what the hint shows.',
    cost: NO_SITE,
  },
  {
    code: 'config/undated-release',
    severity: 'warning',
    means: 'The site has `feeds`, and the site file does not say on which day a release came out.',
    example: "feeds: true\nplans:\n  - id: enterprise-server\n    releases: ['3.2', '3.1']",
    remedy: "Add the day to `dates` of the plan: `dates: { '3.2': { released: '2021-09-28' } }`.",
    cost: 'Feeds do not tell what changed in the release.',
  },
  {
    code: 'config/low-contrast',
    severity: 'warning',
    means:
      'Words in the accent of the site cannot be read well on what they stand on: their contrast is below 4.5:1.',
    example: "accent: '#ff9900'",
    remedy:
      'Take the colour that the hint names, or a darker one for the light scheme and a lighter one for the dark.',
    cost: 'The site in the colour that is written.',
  },
  {
    code: 'config/duplicate',
    severity: 'error',
    means: 'Two plans, releases or languages have one name.',
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
    remedy: 'Correct the name, or take the key out.',
    cost: 'The site with the built-in theme.',
  },
  {
    code: 'theme/wrong-kind',
    severity: 'error',
    means: 'A picture or font that the site file names is none, or one of another kind than its name says.',
    example: '# data/site.yml, where logo.svg is a PNG that was renamed\nlogo: assets/images/logo.svg',
    remedy:
      'Export the picture again, or name the file after what is in it: servers tell browsers its kind by the ending.',
    cost: 'The site with a picture or font that browsers do not take.',
  },
  {
    code: 'theme/unknown-file',
    severity: 'warning',
    means: 'The theme folder contains a file that nothing reads.',
    example: 'theme/style.css    # styles.css is read',
    remedy: 'Correct its name: see [theming](../guides/theming.md).',
    cost: 'The site without it.',
  },
  {
    code: 'theme/unknown-template',
    severity: 'error',
    means: 'The theme has a template for which there is no built-in one.',
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
