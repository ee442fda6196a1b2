import { describe, expect, it } from 'vitest';
import { adopt, applyPlan } from './plan.ts';

describe('Markdown in content/', () => {
  it('gets the keys that it lacks, and keeps the rest as it is written', () => {
    const files = {
      'content/guide/a.md': "---\nversions:\n  fpt: '*' # all\n---\n\n# Pour *tea*\n\nHot.\n",
      'content/guide/b.md': '---\r\ntitle: "B"   # kept\r\n---\r\n# Not the title\r\n',
      'content/guide/plain.md': 'Setext\n======\n\nText.\n',
      'content/guide/no-words_here.md': '```sh\n# no heading\n```\n',
      'content/guide/whole.md': "---\ntitle: Whole\nversions: '*'\n---\n# Heading\n",
    };
    const { changes, notes } = adopt(files);
    const written = (name: string) => changes.find(({ file }) => file === `content/${name}`)?.after;
    expect(written('guide/a.md')).toBe(
      "---\ntitle: 'Pour *tea*'\nversions:\n  fpt: '*' # all\n---\n\nHot.\n",
    );
    expect(written('guide/b.md')).toBe(
      '---\r\ntitle: "B"   # kept\r\nversions: \'*\'\r\n---\r\n# Not the title\r\n',
    );
    expect(written('guide/plain.md')).toBe("---\ntitle: 'Setext'\nversions: '*'\n---\n\nText.\n");
    expect(written('guide/no-words_here.md')).toBe(
      "---\ntitle: 'No words here'\nversions: '*'\n---\n\n```sh\n# no heading\n```\n",
    );
    expect(written('guide/whole.md')).toBeUndefined();
    expect(written('index.md')).toBe(
      "---\ntitle: 'Kettle docs'\nversions: '*'\nchildren:\n  - /guide\n---\n",
    );
    expect(written('guide/index.md')).toContain(
      'children:\n  - /a\n  - /b\n  - /no-words_here\n  - /plain\n  - /whole\n',
    );
    expect(notes).toEqual([]);
  });

  it('keeps the children that an index page names', () => {
    const index = "---\ntitle: Home\nversions: '*'\nchildren: [/b]\n---\n";
    const { changes } = adopt({ 'content/index.md': index, 'content/a.md': 'A\n', 'content/b.md': 'B\n' });
    expect(changes.map(({ file }) => file)).not.toContain('content/index.md');
  });

  it('leaves alone what it cannot read, and says so', () => {
    const toml = '+++\ntitle = "x"\n+++\nText.\n';
    const broken = '---\ntitle: [x\n---\nText.\n';
    const { changes, notes } = adopt({ 'content/t.md': toml, 'content/y.md': broken });
    expect(changes.filter(({ file }) => /[ty]\.md$/.test(file))).toEqual([]);
    expect(notes).toEqual([
      "'content/t.md' stays as it is: its frontmatter is not valid YAML.",
      "'content/y.md' stays as it is: its frontmatter is not valid YAML.",
    ]);
  });

  it('may be as long as nobody writes it', () => {
    const gap = ' '.repeat(100_000);
    const { changes } = adopt({ 'content/a.md': `# A${gap}b ##\nWords.\n`, 'content/b.md': `#${gap}\n` });
    const written = changes.flatMap(({ file, after }) => (/[ab]\.md$/.test(file) ? [after] : []));
    expect(written).toEqual([
      `---\ntitle: 'A${gap}b'\nversions: '*'\n---\n\nWords.\n`,
      `---\ntitle: 'B'\nversions: '*'\n---\n\n#${gap}\n`,
    ]);
  });

  it('comes out the same when it is adopted again', () => {
    const files = { 'content/a.md': '# A\n', 'content/深い/挨拶.md': '# 挨拶\n\n本文\n' };
    const once = Object.fromEntries(applyPlan(adopt(files), files));
    expect(adopt(once).changes).toEqual([]);
  });
});

describe('Markdown elsewhere', () => {
  it('is copied from docs/, with links from file to file as links to articles', () => {
    const text = [
      '# Start',
      '[a](setup/install.md#linux), [b](./setup/%E8%A8%AD%E5%AE%9A.md "title"), [c](../README.md), [d](https://x.example/a.md)',
      '`[a](setup/install.md)`',
      '```md',
      '[a](setup/install.md)',
      '```',
      '[e](setup/README.md)',
    ].join('\n');
    const { changes, notes } = adopt({
      'README.md': '# Repository\n',
      'docs/README.md': text,
      'docs/setup/install.md': '# Install\n\n[up](../README.md)\n',
      'docs/setup/README.md': '# Setup\n',
      'docs/setup/設定.md': '# 設定\n',
    });
    const files = applyPlan({ changes, notes });
    expect(changes.every(({ before }) => before === undefined)).toBe(true);
    expect(files.get('content/index.md')?.split('---\n').at(-1)?.trim().split('\n')).toEqual([
      '[a](/setup/install#linux), [b](/setup/設定 "title"), [c](../README.md), [d](https://x.example/a.md)',
      '`[a](setup/install.md)`',
      '```md',
      '[a](setup/install.md)',
      '```',
      '[e](/setup)',
    ]);
    expect(files.get('content/setup/install.md')).toContain('[up](/)');
    expect(files.get('content/setup/index.md')).toContain("title: 'Setup'");
    expect(notes).toEqual([
      "Articles are copied from 'docs/' into 'content/'; delete the old files when you no longer need them.",
    ]);
  });

  it('has links behind stray backticks, however many there are', () => {
    const text = `A \` key, and \`\`a\`b\`\`.\n\n[a](b.md)\n\nA ${'`'.repeat(100_000)} [a](b.md)\n`;
    const files = applyPlan(adopt({ 'docs/a.md': text, 'docs/b.md': 'B\n' }));
    expect(files.get('content/a.md')).toContain(text.replaceAll('b.md', '/b'));
  });

  it('is not what a repository says of itself, nor what hidden folders hold', () => {
    expect(() => adopt({ 'README.md': 'x', 'CHANGELOG.md': 'x', '.github/x.md': 'x' })).toThrow(
      'no Markdown',
    );
  });

  it('leaves files out of children that it cannot copy', () => {
    const files = applyPlan(adopt({ 'a.md': '# A\n', 'b.md': '---\n: [\n---\n' }));
    expect(files.get('content/index.md')).toContain('children:\n  - /a\n---');
    expect(files.has('content/b.md')).toBe(false);
  });
});

it('package.json and .gitignore get what they lack, in their own layout', () => {
  const { changes } = adopt({
    'content/a.md': '# A\n',
    'package.json':
      '{\n\t"name": "x",\n\t"scripts": { "build": "tsc" },\n\t"dependencies": { "decant": "1" }\n}\n',
    '.gitignore': '/_site\nnode_modules',
  });
  const written = (name: string) => changes.find(({ file }) => file === name)?.after;
  expect(written('package.json')).toBe(
    '{\n\t"name": "x",\n\t"scripts": {\n\t\t"dev": "decant dev",\n\t\t"build": "tsc",\n\t\t"check": "decant check"\n\t},\n\t"dependencies": {\n\t\t"decant": "1"\n\t}\n}\n',
  );
  expect(written('.gitignore')).toBe('/_site\nnode_modules\n_site.*/\n');
});
