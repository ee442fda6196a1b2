import type { Version } from '../../versions/index.ts';
import { type NotesPatch, type ReleaseNotes, readTree } from './collect-release-notes.ts';
import { findNoteWords, type NoteWords, spellNoteDay } from './words.ts';

/** Markdown with Liquid: the notes of each version, under the condition that it is the one shown. */
export function writeReleaseNotes(notes: readonly ReleaseNotes[], language: string, ui: unknown): string {
  const words = findNoteWords(language, ui);
  return notes
    .map(({ version, patches }) => {
      const texts = patches.map((patch) => writePatch(patch, version, words, language));
      return `{% ifversion ${formatCondition(version)} %}\n\n${texts.join('\n\n')}\n\n{% endif %}`;
    })
    .join('\n\n');
}

function formatCondition({ plan, number }: Version): string {
  return number === undefined ? plan.short : `${plan.short} = ${number}`;
}

function writePatch(
  { name, reference, tree }: NotesPatch,
  version: Version,
  words: NoteWords,
  language: string,
): string {
  const { date, intro, release_candidate: isCandidate } = tree;
  const title = nameNote(name, version, language);
  const day = typeof date === 'string' && version.number !== undefined ? date : '';
  const sections = Object.entries(readTree(tree.sections));
  const order = Object.keys(words.sections);
  const rank = (section: string) => order.indexOf(section) + 1 || order.length + 1;
  return [
    `## ${title}`,
    day === '' ? '' : words.released.replace('{date}', spellNoteDay(day, language)),
    isCandidate === true ? `> [!NOTE]\n> ${words.candidate}` : '',
    isText(intro) ? writeTag(`${reference}.intro`) : '',
    ...sections
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([section, values]) => writeSection(`${reference}.sections.${section}`, section, values, words)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** What stands above the notes of a patch. */
export function nameNote(name: string, { plan, number }: Version, language: string): string {
  return number === undefined ? spellNoteDay(name, language) : `${plan.name} ${name}`;
}

function writeSection(reference: string, section: string, values: unknown, words: NoteWords): string {
  if (!Array.isArray(values) || values.length === 0) return '';
  const title = words.sections[section] ?? section.replaceAll('_', ' ');
  return `### ${title}\n\n${writeNotes(reference, values)}`;
}

/** A value is a note, or a heading with notes below it. */
function writeNotes(reference: string, values: readonly unknown[]): string {
  let text = '';
  let wasNote = false;
  for (const [at, value] of values.entries()) {
    const { heading, notes } = readTree(value);
    if (isText(value)) {
      text += `${wasNote ? '\n' : gap(text)}${writeNote(`${reference}.${at}`)}`;
    } else if (isText(heading) && Array.isArray(notes)) {
      text += `${gap(text)}#### ${writeTag(`${reference}.${at}.heading`)}\n\n${writeNotes(`${reference}.${at}.notes`, notes)}`;
    }
    wasNote = isText(value);
  }
  return text;
}

/** On a line of its own the tag passes its indentation on to every line of the note. */
function writeNote(reference: string): string {
  return `-\n  ${writeTag(reference)}`;
}

function writeTag(reference: string): string {
  return `{% data ${reference} %}`;
}

function gap(text: string): string {
  return text === '' ? '' : '\n\n';
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
