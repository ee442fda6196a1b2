import { expect, test } from 'vitest';
import { loadSite, page } from './load-site.ts';

const names: Readonly<Record<string, string>> = {
  NUL: '\0',
  LRM: '\u200E',
  RLM: '\u200F',
  ALM: '\u061C',
  LRE: '\u202A',
  RLE: '\u202B',
  PDF: '\u202C',
  LRO: '\u202D',
  RLO: '\u202E',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};
/** `a<RLO>b` with the character in the place of its name. */
const write = (text: string) => text.replace(/<([A-Z]+)>/g, (whole, name) => names[name] ?? whole);

/** What is said of a body, as `CODE LINE:COLUMN`. */
function tell(body: string): readonly string[] {
  const files = { 'content/index.md': `${page('Home')}${write(body)}` };
  return loadSite(files).diagnostics.map(
    ({ code, severity, place }) => `${severity} ${code} ${place.line}:${place.column}`,
  );
}

test.each([
  ['a<RLO>b', ['warning load/text-direction 6:2']],
  ['an override that is closed <RLO>b<PDF>', ['warning load/text-direction 6:28']],
  ['a<LRI>b\nc<PDI>', ['warning load/text-direction 6:2']],
  ['日本語<RLI>b', ['warning load/text-direction 6:4']],
  ['a<RLE>b<LRE>c<PDF>', ['warning load/text-direction 6:2']],
  ['<FSI>a<RLE>b<PDI>', []],
  ['<RLI>עברית<PDI> and <LRE>a<PDF>', []],
  ['<FSI>a<PDF>', ['warning load/text-direction 6:1']],
  ['a<RLM>b<LRM>c<ALM><PDF><PDI>', []],
  ['one\ntwo<NUL>', ['warning load/null-character 7:4']],
])('of %j is said %j', (body, expected) => {
  expect(tell(body)).toEqual(expected);
});

test('every file of content, data and translations is looked at', () => {
  const file = (text: string) => write(`${text}<RLO>\n`);
  const { diagnostics } = loadSite({
    'content/index.md': page('Home'),
    'data/reusables/a.md': file('Words'),
    'data/variables/b.yml': file('c: # Words'),
    'translations/ja/content/index.md': file(page('ホーム')),
    'translations/ja/data/reusables/a.md': file('言葉'),
  });
  expect(diagnostics.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
    'load/text-direction data/reusables/a.md',
    'load/text-direction data/variables/b.yml',
    'load/text-direction translations/ja/content/index.md',
    'load/text-direction translations/ja/data/reusables/a.md',
  ]);
  expect(diagnostics[3]?.place).toEqual({
    file: 'translations/ja/data/reusables/a.md',
    line: 1,
    column: 3,
  });
});

test('of many NUL the first one is named, with their number', () => {
  const { diagnostics } = loadSite({ 'content/index.md': page('Home') + write('<NUL>a<NUL><NUL>') });
  expect(diagnostics).toMatchObject([
    { message: 'There are 3 characters NUL (U+0000) in the file.', place: { line: 6, column: 1 } },
  ]);
});

test.each([
  ['in words', '&#x202E; a', 1],
  ['in code', '`&#x202E;`', 0],
  ['between fences', '```\n&#x202E;\n```', 0],
  ['in code of three marks that begins a line', '```&#x202E; a``` b', 0],
  ['behind a fence that nothing ends', '``` a\n&#x202E;', 1],
])('a reference to an override is told where it is no code: %s', (_, text, count) => {
  expect(loadSite({ 'content/index.md': page('Home') + text }).diagnostics).toHaveLength(count);
});
