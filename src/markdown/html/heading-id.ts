import GithubSlugger, { slug } from 'github-slugger';

/** The id that a heading has by its words alone; `section` where it has none. */
export function createHeadingId(text: string): string {
  return slug(chooseIdWords(text));
}

/** What the id of a heading is made of. */
function chooseIdWords(text: string): string {
  return /[\p{L}\p{N}]/u.test(text) ? text : 'section';
}

/** Gives every heading of a text an id that no other element has. */
export function createIdMaker(taken: ReadonlySet<string>): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => {
    const words = chooseIdWords(text);
    let id = slugger.slug(words);
    while (taken.has(id)) id = slugger.slug(words);
    return id;
  };
}
