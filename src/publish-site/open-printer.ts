import { readFile } from 'node:fs/promises';
import type { CardLook, CardPrinter, CardTools } from '../cards/index.ts';
import type { PartOfSite } from '../compose/index.ts';
import { findSource, type PlacedText, type SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { findMediaType } from '../media-types.ts';

/** What card pictures are made with; undefined where the site file does not ask for any, and, with a warning, where none can be drawn. */
export async function openPrinter(
  site: PartOfSite,
  tools: CardTools | undefined,
): Promise<Result<CardPrinter | undefined>> {
  const { config } = site;
  if (config.cards === undefined) return { value: undefined, diagnostics: [] };
  const [{ openCards }, { listCards }] = await Promise.all([
    import('../cards/index.ts'),
    import('../compose/index.ts'),
  ]);
  const printer = await openCards(await readLook(config), tools);
  const fault = await printer.prepare(listCards(site).map(({ card }) => card));
  if (fault === undefined) return { value: printer, diagnostics: [] };
  await printer.close();
  const warning = {
    code: 'cards/undrawn',
    severity: 'warning',
    message: 'The card pictures are not drawn, so pages name none.',
    hint: fault,
    place: config.cards,
    via: [],
    versions: [],
    languages: [],
  } as const;
  return { value: undefined, diagnostics: [warning] };
}

async function readLook({ root, accent, fonts, logo }: SiteConfig): Promise<CardLook> {
  const { family, files = [] } = fonts?.text ?? {};
  const source = logo && (await readSource(root, logo.light));
  const faces = await Promise.all(
    files.map(async ({ file, ...face }) => ({ ...face, source: await readSource(root, file) })),
  );
  return {
    accent: accent?.light.accent,
    logo: source === undefined ? undefined : { source, replacesTitle: logo?.replacesTitle ?? false },
    font: family === undefined ? undefined : { family, files: faces.flatMap(withSource) },
  };
}

function withSource<Face extends { readonly source: string | undefined }>(
  face: Face,
): readonly (Face & { readonly source: string })[] {
  return face.source === undefined ? [] : [{ ...face, source: face.source }];
}

/** A file that is not there is told of elsewhere. */
async function readSource(root: string, { text }: PlacedText): Promise<string | undefined> {
  const file = findSource(root, text);
  const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  const type = findMediaType(text) ?? 'image/png';
  return bytes && `data:${type};base64,${bytes.toString('base64')}`;
}
