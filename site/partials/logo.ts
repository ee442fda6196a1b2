import { type Html, html } from '../html.ts';
import type { LogoView, PictureView, SiteView } from '../view.ts';

/** The name of the site with its picture. One of two pictures is shown, as the scheme asks. */
export function renderSiteName({ title, presence: { logo } }: Pick<SiteView, 'title' | 'presence'>): Html {
  if (logo === undefined) return html`${title}`;
  return html`${renderPictures(logo, title)}${!logo.replacesTitle && html`<span>${title}</span>`}`;
}

function renderPictures({ light, dark, replacesTitle }: LogoView, title: string): Html {
  const alt = replacesTitle ? title : '';
  if (dark === undefined) return renderPicture(light, 'logo', alt);
  return html`${renderPicture(light, 'logo logo-light', alt)}${renderPicture(dark, 'logo logo-dark', alt)}`;
}

function renderPicture({ href, size }: PictureView, className: string, alt: string): Html {
  return html`<img class="${className}" src="${href}"${size && html` width="${size.width}" height="${size.height}"`} alt="${alt}">`;
}
