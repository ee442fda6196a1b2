import type { SiteFiles } from '../../src/load/index.ts';
import { fc } from '../property.ts';

/** Files of a site by name. */
export type Texts = Readonly<Record<string, string>>;

/** A change of a site: a file gets another text, or goes where the text is undefined. */
export interface Edit {
  readonly file: string;
  readonly text: string | undefined;
}

export const SITE_FILE = `title: Lantern
baseUrl: https://lantern.example.com/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja-JP }
plans:
  - { id: cloud, short: cloud, name: Cloud, default: true }
  - { id: server, short: server, name: Server, releases: ['2.0', '1.0'], dates: { '2.0': { released: '2024-05-07' } } }
feeds: true
`;

const PATHS = ['wick', 'oil', 'glass', 'care/clean', 'care/store'];
const REUSABLES = ['safety', 'tools', 'notes/night'];

/** A line of an article or a reusable: words, conditions, uses of other texts, links, and what people get wrong. */
const line = fc.constantFrom(
  'Trim the wick before you light it.',
  'Fill the lamp to the mark.',
  '## Before you begin',
  '## Put it out',
  '### At night',
  '{% ifversion server > 1.0 %}The new burner needs less oil.{% endif %}',
  '{% ifversion cloud %}\nAsk the shop.\n{% else %}\nAsk your keeper.\n{% endif %}',
  '{% if currentVersion == "cloud@latest" %}Old words.{% endif %}',
  '{% data reusables.safety %}',
  '{% data reusables.tools %}',
  '{% data reusables.notes.night %}',
  '{% data variables.lamp.name %} burns for six hours.',
  '{{ site.data.variables.lamp.name }} is bright.',
  '{% data reusables.missing %}',
  'See [the wick](/wick) and [the oil](/oil#before-you-begin).',
  'See "[AUTOTITLE](/care/clean)" and [nothing](/nowhere).',
  '[Night](/glass#at-night)',
  '## About [AUTOTITLE](/wick)',
  '{% link_with_intro /oil %}',
  '- one\n- two',
  '> [!NOTE]\n> Mind the flame.',
  '{% ifversion server %}unclosed',
);
const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((each) => `${each.join('\n\n')}\n`);
const japanese = fc
  .array(
    fc.constantFrom(
      '芯を切ります。',
      '## 始める前に',
      '{% data reusables.safety %}',
      '{% data variables.lamp.name %}',
      '[油](/oil)',
      '{% ifversion サーバー %}壊れた条件{% endif %}',
      '{% データ reusables.tools %}',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((each) => `${each.join('\n\n')}\n`);
const versions = fc.constantFrom("cloud: '*', server: '*'", "server: '*'", "server: '>1.0'", "cloud: '*'");

const article = fc
  .record({
    title: fc.constantFrom('Lamp', 'Light {% data variables.lamp.name %}', 'Flame'),
    versions,
    body: lines,
  })
  .map(
    (each) =>
      `---\ntitle: ${each.title}\nintro: Care for it.\nversions: { ${each.versions} }\n---\n\n${each.body}`,
  );
const translation = japanese.map((body) => `---\ntitle: ランプ\nintro: 手入れ。\n---\n\n${body}`);

function index(title: string, children: readonly string[]): string {
  return `---\ntitle: ${title}\nversions: { cloud: '*', server: '*' }\nchildren: [${children.join(', ')}]\n---\n`;
}

/** A small site with an index page for every folder, reusables in reusables, and some translations. */
export const randomSite: fc.Arbitrary<Texts> = fc
  .record({
    articles: fc.tuple(...PATHS.map(() => article)),
    translations: fc.tuple(...PATHS.map(() => fc.option(translation))),
    reusables: fc.tuple(...REUSABLES.map(() => lines)),
    safetyJa: fc.option(japanese),
  })
  .map(({ articles, translations, reusables, safetyJa }) =>
    keepTexts({
      'content/index.md': index('Lanterns', ['/wick', '/oil', '/glass', '/care']),
      'content/care/index.md': index('Care', ['/clean', '/store']),
      'data/variables/lamp.yml': 'name: Lumen\n',
      ...Object.fromEntries(PATHS.map((path, at) => [`content/${path}.md`, articles[at]])),
      ...Object.fromEntries(
        PATHS.map((path, at) => [`translations/ja-JP/content/${path}.md`, translations[at] ?? undefined]),
      ),
      ...Object.fromEntries(REUSABLES.map((name, at) => [`data/reusables/${name}.md`, reusables[at]])),
      'translations/ja-JP/data/reusables/safety.md': safetyJa ?? undefined,
    }),
  );

function keepTexts(texts: Readonly<Record<string, string | undefined>>): Texts {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])),
  );
}

/** Mostly another body, as writers change it; sometimes a title, a tree, a variable, a file that comes or goes. */
export const randomEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      file: fc.constantFrom(...PATHS.map((path) => `content/${path}.md`)),
      text: article,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      file: fc.constantFrom(...REUSABLES.map((name) => `data/reusables/${name}.md`)),
      text: lines,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      file: fc.constantFrom(...PATHS.map((path) => `translations/ja-JP/content/${path}.md`)),
      text: fc.option(translation, { nil: undefined }),
    }),
  },
  fc.record({
    file: fc.constant('translations/ja-JP/data/reusables/safety.md'),
    text: fc.option(japanese, { nil: undefined }),
  }),
  fc.record({
    file: fc.constant('data/variables/lamp.yml'),
    text: fc.constantFrom('name: Ray\n', 'name: Lumen\nmaker: Kiln\n'),
  }),
  fc.record({ file: fc.constant('content/care/index.md'), text: fc.constant(index('Care', ['/store'])) }),
);

/** A change of the body alone, with the frontmatter as it is. */
export const randomBody: fc.Arbitrary<string> = lines;

export function applyEdit(texts: Texts, { file, text }: Edit): Texts {
  const { [file]: _, ...others } = texts;
  return text === undefined ? others : { ...texts, [file]: text };
}

/** Another title or intro, or none. */
export const randomWords = fc.record(
  {
    title: fc.constantFrom('Lamp', 'Wick {% data reusables.notes.night %}', 'Flame & smoke', '炎'),
    shortTitle: fc.constantFrom('Short', '{% ifversion cloud %}Cloud{% else %}Server{% endif %}'),
    intro: fc.constantFrom(
      'How to care.',
      '[Night](/glass#at-night) and day.',
      '{% data reusables.safety %}',
    ),
  },
  { requiredKeys: ['title'] },
);

/** With other words in frontmatter, of a file that has it on lines of `key: value`. */
export function replaceWords(
  texts: Texts,
  file: string,
  words: Readonly<Partial<Record<string, string>>>,
): Edit {
  const old = texts[file] ?? '';
  const rest = old.replace(/^(?:title|shortTitle|intro): .*\n/gm, '');
  const lines = Object.entries(words).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return { file, text: rest.replace('---\n', () => `---\n${lines.join('')}`) };
}

/** With another body in the place of that of a file. */
export function replaceBody(texts: Texts, file: string, body: string): Edit {
  const old = texts[file] ?? '';
  const end = old.startsWith('---') ? old.indexOf('\n---\n', 3) + 5 : 0;
  return { file, text: `${old.slice(0, end)}${end === 0 ? '' : '\n'}${body}` };
}

/** In the order in which a folder gives them. */
export function toFiles(texts: Texts): SiteFiles {
  const names = Object.keys(texts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return {
    texts: new Map(names.map((name) => [name, texts[name] ?? ''])),
    assets: new Set(),
    images: new Map(),
  };
}

function rank(file: string): number {
  const order = ['content/', 'data/', 'translations/ja-JP/content/', 'translations/ja-JP/data/'];
  return order.findIndex((start) => file.startsWith(start));
}
