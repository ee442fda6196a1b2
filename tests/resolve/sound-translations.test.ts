import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

const repository = join(import.meta.dirname, '../..');

function listRepairs(original: string, translated: string): Readonly<Record<string, number>> {
  const references = [...`${original} ${translated}`.matchAll(/(?:data|data_reference) ([\w.-]+)/g)];
  const site = createSite({
    articles: { main: original },
    translations: { main: translated },
    data: Object.fromEntries(references.map(([, reference = '']) => [reference, 'Oil'])),
  });
  site.resolve('main', 'ja');
  return site.repairs();
}

/** Tags as they stand in the text, and what closes them. */
const TAGS: readonly (readonly [tag: string, end: string])[] = [
  ['{% data variables.product.name %}', ''],
  ['{% data reusables.oil %}', ''],
  ['{% octicon "gear" %}', ''],
  ['{% ifversion fpt %}', '{% endif %}'],
  ['{% ifversion not fpt %}', '{% else %}C{% endif %}'],
  ['{% if true %}', '{% endif %}'],
  ['{% raw %}', '{% endraw %}'],
  ['{{ page.title }}', ''],
];

/** An original, and a sound translation of it: TAG is one of the tags, END what closes it. */
const SENTENCES: readonly (readonly [original: string, translated: string])[] = [
  ['Build it TAG\nand test itEND.', 'アプリのビルドTAGとテストENDを行い、次へ進みます。'],
  ['Build it TAG\n\nTest it END\n\nShip it.', 'ビルドTAG\n\nテストします。END\n\n出荷します。'],
  [
    '1. Sign in to TAG\nEND\n1. Go on.\n1. Stop.',
    '1. TAG にEND サインインします。\n1. 進みます。\n1. 止めます。',
  ],
  [
    '1. Sign in to TAG\n   as beforeEND.\n1. Go on.',
    '1. 前と同じように TAG へEND サインインします。\n1. 進みます。',
  ],
  ['- A\n\n  Open TAG\n  and closeEND.\n- B', '- あ\n\n  TAG を開いてEND、閉じます。\n- い'],
  ['TAG\nEND\n\nThe tag TAG\nEND is here.\n\n## A', 'TAG\nEND\n\nここに TAG がEND あります。\n\n## あ'],
  ['TAG\n\n- A\n- B\n\nEND\n\nSee below.', 'TAG\n\n- あ\n- い\n\nEND\n\n下をご覧ください。'],
  ['TAG\nEND\n\nA', 'TAG END\n\nあ'],
  ['> A TAG\n> BEND', '> あ TAG いEND です。'],
  ['| A | B |\n| --- | --- |\n| C | TAGDEND |', '| あ | い |\n| --- | --- |\n| う | TAG えEND お |'],
  ['## About TAGEND\n\nSee TAG\nEND', '## TAG についてEND\n\nTAG をEND ご覧ください。'],
  ['```yaml\na:\n  TAG\n  bEND\n```\n\nTAG\nEND\n', '```yaml\na: TAG bEND\n```\n\nTAG\nEND\n'],
];

describe('a sound translation comes out as it is:', () => {
  const pairs = SENTENCES.flatMap(([original, translated]) =>
    TAGS.map(([tag, end]) => {
      const fill = (text: string) => text.replaceAll('TAG', tag).replaceAll('END', end);
      return [tag, fill(original), fill(translated)] as const;
    }),
  );
  test.each(pairs)('%s after %j: %j', (_, original, translated) => {
    expect(listRepairs(original, translated)).toEqual({});
  });

  const sites = [repository, join(repository, '../shared/corpora/packages-2021')];
  test.each(sites.filter(existsSync).map((root) => [relative(repository, root) || 'our own', root]))(
    'all articles and reusables of %s',
    (_, root) => {
      const folder = join(root, 'translations/ja-JP');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const articles = files.filter((file) => file.endsWith('.md') && existsSync(join(root, file)));
      expect(articles.length).toBeGreaterThan(10);
      for (const file of articles) {
        const [original = '', translated = ''] = [root, folder].map((from) =>
          readFileSync(join(from, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
        );
        expect(listRepairs(original, translated), file).toEqual({});
      }
    },
  );
});
