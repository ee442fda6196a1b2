/** The theme's header, with a jar before the name of the site. */
export const override = ({ html, trust, original }) => (view) => {
  const jar = html`<img class="jar" src="${view.site.theme.findFile('jar.svg')}" alt="" width="24" height="24"> `;
  return trust(original(view).markup.replace(view.site.title, (title) => `${jar.markup}${title}`));
};
