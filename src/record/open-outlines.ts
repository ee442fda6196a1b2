import { deserialize, serialize } from 'node:v8';
import { type CacheOptions, type Note, openBlob } from '../cache/index.ts';
import { type KeptOutline, openRecord } from './open-record.ts';
import type { InputSignature } from './sign-inputs.ts';

/** What is known of a site whose files may differ in bodies of articles and reusables, and in frontmatter. */
export interface FoundOutline<O> {
  readonly outline: O;
  /** Names of the files that have another text, and of those that have another frontmatter. */
  readonly changed: ReadonlySet<string>;
  readonly heads: ReadonlySet<string>;
}

/** The outlines of a site that are there for questions: that of its last build, and that of the last question which made one. */
export interface OutlineDrawer<O> {
  /** Undefined where none is of a site that is nearly the same. */
  find(): Promise<FoundOutline<O> | undefined>;
  /** Has the next question find it. */
  keep(outline: O): Promise<void>;
}

/**
 * @param sign tells what the site is made of now; undefined where nobody can
 * @param out the folder that a build would write into; absolute
 */
export function openOutlines<O>(
  cache: CacheOptions | undefined,
  sign: () => Promise<InputSignature | undefined>,
  { root, out }: { readonly root: string; readonly out: string },
  note?: Note,
): OutlineDrawer<O> {
  const own = cache && openBlob(cache, `asked outline ${FORM} ${root}`, note);
  let inputs: InputSignature | undefined;
  return {
    async find() {
      if (cache === undefined) return undefined;
      inputs = await sign();
      const record = openRecord<unknown, unknown, O>(cache, out, note);
      return compare(await record.readOutline()) ?? compare(await readOwn());
    },
    async keep(outline) {
      inputs ??= await sign();
      if (inputs === undefined) return;
      const kept: KeptOutline<O> = { inputs, outline };
      await own?.write(serialize(kept));
    },
  };

  async function readOwn(): Promise<KeptOutline<O> | undefined> {
    const bytes = await own?.read();
    return bytes && deserialize(bytes);
  }

  function compare(kept: KeptOutline<O> | undefined): FoundOutline<O> | undefined {
    if (kept === undefined || inputs === undefined || kept.inputs.frame !== inputs.frame) return undefined;
    const heads = listOther(kept.inputs.heads, inputs.heads);
    const changed = new Set([...listOther(kept.inputs.bodies, inputs.bodies), ...heads]);
    return changed.size > MOST_FILES ? undefined : { outline: kept.outline, changed, heads };
  }
}

/** Another form, another number. */
const FORM = 2;

/** Files in which a site may differ from its outline: of more, making another one pays. */
const MOST_FILES = 40;

/** Equal frames have the same files. */
function listOther(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  return new Set(Object.keys(now).filter((file) => before[file] !== now[file]));
}
