import type { Call } from './describe-call.ts';
import { escapeMarkup, escapeWords, writeFence } from './escape.ts';
import type { CodeSample } from './list-samples.ts';
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
 */
export function writeCalls(
  calls: readonly LabelledCall[],
  samples: readonly CodeSample[],
): readonly string[] {
  const languages = new Set(samples.map(({ language }) => language));
  const made = calls.map(({ label, call }) => ({
    label,
    ways: listWays(call).filter(({ language }) => !languages.has(language)),
  }));
  const [only, ...others] = made;
  if (only !== undefined && others.length === 0) return [only.label, writeTabs([...only.ways, ...samples])];
  return [
    ...made.flatMap(({ label, ways }) => (ways.length === 0 ? [] : [label, writeTabs(ways)])),
    writeTabs(samples),
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
function writeTabs(samples: readonly CodeSample[]): string {
  if (samples.length < 2) return samples.map(writeBelowLabel).join('');
  const tabs = samples.map(
    (sample) =>
      `<div class="codetab" data-language="${sample.language}" data-label="${escapeMarkup(sample.label).replaceAll('"', '&quot;')}">\n\n${writeSample(sample)}\n\n</div>`,
  );
  return `<div class="codetabs">\n${tabs.join('\n')}\n</div>`;
}

function writeBelowLabel(sample: CodeSample): string {
  return sample.label === 'curl'
    ? writeSample(sample)
    : `**${escapeWords(sample.label)}**\n\n${writeSample(sample)}`;
}

function writeSample({ language, text }: CodeSample): string {
  return writeFence(`${language} copy`, text);
}
