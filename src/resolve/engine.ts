import { Liquid } from 'liquidjs';
import type { VariantNames } from '../load/index.ts';
import type { Predicate } from '../versions/index.ts';
import { createFilters } from './filters.ts';
import { renderTemplates } from './renderer.ts';
import { ABSENT_TAGS, AbsentTag } from './tags/absent.ts';
import { DataTag } from './tags/data.ts';
import { createEnclosingTag, createEnclosures } from './tags/enclosing.ts';
import { createIfversionTag } from './tags/ifversion.ts';
import { IndentedDataReferenceTag } from './tags/indented-data-reference.ts';
import { LINK_TAGS, LinkTag } from './tags/links.ts';
import { OcticonTag } from './tags/octicon.ts';
import { type Block, createBlocks } from './template/blocks.ts';
import { createOperators } from './version-drop.ts';

/** Characters and array elements that filters and ranges of one field may make. */
const MEMORY_LIMIT = 5_000_000;

/** LiquidJS with the tags and filters of the format. It reaches neither the disk nor the clock. */
export function createEngine(
  parseCondition: (text: string) => Predicate,
  variants: VariantNames,
): {
  readonly liquid: Liquid;
  readonly blocks: ReadonlyMap<string, Block>;
} {
  const liquid = new Liquid({
    operators: createOperators(),
    templates: {},
    ownPropertyOnly: true,
    memoryLimit: MEMORY_LIMIT,
    timezoneOffset: 0,
    locale: 'en-US',
  });
  Object.assign(liquid.renderer, { renderTemplates });
  liquid.registerTag('ifversion', createIfversionTag(parseCondition));
  liquid.registerTag('data', DataTag);
  liquid.registerTag('indented_data_reference', IndentedDataReferenceTag);
  liquid.registerTag('octicon', OcticonTag);
  for (const name of LINK_TAGS) liquid.registerTag(name, LinkTag);
  for (const name of ABSENT_TAGS) liquid.registerTag(name, AbsentTag);
  const enclosures = createEnclosures(variants);
  for (const [name, enclosure] of enclosures) liquid.registerTag(name, createEnclosingTag(enclosure));
  for (const [name, filter] of Object.entries(createFilters())) liquid.registerFilter(name, filter);
  return { liquid, blocks: createBlocks(enclosures.keys()) };
}
