import { closing } from './_words.js';

/** What the theme says of who can use a feature, and a line of our own. */
export const override =
  ({ html, original }) =>
  (view) =>
    html`${original(view)}<p class="jar-note">${closing[view.page.language]}</p>
`;
