import { traceBranches } from '../../queries/index.ts';
import { EMPTY_SET } from '../../versions/index.ts';
import { listArticleKeys } from '../diagnose.ts';
import type { Cursor } from '../open-cursor.ts';
import { offsetOfPlace } from '../text/text-lines.ts';
import { describeSet } from './describe-set.ts';

/** Which versions are shown a branch, on the tag that begins it. */
export interface TagHover {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const BRANCHING = /\{%-?\s*(?:ifversion|if|unless|elsif|else|case|when)\b[^%]*%\}/g;

/** So many articles that use a file say which versions come to its branches. */
const MOST = 8;

/** Undefined where no tag of this kind stands, and where no page comes to it. */
export function describeTag({ edited, file, lines, offset }: Cursor): TagHover | undefined {
  const { text } = lines;
  const begin = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = text.slice(begin).split('\n', 1);
  const found = [...line.matchAll(BRANCHING)].find(
    ({ 0: tag, index }) => begin + index <= offset && offset <= begin + index + tag.length,
  );
  if (found === undefined) return undefined;
  const start = begin + found.index;
  const end = start + found[0].length;
  const branches = traceBranches(edited.workspace, listArticleKeys(edited, file).slice(0, MOST), file);
  const here = branches.filter(({ place }) => offsetOfPlace(lines, place) === end);
  const shown = here.reduce((all, branch) => all | branch.shown, EMPTY_SET);
  if (here.length === 0) return undefined;
  const value =
    shown === EMPTY_SET ? 'Shown in no version' : `Shown in ${describeSet(edited.workspace, shown)}`;
  return { value, start, end };
}
