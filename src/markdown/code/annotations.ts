import type { CommentStyle } from '../../load/types.ts';
import type { CodeLanguages } from '../types.ts';
import { findLanguage } from './languages.ts';

/** A note with the code it speaks of. */
export interface Annotation {
  /** Lines of the note without their comment signs. Those of an empty note are blank. */
  readonly note: readonly NoteLine[];
  readonly code: readonly string[];
}

export interface NoteLine {
  readonly text: string;
  /** As it stands in the code. */
  readonly source: string;
}

/** Why code cannot be annotated. */
export interface AnnotationFault {
  readonly message: string;
  readonly hint: string;
}

/**
 * Takes code apart at its comments: lines of comment that follow each other are one note (in Markdown), the lines up to the
 * next comment its code. Blank lines are dropped.
 */
export function parseAnnotations(
  code: string,
  language: string,
  own?: CodeLanguages,
): readonly Annotation[] | AnnotationFault {
  if (language === '') return UNNAMED;
  const style = findLanguage(language, own)?.comment;
  if (style === undefined) return describeUnknown(language);
  const annotations = groupLines(
    code.split('\n').filter((line) => line.trim() !== ''),
    style,
  );
  const [first] = annotations;
  if (first === undefined || first.note.length === 0) return describeBareStart(style);
  const bare = annotations.find((annotation) => annotation.code.length === 0);
  return bare === undefined ? annotations : describeBareNote(bare);
}

function groupLines(lines: readonly string[], style: CommentStyle): readonly Annotation[] {
  const annotations: { note: NoteLine[]; code: string[] }[] = [];
  for (const line of lines) {
    const last = annotations.at(-1);
    const text = findComment(line, style);
    if (text === undefined) {
      if (last === undefined) annotations.push({ note: [], code: [line] });
      else last.code.push(line);
    } else if (last !== undefined && last.code.length === 0) {
      last.note.push({ text, source: line });
    } else {
      annotations.push({ note: [{ text, source: line }], code: [] });
    }
  }
  return annotations;
}

/** What a line of comment says; undefined for other lines. `#!` names the program of a script. */
function findComment(line: string, style: CommentStyle): string | undefined {
  const text = line.trim();
  if (!text.startsWith(style) || (style === '#' && text.startsWith('#!'))) return undefined;
  const words = text.slice(style.length);
  return (style === '<!--' ? words.replace(/-->$/, '') : words).trim();
}

const UNNAMED: AnnotationFault = {
  message: 'This annotated code names no language.',
  hint: 'Write the language after the opening of the code block, as in `yaml annotate`.',
};

function describeUnknown(language: string): AnnotationFault {
  return {
    message: `Code in the language '${language}' cannot be annotated, because its comment syntax is unknown.`,
    hint: 'Use a language with single-line comments, or remove `annotate`.',
  };
}

function describeBareStart(style: CommentStyle): AnnotationFault {
  return {
    message: 'This annotated code does not begin with a comment.',
    hint: `Begin with a comment line (\`${style}\`): it is the first note.`,
  };
}

function describeBareNote({ note }: Annotation): AnnotationFault {
  return {
    message: `The note '${note.map(({ text }) => text).join(' ')}' has no code after it.`,
    hint: 'Put the code that the note describes below it, or remove the note.',
  };
}
