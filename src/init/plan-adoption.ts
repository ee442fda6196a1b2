import { completeArticle } from './complete-article.ts';
import type { FoundMarkdown } from './find-markdown.ts';
import { DOCUSAURUS_VERSIONS, findReleases } from './find-releases.ts';
import { planFrame } from './plan-frame.ts';
import { replaceLinks } from './replace-links.ts';
import type { FileChange, InitPlan, SiteDescription } from './types.ts';

/**
 * A site around Markdown that is there already: a site file, and in every article the title, versions and children that it lacks.
 * Markdown outside `content/` is copied there, and stays where it is.
 */
export function planAdoption(
  answers: SiteDescription,
  decant: string,
  { folder, articles }: FoundMarkdown,
  present: ReadonlyMap<string, string>,
): InitPlan {
  const frame = planFrame(answers, decant, present);
  const readable = [...articles].filter(
    ([path, file]) =>
      file === `content/${path}` || completeArticle(present.get(file) ?? '', NOTHING) !== undefined,
  );
  const children = listChildren(readable.map(([path]) => path));
  const paths = [...new Set([...articles.keys(), ...children.keys()])].sort();
  const planned = paths.map((path) => {
    const source = articles.get(path);
    const text = source === undefined ? '' : (present.get(source) ?? '');
    const linked = replaceLinks(text, path, articles);
    const own = children.get(path);
    const title = nameArticle(path, answers);
    const after = completeArticle(linked, { title, ...(own && { children: own }) });
    return planArticle(`content/${path}`, source, text, after);
  });
  return {
    changes: [...frame.changes, ...planned.flatMap(({ change }) => change ?? [])],
    notes: [
      ...frame.notes,
      ...(answers.plans?.some(({ releases }) => releases.length > 0)
        ? [
            "The sources name releases, but do not say which ones you support: check 'releases' and 'deprecated' in 'data/site.yml'.",
          ]
        : []),
      ...(findReleases(present.get(DOCUSAURUS_VERSIONS)).length > 0
        ? [
            "The copies of releases in 'versioned_docs/' stay as they are. The tutorial on moving from Docusaurus explains how to turn the differences into conditions.",
          ]
        : []),
      ...(folder === 'content'
        ? []
        : [
            `Articles are copied from ${folder === '' ? 'this folder' : `'${folder}/'`} into 'content/'; delete the old files when you no longer need them.`,
          ]),
      ...planned.flatMap(({ note }) => note ?? []),
    ],
  };
}

function planArticle(
  file: string,
  source: string | undefined,
  text: string,
  after: string | undefined,
): { readonly change?: FileChange; readonly note?: string } {
  if (after === undefined)
    return { note: `'${source ?? file}' stays as it is: its frontmatter is not valid YAML.` };
  if (source !== file) return { change: { file, before: undefined, after } };
  return after === text ? {} : { change: { file, before: text, after } };
}

const NOTHING = { title: '' };

/** By the path of each index page, also of those that are not there yet, what lies in its folder: articles, then folders. */
function listChildren(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of paths) {
    const names = path.split('/');
    for (const [at, name] of names.entries()) {
      const folder = names.slice(0, at).join('/');
      const inside = folders.get(folder) ?? new Set();
      folders.set(folder, inside);
      if (at < names.length - 1 || name !== 'index.md') inside.add(name);
    }
  }
  const indexes = [...folders].map(([folder, inside]) => {
    const children = [...inside].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return [
      `${folder === '' ? '' : `${folder}/`}index.md`,
      children.map((name) => `/${name.replace(/\.md$/, '')}`),
    ] as const;
  });
  return new Map(indexes);
}

function rank(name: string): number {
  return name.endsWith('.md') ? 0 : 1;
}

/** The name of a file, or of the folder of an index page, in words. */
function nameArticle(path: string, { title }: SiteDescription): string {
  const name =
    path
      .replace(/(?:^|\/)index\.md$|\.md$/, '')
      .split('/')
      .at(-1) ?? '';
  if (name === '') return title;
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
