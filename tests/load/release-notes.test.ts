import { describe, expect, it } from 'vitest';
import { loadSite, page } from './load-site.ts';

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
