/** Files of a repository that are about it, and no pages. */
const ABOUT =
  /^(?:readme|changelog|contributing|license|licence|code[-_]of[-_]conduct|security|support|authors|notice|todo|agents|claude)(?:[-_.][^/]*)?\.md$/i;

/** Markdown that can become articles: by its path below `content/`, the file that it is. */
export interface FoundMarkdown {
  /** `content` where it stays where it is; otherwise the folder that it is copied from, '' for the root. */
  readonly folder: string;
  readonly articles: ReadonlyMap<string, string>;
}

/** Of `content/`, else of `docs/`, else of the root. Undefined where there is none. */
export function findMarkdown(files: readonly string[]): FoundMarkdown | undefined {
  for (const folder of ['content', 'docs', '']) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const found = files
      .filter((file) => file.startsWith(prefix) && file.endsWith('.md') && !/(?:^|\/)\./.test(file))
      .filter((file) => folder !== '' || !ABOUT.test(file))
      .map((file) => [file.slice(prefix.length), file] as const);
    const articles = new Map(
      folder === 'content' ? found.filter(([path]) => !isReadme(path)) : nameIndexes(found),
    );
    if (articles.size > 0) return { folder, articles };
  }
  return undefined;
}

/** A README is the index page of its folder where there is no other. */
function nameIndexes(found: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const paths = new Set(found.map(([path]) => path));
  return found.map(([path, file]) => {
    const index = path.replace(/readme\.md$/i, 'index.md');
    return [isReadme(path) && !paths.has(index) ? index : path, file] as const;
  });
}

function isReadme(path: string): boolean {
  return /(?:^|\/)readme\.md$/i.test(path);
}
