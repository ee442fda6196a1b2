import type { ImageSize } from '../load/index.ts';
import type { Rendering, Slot, WordName } from '../markdown/index.ts';
import { escapeHtml } from './escape.ts';

export interface PromptLink {
  readonly href: string;
  readonly label: string;
}

/** Answers the slots of one field on one page, as plain text. */
export interface SlotAnswers {
  /** `slots` are those of the field, and the slot stands at `index`. */
  answerLink(slot: Slot & { kind: 'link' }, index: number, slots: readonly Slot[]): string;
  answerImage(slot: Slot & { kind: 'image' }): string;
  /** Undefined where the size of the image is not known. */
  answerSize(slot: Slot & { kind: 'size' }): ImageSize | undefined;
  answerTitle(slot: Slot & { kind: 'title' }): string;
  answerId(heading: number): string;
  /** `number` is that of a footnote's reference. */
  answerWord(word: WordName, number?: string): string;
  /** Where the words can be put to a chat, and what a link there says; undefined where the site names no chat. */
  answerPrompt(text: string): PromptLink | undefined;
}

const NONE: readonly string[] = [];

/** One value for each slot, escaped for text and for attributes in double quotes. */
export function fillSlots({ slots }: Rendering, answers: SlotAnswers): readonly string[] {
  return slots.length === 0
    ? NONE
    : slots.map((slot, index) => {
        if (slot.kind === 'size') return formatSize(answers.answerSize(slot));
        if (slot.kind === 'prompt') return formatPrompt(answers.answerPrompt(slot.text));
        return escapeHtml(answerSlot(slot, index, slots, answers));
      });
}

function formatPrompt(link: PromptLink | undefined): string {
  if (link === undefined) return '';
  return `<a class="prompt-link" href="${escapeHtml(link.href)}" rel="nofollow" data-furniture="">${escapeHtml(link.label)}</a>`;
}

/** Attributes with the blank before them. */
function formatSize(size: ImageSize | undefined): string {
  return size === undefined ? '' : ` width="${size.width}" height="${size.height}"`;
}

type TextSlot = Exclude<Slot, { kind: 'size' | 'prompt' }>;

function answerSlot(slot: TextSlot, index: number, slots: readonly Slot[], answers: SlotAnswers): string {
  switch (slot.kind) {
    case 'link':
      return answers.answerLink(slot, index, slots);
    case 'image':
      return answers.answerImage(slot);
    case 'title':
      return answers.answerTitle(slot);
    case 'id':
      return answers.answerId(slot.heading);
    case 'word':
      return answers.answerWord(slot.word, slot.number);
  }
}
