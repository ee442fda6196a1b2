import type { PictureView, PresenceView } from '../../site/view.ts';
import type { PlacedText } from '../config/index.ts';
import { findMediaType } from '../media-types.ts';
import type { PartOfSite } from './types.ts';

/** What the owner says of the site, with the addresses that its pictures are published under. */
export function createPresenceView({ config, corpus }: Pick<PartOfSite, 'config' | 'corpus'>): PresenceView {
  const { description, logo, favicon, footer, social = [] } = config;
  return {
    describe: (language) => description?.[language],
    logo: logo && {
      light: findPicture(logo.light),
      dark: logo.dark && findPicture(logo.dark),
      replacesTitle: logo.replacesTitle ?? false,
    },
    icon: favicon && findPicture(favicon.icon),
    touchIcon: favicon?.touch && findPicture(favicon.touch),
    imprint: (language) => footer?.imprint?.[language],
    social,
    head: config.head,
  };

  /** Files that are no images of pages, such as ICO, have no name with a hash. */
  function findPicture({ text }: PlacedText): PictureView {
    const image = corpus.images.get(text);
    return {
      href: `${config.basePath}${(image?.output ?? text).split('/').map(encodeURIComponent).join('/')}`,
      type: findMediaType(text) ?? 'image/png',
      size: image?.size,
    };
  }
}
