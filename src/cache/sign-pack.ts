import { createHmac, timingSafeEqual } from 'node:crypto';

/** A signature over the name and the bytes, so that a pack of one name is none of another. Base64. */
export function signPack(key: string, name: string, body: Buffer): string {
  return createHmac('sha256', key).update(`decant-pack\0${name}\0`).update(body).digest('base64');
}

export function isSignedBy(key: string, name: string, body: Buffer, signature: string | null): boolean {
  const [wanted, given] = [signPack(key, name, body), signature ?? ''].map((text) => Buffer.from(text));
  return wanted?.length === given?.length && timingSafeEqual(wanted as Buffer, given as Buffer);
}
