import type { Photo, Picture } from './types.ts';

/** The pictures of a report, which is to stay small enough for a browser to open. */
export interface PictureBudget {
  /** Both sides of a view, without their pictures where there is no room. `isFirst`: it is the first view shown of its page. */
  keep(base: Photo, head: Photo, isFirst: boolean): readonly [base: Picture, head: Picture];
}

/**
 * @param room how many characters all pictures together may have. Half of it is for the first views of pages: one picture of
 *   each change is worth more than four of one
 */
export function openPictureBudget(room: number): PictureBudget {
  let left = room;
  return {
    keep(base, head, isFirst) {
      const size = base.png.length + head.png.length;
      if (size > (isFirst ? left : left - room / 2)) return [withoutPicture(base), withoutPicture(head)];
      left -= size;
      return [base, head];
    },
  };
}

function withoutPicture(photo: Photo): Picture {
  return { ...photo, png: undefined };
}
