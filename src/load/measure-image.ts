import { disableTypes, imageSize, types } from 'image-size';
import type { ImageSize } from './types.ts';

/** What browsers show; the measurers of other formats are never asked. AVIF is a `heif`. */
const MEASURED = ['png', 'jpg', 'gif', 'webp', 'svg', 'heif'];
disableTypes(types.filter((type) => !MEASURED.includes(type)));

/** As a browser shows it: photographs turned as they say. Undefined for a file that is broken or does not say. */
export function measureImage(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, type, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0) || (type === 'svg' && !isSized(bytes))) return undefined;
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** What kind of picture bytes are, by the ending of such files: `png`, `jpg`, `svg`, `avif`, `ico`. Undefined for anything else. */
export function findPictureKind(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && bytes[3] === 0) return 'ico';
  try {
    const { type = '' } = imageSize(bytes);
    return type === 'heif' ? 'avif' : type;
  } catch {
    // A drawing may have neither size nor coordinates.
    return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'svg' : undefined;
  }
}

/** A drawing without a size of its own fills what it is given; its coordinates are no size. */
function isSized(bytes: Uint8Array): boolean {
  const [root = ''] = /<svg\s[^<>]*>/.exec(new TextDecoder().decode(bytes)) ?? [];
  return ['width', 'height'].every((name) => new RegExp(`\\s${name}=["'][\\d.]+(?:px)?["']`).test(root));
}
