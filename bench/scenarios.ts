import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addLanguage, addReleases, commitAll, listLanguages } from './copy-root.ts';
import { addArticle, editBody, editHeading, editTitle, editVariable, removeArticle } from './edit-site.ts';
import { growRoot } from './grow.ts';
import type { Options } from './options.ts';
import type { Picks } from './pick-sources.ts';
import type { PhaseRow, Scenario, Target } from './rows.ts';
import { listSessions } from './sessions.ts';
import { beside, besideCpu, type Copy, copyOnce, createSite, MB, run, within } from './site-copies.ts';

const HUGO = 'Hugo, docs layout';
export const COLD = 'cold';
export const UNCHANGED = 'nothing changed';
export const BODY = "one article's body changed";
export const HELP = 'decant --help';
export const GROWN = 'cold, grown';
const CHECK = 'decant check, cold';
const NO_SEARCH = '--no-search';
const RELEASES = 20;

/**
 * In the order in which they run: those that find a warm cache follow the one that fills it. Edits stay: the next cold
 * build begins with them.
 *
 * @param folder for copies and for what is built
 * @param root a copy of the site, to be edited
 */
export function listRows(
  folder: string,
  root: string,
  picks: Picks,
  options: Pick<Options, 'root' | 'growth' | 'translated'>,
): readonly (Scenario | PhaseRow)[] {
  return [
    ...listBuilds(folder, root, picks),
    ...listLarger(folder, picks, options),
    ...listQuestions(folder, root, picks),
    ...listSessions(folder, root, picks),
    ...listTranslated(folder, options),
    { name: HELP, prepare() {}, command: run('--help'), target: within(0.15) },
    {
      name: 'decant render, one article',
      prepare() {},
      command: run('render', picks.article, '--root', root, '--version', picks.version),
      target: within(0.8),
    },
  ];
}

function listBuilds(folder: string, root: string, picks: Picks): readonly (Scenario | PhaseRow)[] {
  const { article, spares, reusable, variable, version } = picks;
  const site: Copy = { root, make() {} };
  const main = createSite(folder, 'main', site);
  const plain = createSite(folder, 'plain', site, NO_SEARCH);
  const one = createSite(folder, 'one', site, NO_SEARCH, `--version=${version}`);
  const edited = (name: string, edit: (round: number) => void, target: Target): Scenario => ({
    name,
    needs: COLD,
    prepare: edit,
    command: main.command,
    target,
  });
  const each = (edit: (file: string, round: string) => void) => (round: number) => edit(article, `${round}`);
  return [
    { ...main, name: COLD },
    { name: 'search index of it', needs: COLD, phase: 'indexing', target: beside(COLD, 0.35) },
    edited(UNCHANGED, () => {}, beside(HUGO, 0.2)),
    edited(BODY, each(editBody), beside(HUGO, 0.5)),
    edited("one article's heading changed", each(editHeading), beside(HUGO, 0.5)),
    edited("one article's title changed", each(editTitle), beside(HUGO, 0.5)),
    ...list(reusable, ({ file, pages }) =>
      edited(`a reusable changed, on ${pages} pages`, (round) => editBody(file, `${round}`), beside(HUGO, 1)),
    ),
    edited('an article added', each(addArticle), beside(HUGO, 1)),
    edited('an article removed', (round) => removeArticle(spares[round] ?? ''), beside(HUGO, 1)),
    ...list(variable, (line) =>
      edited(
        `a variable changed, on ${line.pages} pages`,
        (round) => editVariable(line, `${round}`),
        beside(COLD, 0.7),
      ),
    ),
    { ...plain, name: 'cold, no search', target: beside(HUGO, 2), cpuTarget: 12, memoryTarget: 550 * MB },
    { ...one, name: `cold, no search, one version: ${version}`, target: beside(HUGO, 0.8) },
  ];
}

/** Sites with more of something. */
function listLarger(
  folder: string,
  { releases }: Picks,
  { root, growth }: Pick<Options, 'root' | 'growth'>,
): readonly Scenario[] {
  const released = copyOnce(root, join(folder, 'released'), (copy) => addReleases(copy, RELEASES));
  const grown = copyOnce(root, join(folder, 'grown'), (copy) => growRoot(copy, growth));
  return [
    ...(releases === 0
      ? []
      : [
          {
            ...createSite(folder, 'released', released),
            name: `${RELEASES} releases instead of ${releases}, cold`,
            target: beside(COLD, 1.9),
          },
        ]),
    ...(growth === 0
      ? []
      : [
          {
            ...createSite(folder, 'grown', grown),
            name: `${GROWN} ${growth} times`,
            target: beside(COLD, 0.9 * growth),
            memoryTarget: 1.6 * 1024 * MB,
          },
        ]),
  ];
}

/** What reads the sources alone, with what a check keeps in a cache of its own. */
function listQuestions(
  folder: string,
  root: string,
  { article, reusable, variable }: Picks,
): readonly Scenario[] {
  const site = ['--root', root, '--cache', join(folder, 'asked-cache')];
  const ask = (
    name: string,
    atMost: number,
    command: readonly string[],
    prepare = (_: number) => {},
  ): Scenario => ({
    name,
    needs: CHECK,
    prepare,
    command: run(...command, ...site),
    target: beside(UNCHANGED, atMost),
  });
  /** Since a commit of all that was there before the edit. */
  const affected = (name: string, edit: (file: string, round: string) => void) =>
    ask(name, 3, ['affected', '--since', 'HEAD'], (round) => {
      commitAll(root);
      edit(article, `${round}-asked`);
    });
  return [
    {
      name: CHECK,
      prepare: () => rmSync(join(folder, 'asked-cache'), { recursive: true, force: true }),
      command: run('check', ...site),
      target: beside(COLD, 0.4),
    },
    affected('decant affected, a body', editBody),
    affected('decant affected, a title', editTitle),
    ...list(reusable, ({ file, line, pages }) =>
      ask(`decant explain, a line of a reusable on ${pages} pages`, 2, ['explain', `${file}:${line}`]),
    ),
    ...list(variable, ({ file, line, pages }) =>
      ask(`decant explain, a variable on ${pages} pages`, 2, ['explain', `${file}:${line}`]),
    ),
  ];
}

/** Builds of one language, of another alone, of both, and of three. */
function listTranslated(
  folder: string,
  { translated: root }: Pick<Options, 'translated'>,
): readonly Scenario[] {
  if (root === undefined) return [];
  const [source, other] = listLanguages(root);
  if (source === undefined || other === undefined) return [];
  const third = listLanguages(root).includes('zh') ? 'ko' : 'zh';
  const name = (languages: string) => `${basename(root)}, cold, ${languages}`;
  const alone = name(source);
  const two = copyOnce(root, join(folder, 'translated'));
  const three = copyOnce(root, join(folder, 'three'), (copy) => addLanguage(copy, other, third));
  return [
    { ...createSite(folder, 'source', two, `--lang=${source}`), name: alone },
    {
      ...createSite(folder, 'other', two, `--lang=${other}`),
      name: name(other),
      target: besideCpu(alone, 1.4),
    },
    {
      ...createSite(folder, 'both', two, `--lang=${source}`, `--lang=${other}`),
      name: name(`${source} and ${other}`),
      target: besideCpu(alone, 2),
      memoryTarget: 750 * MB,
    },
    {
      ...createSite(folder, 'three', three, ...[source, other, third].map((code) => `--lang=${code}`)),
      name: name(`${source}, ${other} and a copy of it`),
      target: besideCpu(alone, 2.6),
    },
  ];
}

/** Nothing, or one row. */
function list<T>(value: T | undefined, make: (value: T) => Scenario): readonly Scenario[] {
  return value === undefined ? [] : [make(value)];
}
