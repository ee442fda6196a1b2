import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles } from '../../src/load/index.ts';
import { config } from '../publish/make-site.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'decant-images-'));
});

afterEach(() => rm(root, { recursive: true }));

async function put(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), bytes);
}

async function readImages() {
  return (await readFiles({ ...config, root })).value.images;
}

function png(width: number, height: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080600000000000000', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

function gif(width: number, height: number): Buffer {
  const head = Buffer.from('4749463839610000000000000000', 'hex');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return head;
}

function webp(width: number, height: number): Buffer {
  const head = Buffer.alloc(40);
  head.write('RIFF\u0020\0\0\0WEBPVP8X', 'latin1');
  head.writeUInt32LE(10, 16);
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
}

/** A photograph, with the Exif note that it is to be turned by a quarter (6), or not (1). */
function jpeg(width: number, height: number, orientation: number): Buffer {
  const exif = Buffer.from('ffe1002245786966000049492a0008000000010012010300010000000000000000000000', 'hex');
  exif.writeUInt16LE(orientation, 28);
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame, Buffer.from('ffd9', 'hex')]);
}

const DRAWING = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"';

test.each([
  ['a.png', png(640, 480), { width: 640, height: 480 }],
  ['a.GIF', gif(12, 7), { width: 12, height: 7 }],
  ['a.webp', webp(300, 200), { width: 300, height: 200 }],
  ['a.jpg', jpeg(400, 300, 1), { width: 400, height: 300 }],
  ['turned.jpeg', jpeg(400, 300, 6), { width: 300, height: 400 }],
  ['a.svg', `<svg ${DRAWING} width="48" height='32px'/>`, { width: 48, height: 32 }],
  ['scaled.svg', `<svg ${DRAWING}/>`, undefined],
  ['wide.svg', `<svg ${DRAWING} width="100%" height="20"/>`, undefined],
  ['broken.png', 'not a picture', undefined],
  ['empty.gif', gif(0, 7), undefined],
])('the size of %s', async (name, bytes, size) => {
  await put(`assets/${name}`, bytes);
  expect((await readImages()).get(`assets/${name}`)?.size).toEqual(size);
});

test('the name of a picture holds a hash of its content, and nothing else', async () => {
  await put('assets/images/a.b.png', png(1, 1));
  await put('assets/other.png', png(1, 1));
  await put('assets/third.png', png(1, 2));
  const outputs = [...(await readImages()).values()].map(({ output }) => output);
  const [hash] = /[0-9a-f]{10}/.exec(outputs[0] ?? '') ?? [];
  expect(outputs.slice(0, 2)).toEqual([`assets/images/a.b.${hash}.png`, `assets/other.${hash}.png`]);
  expect(outputs[2]).toMatch(/^assets\/third\.[0-9a-f]{10}\.png$/);
  expect(outputs[2]).not.toContain(hash);
});

test('files that are no pictures, and links that lead out, are left alone', async () => {
  await put('assets/a.pdf', png(1, 1));
  await put('secret.png', png(1, 1));
  await mkdir(join(root, 'site/assets'), { recursive: true });
  await symlink('../../secret.png', join(root, 'site/assets/secret.png'));
  expect(await readImages()).toEqual(new Map());
  expect((await readFiles({ ...config, root: join(root, 'site') })).value.images).toEqual(new Map());
});
