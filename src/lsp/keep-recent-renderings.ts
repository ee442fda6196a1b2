import { nameOptions, type Rendering, type RenderMarkdown } from '../markdown/index.ts';

/** Characters of Markdown whose renderings are kept: some thousand articles. */
const ROOM = 20_000_000;

/** The same renderer for a server that runs all day: what was asked for last is rendered once, what was asked for long ago is forgotten. */
export function keepRecentRenderings(render: RenderMarkdown, room = ROOM): RenderMarkdown {
  const known = new Map<string, Promise<Rendering>>();
  let size = 0;
  return async (texts, options, folders) => {
    const name = nameOptions(options);
    const keys = texts.map((text) => `${name}\0${text}`);
    const missing = [...new Map(keys.flatMap((key, at) => (known.has(key) ? [] : [[key, at] as const])))];
    if (missing.length > 0) {
      const batch = render(
        missing.map(([, at]) => texts[at] ?? ''),
        options,
        folders && missing.map(([, at]) => folders[at] ?? ''),
      );
      for (const [number, [key]] of missing.entries())
        keep(
          key,
          batch.then((all) => all[number] as Rendering),
        );
    }
    const found = await Promise.all(keys.map(take));
    while (size > room && known.size > keys.length) forget();
    return found;
  };

  function keep(key: string, rendering: Promise<Rendering>): void {
    known.set(key, rendering);
    size += key.length;
    rendering.catch(() => {
      if (known.delete(key)) size -= key.length;
    });
  }

  /** The last one asked for stands last. */
  function take(key: string): Promise<Rendering> {
    const rendering = known.get(key);
    if (rendering === undefined) throw new Error('A text was forgotten while it was rendered.');
    known.delete(key);
    known.set(key, rendering);
    return rendering;
  }

  function forget(): void {
    const [first] = known.keys();
    if (first === undefined) return;
    known.delete(first);
    size -= first.length;
  }
}
