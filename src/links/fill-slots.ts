import type { Rendering, Slot } from '../markdown/index.ts';
import { escapeHtml } from './escape.ts';

/** Answers the slots of one field on one page, as plain text. */
export interface SlotAnswers {
  /** `slots` are those of the field, and the slot stands at `index`. */
  answerLink(slot: Slot & { kind: 'link' }, index: number, slots: readonly Slot[]): string;
  answerImage(slot: Slot & { kind: 'image' }): string;
  answerTitle(slot: Slot & { kind: 'title' }): string;
  answerId(heading: number): string;
}

const NONE: readonly string[] = [];

/** One value for each slot, escaped for text and for attributes in double quotes. */
export function fillSlots({ slots }: Rendering, answers: SlotAnswers): readonly string[] {
  return slots.length === 0
    ? NONE
    : slots.map((slot, index) => escapeHtml(answerSlot(slot, index, slots, answers)));
}

function answerSlot(slot: Slot, index: number, slots: readonly Slot[], answers: SlotAnswers): string {
  switch (slot.kind) {
    case 'link':
      return answers.answerLink(slot, index, slots);
    case 'image':
      return answers.answerImage(slot);
    case 'title':
      return answers.answerTitle(slot);
    case 'id':
      return answers.answerId(slot.heading);
  }
}
