import type { Schema } from 'hast-util-sanitize';
import { SCHEMES } from './address.ts';
import { BY_ELEMENT, ELEMENTS, EVERYWHERE, SILENCED } from './allowed.ts';

const schemes = [...SCHEMES];

/** What hast-util-sanitize lets through. Ids stay as authors wrote them: links and scripts go by them. */
export const schema: Schema = {
  tagNames: [...ELEMENTS],
  strip: [...SILENCED],
  attributes: {
    ...Object.fromEntries(Object.entries(BY_ELEMENT).map(([tagName, names]) => [tagName, [...names]])),
    '*': [...EVERYWHERE, 'data*'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  protocols: {
    cite: schemes,
    href: schemes,
    poster: schemes,
    // Judged before: an image may hold itself (`data:image/png`).
    src: [...schemes, 'data'],
    srcSet: schemes,
  },
  ancestors: {},
  required: {},
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};
