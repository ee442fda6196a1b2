import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A site to write: keys of its site file beside those that every one has, as YAML. */
export interface SiteWish {
  readonly keys: string;
}

const SITE_FILE = `title: Harbour Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja, aliases: [jp] }
plans:
  - { id: cloud, short: cl, name: Cloud, default: true }
  - { id: dock-server, short: dock, name: Dock Server, releases: ['3.2', '3.1'], deprecated: ['3.0', '2.9'] }
  - { id: managed, short: mgd, name: Managed }
search: false
`;

/** Articles by path, with their old addresses: of every script, spelling, and length that content has. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  '': [],
  ships: [],
  'ships/mooring': [
    '/articles/mooring',
    '/Articles/Tying-Up',
    '/ja/articles/係留',
    '/記事/船を係留する',
    '/a b/"c" d;e$f',
    `/long/${'x'.repeat(180)}/${'y'.repeat(120)}`,
    '/enterprise/admin/guides/mooring',
  ],
  'ships/sailing': [
    '/articles/c++,%20a=b&c!',
    '/dock-server@3.0/setting-sail',
    '/caf%c3%a9',
    '/managed/sail',
  ],
  'ships/日本の港': ['/articles/港'],
};

const TITLES: Readonly<Record<string, string>> = { '': 'Docs', ships: 'Ships' };

/** Writes a small site in English and Japanese, with two plans beside the default one and two retired releases. */
export function writeSite(root: string, { keys }: SiteWish): void {
  write(root, 'data/site.yml', `${SITE_FILE}${keys}`);
  for (const [path, redirects] of Object.entries(ARTICLES)) {
    const children = listChildren(path);
    const file = children.length > 0 ? join(path, 'index.md') : `${path}.md`;
    const title = TITLES[path] ?? path.split('/').at(-1);
    const head = [
      `title: ${title}`,
      `versions: { cl: '*', dock: '*', mgd: '*' }`,
      ...(children.length > 0 ? [`children: ${JSON.stringify(children)}`] : []),
      ...(redirects.length > 0 ? [`redirect_from: ${JSON.stringify(redirects)}`] : []),
    ];
    write(root, `content/${file}`, `---\n${head.join('\n')}\n---\n\nSee [mooring](/ships/mooring).\n`);
    const words = `---\ntitle: ${title} 日本語\n---\n\n[係留](/ships/mooring)を見る。\n`;
    write(root, `translations/ja/content/${file}`, words);
  }
}

function listChildren(path: string): readonly string[] {
  const { length } = path === '' ? [] : path.split('/');
  return Object.keys(ARTICLES)
    .filter((other) => other !== '' && other.split('/').length === length + 1 && other.startsWith(path))
    .map((child) => `/${child.split('/').at(-1)}`);
}

function write(root: string, file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
