import { describe, expect, it } from 'vitest';
import { placeAt } from '../../src/diagnostics/index.ts';
import { loadSite, page, problem } from './load-site.ts';

const NOTES = ['---', 'title: Notes', "versions: '*'", 'layout: release-notes', '---', ''].join('\n');

/** The body that the notes page has in a language. */
function read(files: Readonly<Record<string, string>>, language = 'en') {
  const { corpus, diagnostics } = loadSite({
    'content/index.md': page('Home', 'children: [/notes]'),
    'content/notes.md': NOTES,
    'translations/ja/content/notes.md': '---\ntitle: ノート\n---\n',
    ...files,
  });
  expect(diagnostics).toEqual([]);
  return corpus.articles.get('notes')?.texts.get(language)?.fields.body;
}

const SERVER = 'data/release-notes/widget-server/3-2';

describe('an article with the layout release-notes', () => {
  it('keeps the places of what its file says itself, and stops counting behind that', () => {
    const body = read({
      'content/notes.md': `${NOTES}\nHello.\n\nSee 湯.\n`,
      [`${SERVER}/0.yml`]: 'sections: { bugs: [One] }\n',
    });
    const locate = (words: string) => body && placeAt(body, body.text.indexOf(words));
    expect(locate('湯')).toEqual({ file: 'content/notes.md', line: 9, column: 5 });
    expect(locate('{% data')).toEqual({ file: 'content/notes.md', line: 9, column: 7 });
  });

  it('prints the notes of each release under its condition, newest patch first', () => {
    const body = read({
      [`${SERVER}/0.yml`]:
        "date: '2021-10-01'\nintro: Hello.\nsections:\n  bugs: [One, Two]\n  features: [Three]\n",
      [`${SERVER}/0-rc1.yml`]: 'release_candidate: true\nsections: {}\n',
      [`${SERVER}/10.yml`]: 'sections: { other_things: [Four] }\n',
      'data/release-notes/widget-server/3-1/0.yml': 'sections: { bugs: [Five] }\n',
      'data/release-notes/widget-server/2-0/0.yml': 'sections: { bugs: [Six] }\n',
    });
    expect(body?.text).toBe(`{% ifversion server = 3.2 %}

## Widget Server 3.2.10

### other things

-
  {% data release-notes.widget-server.3-2.10.sections.other_things.0 %}

## Widget Server 3.2.0

Released on October 1, 2021.

{% data release-notes.widget-server.3-2.0.intro %}

### Features

-
  {% data release-notes.widget-server.3-2.0.sections.features.0 %}

### Bug fixes

-
  {% data release-notes.widget-server.3-2.0.sections.bugs.0 %}
-
  {% data release-notes.widget-server.3-2.0.sections.bugs.1 %}

## Widget Server 3.2.0 RC1

> [!NOTE]
> This is a release candidate. Do not use it for your work.

{% endif %}

{% ifversion server = 3.1 %}

## Widget Server 3.1.0

### Bug fixes

-
  {% data release-notes.widget-server.3-1.0.sections.bugs.0 %}

{% endif %}`);
  });

  it('groups notes under their headings', () => {
    const body = read({
      [`${SERVER}/0.yml`]:
        'sections:\n  bugs:\n    - One\n    - heading: Group\n      notes: [Two, Three]\n    - Four\n',
    });
    const reference = 'release-notes.widget-server.3-2.0.sections.bugs';
    expect(body?.text).toContain(`-
  {% data ${reference}.0 %}

#### {% data ${reference}.1.heading %}

-
  {% data ${reference}.1.notes.0 %}
-
  {% data ${reference}.1.notes.1 %}

-
  {% data ${reference}.2 %}`);
  });

  it('lists the days of a plan without numbers', () => {
    const body = read({
      'data/release-notes/widget-managed/2021-03/2021-03-03.yml': 'sections: { bugs: [One] }\n',
      'data/release-notes/widget-managed/2021-04/2021-04-02.yml': 'sections: { bugs: [Two] }\n',
    });
    const headings = body?.text.match(/^(##|\{% if) .*$/gm);
    expect(headings).toEqual(['## April 2, 2021', '## March 3, 2021']);
    expect(body?.text).toContain('{% ifversion managed %}');
  });

  it('takes headings of the page language, or those of data/ui.yml', () => {
    const files = { [`${SERVER}/0.yml`]: "date: '2021-10-01'\nsections: { bugs: [One] }\n" };
    expect(read(files, 'ja')?.text).toContain('リリース日：2021年10月1日\n\n### バグの修正');
    const ui = { 'data/ui.yml': 'release_notes: { bugs: Repairs }\n' };
    expect(read({ ...files, ...ui })?.text).toContain('### Repairs');
  });

  it('keeps what its file says in front of the notes, and stays as it is without notes', () => {
    const files = { 'content/notes.md': `${NOTES}Own words.\n` };
    expect(read(files)?.text).toBe('Own words.\n');
    expect(read({ ...files, [`${SERVER}/0.yml`]: 'sections: { bugs: [One] }\n' })?.text).toMatch(
      /^Own words\.\n\n\{% ifversion server = 3\.2 %\}/,
    );
  });
});

describe('a file of notes that no page shows by its name', () => {
  const notes = 'sections: { bugs: [One] }\n';
  const tell = (...names: readonly string[]) =>
    loadSite(
      {
        'content/index.md': page('Home', 'children: [/notes]'),
        'content/notes.md': NOTES,
        ...Object.fromEntries(names.map((name) => [`data/release-notes/${name}.yml`, notes])),
      },
      '',
      "next: '3.3', deprecated: ['3.0']",
    ).diagnostics;
  const odd = (name: string, message: string, hint: string) =>
    problem('load/release-notes', 'warning', message, `data/release-notes/${name}.yml:1:1`, { hint });

  it('is named with the plan or release that is meant, once for each folder', () => {
    const none = (release: string) =>
      `Widget Server has no release '${release}', so no page shows its notes.`;
    const noPlan = (id: string) => `No plan has the id '${id}', so no page shows the notes of this folder.`;
    expect(tell('server/3-2/0', 'server/3-2/1', 'widget-servre/3-2/0', 'ghes/3-2/0')).toEqual([
      odd('ghes/3-2/0', noPlan('ghes'), "The plans are 'widget-cloud', 'widget-server', 'widget-managed'."),
      odd('server/3-2/0', noPlan('server'), "Did you mean 'widget-server'?"),
      odd('widget-servre/3-2/0', noPlan('widget-servre'), "Did you mean 'widget-server'?"),
    ]);
    const all = "The releases are '3-3', '3-2', '3-1', '3-0'.";
    const wrong = [
      ['widget-server/3.2/0', '3.2', "Did you mean '3-2'?"],
      ['widget-server/3-02/0', '3-02', "Did you mean '3-2'?"],
      ['widget-server/v3_1/0', 'v3_1', "Did you mean '3-1'?"],
      ['widget-server/2.9/0', '2.9', all],
      ['widget-server/next/0', 'next', all],
      ['widget-server/13-14/0', '13-14', all],
    ] as const;
    for (const [name, release, hint] of wrong) expect(tell(name)).toEqual([odd(name, none(release), hint)]);
  });

  it('is named where it is no patch or day', () => {
    const patch = "Name the file by it: '1.yml', or '0-rc1.yml' for a candidate.";
    for (const file of ['one', '1-beta', '0-rc', '1/2'])
      expect(tell(`widget-server/3-2/${file}`)).toEqual([
        odd(`widget-server/3-2/${file}`, `'${file}' is not a patch number.`, patch),
      ]);
    const month =
      'The notes of Widget Managed are read from folders named after months, and this file is not in one.';
    expect(tell('widget-managed/2021-03-03')).toEqual([
      odd('widget-managed/2021-03-03', month, "Name it as in '2021-03/2021-03-03.yml'."),
    ]);
  });

  it('is none of a coming, a deprecated or a very old release', () => {
    const sound = ['3-3/0-rc1', '3-2/10', '3-0/0', '2-22/0', '1-0-1/0'].map(
      (name) => `widget-server/${name}`,
    );
    expect(tell(...sound, 'widget-managed/2021-03/2021-03-03', 'widget-cloud/2021-03/2021-03-03')).toEqual(
      [],
    );
  });
});
