import { findReach } from '../../queries/index.ts';
import { createSet, listMembers } from '../../versions/index.ts';
import type { EditedSite } from '../types.ts';

/** On how many pages the words of a file stand, and in how many versions: `41 pages, 6 versions`. */
export async function countPages({ workspace, articles }: EditedSite, file: string): Promise<string> {
  const { versions, built, languages, sourceLanguage } = workspace;
  const own = articles.get(file);
  if (own !== undefined) {
    const members = listMembers(own.article.versions & built, versions);
    // Of the source language pages are made in all of them.
    const spoken = own.language === sourceLanguage ? languages.length : 1;
    return formatCount(members.length * spoken, members.length);
  }
  const { pages } = await findReach(workspace, [file]);
  const shown = pages.filter(({ how }) => how === 'text');
  const named = createSet(versions.filter(({ name }) => shown.some(({ version }) => version === name)));
  return formatCount(shown.length, listMembers(named, versions).length);
}

function formatCount(pages: number, versions: number): string {
  return `${pages} ${pages === 1 ? 'page' : 'pages'}, ${versions} ${versions === 1 ? 'version' : 'versions'}`;
}
