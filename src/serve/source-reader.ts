import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { createHeadParser, openSourceFolder, readFiles, type SiteFiles } from '../load/index.ts';
import { type Prepared, prepareSite } from '../publish-site/index.ts';

/** The sources of a site at a moment. */
export interface Sources extends Prepared {
  readonly files: Result<SiteFiles>;
  /** Why the site file or the theme, as they are now, cannot be used: those before them are. */
  readonly refused: readonly Diagnostic[];
}

export interface SourceRequest {
  readonly root: string;
  readonly versions?: readonly string[];
  readonly languages?: readonly string[];
  readonly heads?: ReturnType<typeof createHeadParser>;
}

/** Undefined where nobody can use the site file; the diagnostics say why. */
export async function readSources(request: SourceRequest): Promise<Result<Sources | undefined>> {
  const { value, diagnostics } = await prepareSite(request);
  if (value === undefined) return { value, diagnostics };
  const files = await readAll(value, request);
  return { value: { ...value, files, refused: [] }, diagnostics };
}

function readAll({ setup }: Prepared, { root, heads = createHeadParser() }: SourceRequest) {
  return readFiles(setup.config, openSourceFolder(root), heads);
}

/**
 * The sources after some files have changed. Texts that are still there are read one by one; where files come and go, or one is no
 * text, all are listed again.
 *
 * @param changed relative to the root, with `/`
 */
export async function rereadSources(
  before: Sources,
  changed: ReadonlySet<string>,
  request: SourceRequest,
): Promise<Sources> {
  const { config } = before.setup;
  const isSetup = (file: string) =>
    file === 'data/site.yml' || (config.theme !== undefined && `${file}/`.startsWith(`${config.theme}/`));
  const heads = before.files.value.heads;
  const own = heads === undefined ? request : { ...request, heads };
  if ([...changed].some(isSetup)) return rereadSetup(before, own);
  const texts = new Map(before.files.value.texts);
  for (const file of changed) {
    const isKnown = texts.has(file);
    if (!isKnown && !(await isThere(join(request.root, file)))) continue;
    const outcome = isKnown ? await readTextFile(request.root, file) : undefined;
    if (outcome === undefined || 'fault' in outcome || hasFault(before, file))
      return { ...before, files: await readAll(before, own) };
    texts.set(file, outcome.file.text);
  }
  return { ...before, files: { ...before.files, value: { ...before.files.value, texts } } };
}

async function rereadSetup(before: Sources, request: SourceRequest): Promise<Sources> {
  const { value, diagnostics } = await prepareSite(request).catch((error: unknown) => ({
    value: undefined,
    diagnostics: [describeError(error)],
  }));
  const prepared = value ?? before;
  return {
    ...prepared,
    files: await readAll(prepared, request),
    refused: value === undefined ? diagnostics : [],
  };
}

/** A version or language that the command names is gone. */
function describeError(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const place = { file: 'data/site.yml', line: 1, column: 1 };
  return {
    code: 'config/wrong-value',
    severity: 'error',
    message,
    place,
    via: [],
    versions: [],
    languages: [],
  };
}

function hasFault({ files }: Sources, file: string): boolean {
  return files.diagnostics.some(({ place }) => place.file === file);
}

/** A file that comes and goes between two looks is a step of an editor. */
function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
