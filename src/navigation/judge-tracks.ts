import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';
import { formatVersions, listMembers } from '../versions/index.ts';
import { collectDataTracks, type TrackScope, type TrackSource } from './collect-tracks.ts';
import {
  type AddressJudgeScope,
  createAddressJudge,
  createConditionalJudge,
  describeAddress,
} from './judge-addresses.ts';
import { readTexts } from './plain-values.ts';

export interface TrackJudgeScope extends AddressJudgeScope {
  readonly corpus: AddressJudgeScope['corpus'] & TrackScope['corpus'];
  readonly languages: readonly string[];
}

/** Reports guides of `data/learning-tracks` that are no pages, tracks that are not there, and faulty texts of tracks. */
export function judgeTracks(scope: TrackJudgeScope): readonly Diagnostic[] {
  const { config, corpus, languages } = scope;
  const source = config.languages[0]?.code ?? '';
  const tracks = collectDataTracks(scope, source);
  const home = corpus.articles.get('');
  return [
    ...tracks.flatMap((track) => judgeGuides(track, home, source, scope)),
    ...[...corpus.articles.values()].flatMap((article) => judgeNames(article, tracks, scope)),
    ...[...new Set([source, ...languages])].flatMap((language) =>
      collectDataTracks(scope, language).flatMap((track) => judgeTexts(track, home, language, scope)),
    ),
  ];
}

/** Each guide at its own place. */
function judgeGuides(
  { id, owner, guides, versions: has }: TrackSource,
  home: Article | undefined,
  language: string,
  scope: TrackJudgeScope,
): readonly Diagnostic[] {
  const { corpus, versions } = scope;
  const isUnknown = createAddressJudge(scope, false);
  const judgeConditional = createConditionalJudge(scope, isUnknown);
  return guides.flatMap(({ address }, at) => {
    const [version] = versions;
    const source = corpus.data.find(`learning-tracks.${owner}.${id}.guides.${at}`, language)?.source;
    const place = source?.place ?? { file: `data/learning-tracks/${owner}.yml`, line: 1, column: 1 };
    const tell = (written: string, shown: readonly string[]) =>
      describeAddress(`The track '${id}'`, written, corpus, { place, versions: shown });
    if (home !== undefined && source !== undefined && address.includes('{'))
      return judgeConditional(source, home, has, '', (written, shown) => tell(written, [shown.name]));
    return version !== undefined && isUnknown(address, version) ? tell(address, []) : [];
  });
}

/** The entries of `learningTracks`. */
function judgeNames(
  { path, file, frontmatter, keyPlaces, versions: has }: Article,
  tracks: readonly TrackSource[],
  { versions }: TrackJudgeScope,
): readonly Diagnostic[] {
  const [product = ''] = path.split('/');
  const known = tracks.filter(({ owner }) => owner === product).map(({ id }) => id);
  return readTexts(frontmatter.learningTracks).flatMap((id, at) => {
    if (known.includes(id) || id.includes('{')) return [];
    const nearest = findNearest(id, known);
    return {
      code: 'navigation/unknown-track',
      severity: 'warning' as const,
      message: `There is no track '${id}' in data/learning-tracks/${product}.yml.`,
      hint: nearest === undefined ? 'Add it there, or remove it.' : `Did you mean '${nearest}'?`,
      place: keyPlaces.get(`learningTracks.${at}`) ??
        keyPlaces.get('learningTracks') ?? { file, line: 1, column: 1 },
      via: [],
      versions: formatVersions(has, versions),
      languages: [],
    };
  });
}

/** Title and description, in the versions of the track. */
function judgeTexts(
  { title, description, versions: has }: TrackSource,
  home: Article | undefined,
  language: string,
  { versions, built, resolveWording }: TrackJudgeScope,
): readonly Diagnostic[] {
  if (home === undefined) return [];
  const shown = listMembers(has & built, versions);
  return [title, description].flatMap((text) =>
    'path' in text
      ? []
      : shown.flatMap((version) => resolveWording(text, home, language, version).diagnostics),
  );
}
