import type { Properties } from 'hast';
import { find, type Info, type Schema } from 'property-information';
import { encode } from './encode.ts';

type Value = Properties[string];

/** An attribute as it stands in a tag, behind a blank; nothing for one that is off. */
export function stringifyAttribute(property: string, value: Value, schema: Schema): string {
  const info = find(schema, property);
  const settled = settle(info, value);
  if (settled === undefined || settled === null || settled === false || Number.isNaN(settled)) return '';
  const name = info.attribute.replace(/[\0\t\n\f\r "&'/<=>`]/g, encode);
  return settled === true
    ? ` ${name}`
    : ` ${name}="${formatValue(info, settled).replace(/[\0"&'`]/g, encode)}"`;
}

/** Attributes that are on or off, some of which may have a value as well. */
function settle({ boolean, overloadedBoolean, attribute }: Info, value: Value): Value {
  if (!boolean && !overloadedBoolean) return value;
  if (value === '') return overloadedBoolean === true;
  return typeof value === 'string' && value !== attribute ? value : Boolean(value);
}

function formatValue({ commaSeparated }: Info, value: Exclude<Value, null | undefined>): string {
  if (!Array.isArray(value)) return String(value);
  if (!commaSeparated) return value.join(' ').trim();
  return `${value.join(', ')}${value.at(-1) === '' ? ',' : ''}`.trim();
}
