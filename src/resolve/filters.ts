import { slug } from 'github-slugger';
import { type Context, filters as standard, toValue } from 'liquidjs';
import { expandDateMarks } from './expand-date-marks.ts';
import { getRun } from './renderer.ts';
import { reportUnlessCommented } from './run.ts';

interface FilterThis {
  readonly context: Context;
}

type Filter = (this: FilterThis, value: unknown, ...rest: unknown[]) => unknown;

const DATES = ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string'];

/** Filters of the format, and those of Liquid whose result would change from one build to the next. */
export function createFilters(): Readonly<Record<string, Filter>> {
  const dates = DATES.map((name) => [name, createDateFilter(name)] as const);
  return {
    obj_size: (value) => countKeys(toValue(value)),
    version_num: (value) => String(toValue(value) ?? '').split('@')[1] ?? '',
    slugify: (value) => slug(String(toValue(value) ?? '')),
    sample: reportUnrepeatable,
    ...Object.fromEntries(dates),
  };
}

function countKeys(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function createDateFilter(name: string): Filter {
  const format = (standard as Record<string, Filter>)[name];
  return function (value, ...rest) {
    const date = toValue(value);
    if (date === 'now' || date === 'today') return reportUnrepeatable.call(this, value);
    const fixed = typeof date === 'string' ? fixTimeZone(date) : date;
    const [marks, ...others] = rest;
    if (name !== 'date' || typeof toValue(marks) !== 'string') return format?.call(this, fixed, ...rest);
    const print = (text: string) => String(format?.call(this, fixed, text, ...others));
    return format?.call(this, fixed, expandDateMarks(String(toValue(marks)), print), ...others);
  };
}

/** A date without a zone would be read in the zone of the machine. ISO dates without a time are in UTC already. */
function fixTimeZone(date: string): string {
  if (/^\s*(?:\d+\s*)?$|^\d{4}(?:-\d\d){0,2}$|(?:Z|UTC|GMT|[+-]\d\d:?\d\d)\s*$/i.test(date)) return date;
  const fixed = /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(date) ? `${date}Z` : `${date} UTC`;
  return Number.isNaN(Date.parse(fixed)) ? date : fixed;
}

/** The same sources give the same site, whenever and wherever it is built. */
function reportUnrepeatable(this: FilterThis, value: unknown): string {
  const run = getRun(this.context);
  const isDate = value === 'now' || value === 'today';
  reportUnlessCommented(run, {
    code: 'resolve/not-repeatable',
    severity: 'error',
    message: isDate
      ? `'${value}' would differ from build to build.`
      : `'sample' would differ from build to build.`,
    hint: isDate ? 'Write the date itself.' : 'Choose an element: first, last or an index.',
    offset: run.offset,
    breaks: false,
  });
  return '';
}
