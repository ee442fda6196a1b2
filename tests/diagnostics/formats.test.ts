import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  type DiagnosticReport,
  formatGitHub,
  formatSarif,
} from '../../src/diagnostics/index.ts';

const text = '# お茶 🍵 [いれる](/x)\n\n100%\n';
const link: Diagnostic = {
  code: 'links/broken',
  severity: 'error',
  message: "The link '/x' is broken.",
  hint: 'Did you mean: 50%, or more?\nOr less?',
  place: { file: 'content/お茶, 緑 茶.md', line: 1, column: 9 },
  end: { line: 1, column: 18 },
  fixes: [
    {
      title: 'Remove it',
      edits: [
        {
          file: 'content/お茶, 緑 茶.md',
          start: { line: 1, column: 9 },
          end: { line: 1, column: 18 },
          text: '',
        },
      ],
    },
  ],
  via: [{ file: 'content/index.md', line: 3, column: 1 }],
  versions: ['fpt', 'ghes-3.2'],
  languages: ['ja'],
};
const plain: Diagnostic = {
  code: 'check/unused-image',
  severity: 'warning',
  message: 'm',
  place: { file: 'assets/a.png', line: 1, column: 1 },
  via: [],
  versions: [],
  languages: [],
};

const report = (...diagnostics: readonly Diagnostic[]): DiagnosticReport => ({
  diagnostics,
  prefix: 'docs/',
  readText: (file) => (file === link.place.file ? text : undefined),
  version: '1.2.3',
  homepage: 'https://decant.example.com/',
  documentUrl: 'file:///decant/docs/content/reference/diagnostics.md',
});

describe('SARIF', () => {
  // The official schema is of draft 04, and one of its patterns is none under the flag `u`.
  const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  const parse = (...diagnostics: readonly Diagnostic[]) => JSON.parse(formatSarif(report(...diagnostics)));

  it('passes the official schema, with findings and without', () => {
    for (const log of [parse(link, plain), parse()]) {
      validate(log);
      expect(validate.errors).toBeNull();
    }
  });

  it('gives places in UTF-16 units and addresses relative to the repository', () => {
    const [run] = parse(link).runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toMatchObject([
      {
        ruleId: 'links/broken',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: `docs/content/${encodeURIComponent('お茶, 緑 茶.md')}`,
                uriBaseId: '%SRCROOT%',
              },
              region: { startLine: 1, startColumn: 9, endLine: 1, endColumn: 18 },
            },
          },
        ],
        relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'docs/content/index.md' } } }],
        properties: { versions: ['fpt', 'ghes-3.2'], languages: ['ja'] },
      },
    ]);
    expect(run.tool.driver.informationUri).toBe('https://decant.example.com/');
    expect(run.tool.driver.rules[0]).toMatchObject({
      id: 'links/broken',
      helpUri: 'file:///decant/docs/content/reference/diagnostics.md#linksbroken',
    });
  });

  it('never gives an empty region', () => {
    const { end, ...open } = link;
    const regionOf = (each: Diagnostic) =>
      parse(each).runs[0].results[0].locations[0].physicalLocation.region;
    expect(regionOf(open)).toMatchObject({ endLine: 1, endColumn: 18 });
    expect(regionOf(plain)).toMatchObject({ endLine: 1, endColumn: 2 });
  });

  it('knows a finding again when lines come before it', () => {
    const hashOf = (before: string) => {
      const moved = { ...report({ ...link, place: { ...link.place, line: before.split('\n').length } }) };
      const log = JSON.parse(formatSarif({ ...moved, readText: () => before + text }));
      return log.runs[0].results[0].partialFingerprints;
    };
    expect(hashOf('one\ntwo\n')).toEqual(hashOf(''));
    expect(hashOf('').primaryLocationLineHash).toMatch(/^[0-9a-f]+:1$/);
  });
});

describe('annotations for GitHub', () => {
  it('escape what would end them', () => {
    expect(formatGitHub(report(link))).toBe(
      `::error file=docs/content/お茶%2C 緑 茶.md,line=1,col=9,endLine=1,endColumn=18,title=links/broken::${[
        "The link '/x' is broken.",
        'Did you mean: 50%25, or more?',
        'Or less?',
        'In fpt, ghes-3.2.',
      ].join('%0A')}\n`,
    );
  });

  it('give no columns over several lines', () => {
    const long = { ...plain, end: { line: 4, column: 1 } };
    expect(formatGitHub(report(long))).toBe(
      '::warning file=docs/assets/a.png,line=1,endLine=4,title=check/unused-image::m\n',
    );
  });

  it('begin with the worst, and are no more than are shown', () => {
    const warnings = Array.from({ length: 12 }, (_, at) => ({ ...plain, message: `w${at}` }));
    const lines = formatGitHub(report(...warnings, link))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1] ?? 'log')).toEqual([
      'error',
      ...warnings.slice(0, 10).map(() => 'warning'),
      'notice',
      'log',
      'log',
    ]);
    expect(lines.at(-1)).toBe('docs/assets/a.png:1:1 warning check/unused-image w11');
  });
});
