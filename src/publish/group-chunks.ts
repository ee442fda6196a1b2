/** Characters of a stretch that is written at once. */
const CHUNK = 64 * 1024;

/** Joins short texts to stretches worth a write, so that a long file is never whole in memory. */
export function* groupChunks(texts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const text of texts) {
    chunk += text;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
