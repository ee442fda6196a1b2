import type { Call } from './describe-call.ts';
import { escapeMarkup, escapeWords, writeFence } from './escape.ts';
import type { CodeSample } from './list-samples.ts';
import { createLanguageMarker, type SourceLanguage, writeLanguage } from './mark-language.ts';
import { writeCurl } from './write-curl.ts';
import { writeFetch } from './write-fetch.ts';

/** A call with one of several examples of what is sent. */
export interface LabelledCall {
  /** Markdown above it; empty where there is one example. */
  readonly label: string;
  readonly call: Call;
}

/**
 * How an operation is called, in tabs of code: ways that are made, but for those that the file shows itself, for it knows more; and
 * what the file shows.
 *
 * @param source the language of the file, where that of the page is another
 */
export function writeCalls(
  calls: readonly LabelledCall[],
  samples: readonly CodeSample[],
  source: SourceLanguage | undefined,
): readonly string[] {
  const languages = new Set(samples.map(({ language }) => language));
  const made = calls.map(({ label, call }) => ({
    label,
    ways: listWays(call).filter(({ language }) => !languages.has(language)),
  }));
  const [only, ...others] = made;
  if (only !== undefined && others.length === 0)
    return [only.label, writeTabs([...only.ways, ...samples], source)];
  return [
    ...made.flatMap(({ label, ways }) => (ways.length === 0 ? [] : [label, writeTabs(ways, source)])),
    writeTabs(samples, source),
  ];
}

function listWays(call: Call): readonly CodeSample[] {
  const script = writeFetch(call);
  return [
    { label: 'curl', language: 'shell', text: writeCurl(call) },
    ...(script === undefined ? [] : [{ label: 'JavaScript', language: 'javascript', text: script }]),
  ];
}

/** As the tags `codetabs` and `codetab` write them. A single one is no tab. */
function writeTabs(samples: readonly CodeSample[], source: SourceLanguage | undefined): string {
  if (samples.length < 2) return samples.map((sample) => writeBelowLabel(sample, source)).join('');
  const tabs = samples.map(
    (sample) =>
      `<div class="codetab" data-language="${sample.language}" data-label="${escapeMarkup(sample.label).replaceAll('"', '&quot;')}"${sample.isWorded ? writeLanguage(source) : ''}>\n\n${writeSample(sample)}\n\n</div>`,
  );
  return `<div class="codetabs">\n${tabs.join('\n')}\n</div>`;
}

function writeBelowLabel(sample: CodeSample, source: SourceLanguage | undefined): string {
  const mark = createLanguageMarker(sample.isWorded ? source : undefined);
  return sample.label === 'curl'
    ? writeSample(sample)
    : `**${mark(escapeWords(sample.label), undefined, 'span')}**\n\n${writeSample(sample)}`;
}

function writeSample({ language, text }: CodeSample): string {
  return writeFence(`${language} copy`, text);
}
