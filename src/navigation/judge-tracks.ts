import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';
import { formatVersions, listMembers, type VersionSet } from '../versions/index.ts';
import type { ResolveWording } from './build-navigation.ts';
import { collectDataTracks, type TrackScope, type TrackSource } from './collect-tracks.ts';
import { createAddressJudge, describeAddress, type JudgeScope } from './judge-addresses.ts';
import { readTexts } from './plain-values.ts';

export interface TrackJudgeScope extends JudgeScope {
  readonly corpus: JudgeScope['corpus'] & TrackScope['corpus'];
  readonly built: VersionSet;
  readonly languages: readonly string[];
  readonly resolveWording: ResolveWording;
}

/** Reports guides of `data/learning-tracks` that are no pages, tracks that are not there, and faulty texts of tracks. */
export function judgeTracks(scope: TrackJudgeScope): readonly Diagnostic[] {
  const { config, corpus, languages } = scope;
  const source = config.languages[0]?.code ?? '';
  const tracks = collectDataTracks(scope, source);
  const home = corpus.articles.get('');
  return [
    ...tracks.flatMap((track) => judgeGuides(track, source, scope)),
    ...[...corpus.articles.values()].flatMap((article) => judgeNames(article, tracks, scope)),
    ...[...new Set([source, ...languages])].flatMap((language) =>
      collectDataTracks(scope, language).flatMap((track) => judgeTexts(track, home, language, scope)),
    ),
  ];
}

/** Each guide at its own place. */
function judgeGuides(
  { id, owner, guides }: TrackSource,
  language: string,
  scope: TrackJudgeScope,
): readonly Diagnostic[] {
  const { corpus, versions } = scope;
  const isUnknown = createAddressJudge(scope);
  return guides.flatMap(({ address }, at) => {
    const [version] = versions;
    if (version === undefined || !isUnknown(address, version)) return [];
    const place = corpus.data.find(`learning-tracks.${owner}.${id}.guides.${at}`, language)?.source.place;
    const file = `data/learning-tracks/${owner}.yml`;
    return describeAddress(`The track '${id}'`, address, corpus, {
      place: place ?? { file, line: 1, column: 1 },
      versions: [],
    });
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
      hint: nearest === undefined ? 'Add it there, or take it out.' : `Did you mean '${nearest}'?`,
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
