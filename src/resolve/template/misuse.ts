import { decidesText } from './blocks.ts';
import type { TemplateFault } from './faults.ts';

/** Faults of tags and outputs that can be read, but do not say what their author means. */

export function missingArguments(offset: number, name: string, example: string): TemplateFault {
  return {
    code: 'resolve/missing-arguments',
    severity: 'error',
    message: `The tag '${name}' lacks what it needs.`,
    hint: `Write {% ${example} %}.`,
    offset,
    breaks: false,
  };
}

export function ifForIfversion(
  offset: number,
  name: string,
  condition: string,
  meant: string,
): TemplateFault {
  return {
    code: 'resolve/if-for-ifversion',
    severity: 'error',
    message: `The tag '${name}' does not compare releases, so '${condition}' does not mean what it says.`,
    hint: `Write {% ${meant} %}.`,
    offset,
    breaks: false,
  };
}

export function codetabSyntax(offset: number, args: string): TemplateFault {
  return {
    code: 'resolve/codetab-syntax',
    severity: 'error',
    message:
      args === '' ? `The tag 'codetab' names no language.` : `'${args}' does not describe a tab of code.`,
    hint: 'Write {% codetab js "JavaScript" %}; the label may be left out.',
    offset,
    breaks: false,
  };
}

export function codetabOutside(offset: number): TemplateFault {
  return {
    code: 'resolve/codetab-outside',
    severity: 'error',
    message: `The tag 'codetab' is outside 'codetabs'.`,
    hint: 'Put {% codetabs %} before the first tab and {% endcodetabs %} after the last.',
    offset,
    breaks: false,
  };
}

export function textAfterEnd(offset: number, name: string): TemplateFault {
  return {
    code: 'resolve/text-after-end',
    severity: 'warning',
    message: `Text follows the tag '${name}' on its line, where it is not read as Markdown.`,
    hint: 'Put the text on a new line, with a blank line in between.',
    offset,
    breaks: false,
  };
}

export function tagInCode(offset: number, name: string): TemplateFault {
  return {
    code: 'resolve/tag-in-code',
    severity: 'warning',
    message: `The tag '${name}' is in a code block, where readers see the HTML it produces.`,
    hint: `Move it out of the code, or put it between {% raw %} and {% endraw %} to show the tag itself.`,
    offset,
    breaks: false,
  };
}

export function promptOverParagraphs(offset: number): TemplateFault {
  return {
    code: 'resolve/prompt-over-paragraphs',
    severity: 'warning',
    message: `The tag 'prompt' spans a blank line, so each paragraph becomes a separate prompt.`,
    hint: 'Remove the blank line, or put a longer prompt into a code block: ```text prompt.',
    offset,
    breaks: false,
  };
}

export function tightMarkdown(offset: number, name: string): TemplateFault {
  return {
    code: 'resolve/tight-markdown',
    severity: 'warning',
    message: `The text of the tag '${name}' begins right at it, where it is not read as Markdown.`,
    hint: `Leave a blank line after {% ${name} %} and one before {% end${name} %}.`,
    offset,
    breaks: false,
  };
}

/** One that is `lost` is not shown; if it was to divide or to end a condition, what stands around it is not known either. */
export function splitDelimiter(offset: number, found: string, words: string, isLost: boolean): TemplateFault {
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return {
    code: 'resolve/split-delimiter',
    severity: isLost ? 'error' : 'warning',
    message: `'${shown}' looks like a tag but is not one.`,
    hint: `Write {% ${words} %}, or put it between {% raw %} and {% endraw %}.`,
    offset,
    breaks: isLost && decidesText(words.split(/\s/)[0] ?? ''),
  };
}

export function missingFilter(offset: number): TemplateFault {
  return {
    code: 'resolve/missing-filter',
    severity: 'warning',
    message: `No filter follows the '|'.`,
    hint: `Remove the '|', or name a filter.`,
    offset,
    breaks: false,
  };
}

export function tagAsOutput(offset: number, words: string): TemplateFault {
  return {
    code: 'resolve/tag-as-output',
    severity: 'error',
    message: `'{{ ${words} }}' prints nothing: tags are written between {% and %}.`,
    hint: `Write {% ${words} %}. If the braces are part of the text, put it between {% raw %} and {% endraw %}.`,
    offset,
    breaks: false,
  };
}

export function ignoredWords(offset: number, read: string, ignored: string): TemplateFault {
  return {
    code: 'resolve/ignored-words',
    severity: 'warning',
    message: `Of the output only '${read}' is read; '${ignored}' is ignored.`,
    hint: 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.',
    offset,
    breaks: false,
  };
}
