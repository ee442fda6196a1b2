import { z } from 'zod';
import { CODES, type Diagnostic, findCodes, findNearest } from '../../diagnostics/index.ts';
import { describeUnknownFile } from '../../queries/index.ts';
import { UsageError } from '../../usage-error.ts';
import { readListCursor, takeStretch } from '../text/cursor.ts';
import { chooseTarget } from './choose.ts';
import { CURSOR, defineTool, LANGUAGE, NEXT_CURSOR } from './tool.ts';

export const checkTool = defineTool({
  name: 'check',
  title: 'Check the sources',
  description:
    'Judges the sources as decant check does: mistakes and warnings with file, line and a hint, errors first. Needs the sources of the site; a large one takes a while.',
  input: z.object({
    version: z.string().optional().describe('Only this version. Default: all of them.'),
    language: LANGUAGE,
    file: z.string().optional().describe('Only findings in files whose name begins so: content/packages/.'),
    code: z.string().optional().describe('Only this kind: links/broken.'),
    severity: z.enum(['error', 'warning']).optional(),
    cursor: CURSOR,
  }),
  output: z.strictObject({
    version: z.string().describe('The version that was checked, or all.'),
    language: z.string(),
    errors: z.number(),
    warnings: z.number(),
    total: z.number(),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning']),
        file: z.string(),
        line: z.number(),
        column: z.number(),
        message: z.string(),
        hint: z.string().optional(),
        versions: z.array(z.string()),
        languages: z.array(z.string()),
      }),
    ),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { file, code, severity, cursor, ...wanted }) {
    const { sources, stamp } = library;
    if (sources === undefined)
      throw new UsageError(
        'A built site has no sources to check. Start decant mcp with --root for this question.',
      );
    const { version, language } = chooseTarget(library, wanted);
    const asked = {
      version: wanted.version === undefined ? 'all' : version.name,
      language: wanted.language === undefined ? 'all' : language,
    };
    const { texts, assets } = sources.site.files;
    const isThere = (name: string) =>
      name === 'data/site.yml' || [...texts.keys(), ...assets].some((each) => each.startsWith(name));
    if (code !== undefined && findCodes(code).length === 0) throw new UsageError(describeUnknownCode(code));
    if (file !== undefined && !isThere(file)) throw new UsageError(describeUnknownFile(sources.site, file));
    const stretch = readListCursor(cursor, { tool: 'check', ...asked, file, code, severity }, stamp);
    const found = await sources.check(
      asked.version === 'all' ? [] : [version.name],
      asked.language === 'all' ? [] : [language],
    );
    const all = found
      .filter(({ place }) => file === undefined || place.file.startsWith(file))
      .filter((each) => code === undefined || each.code === code || each.code.endsWith(`/${code}`))
      .filter((each) => severity === undefined || each.severity === severity)
      .toSorted((a, b) => rank(a) - rank(b));
    const { part, ...next } = await takeStretch(all, stretch, 50, describeFinding);
    const errors = all.filter((each) => each.severity === 'error').length;
    return {
      answer: {
        ...asked,
        errors,
        warnings: all.length - errors,
        total: all.length,
        findings: part,
        ...next,
      },
      text: [
        `${countOf(errors, 'error')}, ${countOf(all.length - errors, 'warning')}.`,
        ...part.map(
          ({ file: name, line, column, severity: kind, code: own, message, hint }) =>
            `${name}:${line}:${column} ${kind} ${own}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
        ),
      ].join('\n'),
    };
  },
});

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : 1;
}

function describeFinding({ code, severity, place, message, hint, versions, languages }: Diagnostic) {
  return {
    code,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    message,
    ...(hint !== undefined && { hint }),
    versions: [...versions],
    languages: [...(languages ?? [])],
  };
}

function describeUnknownCode(code: string): string {
  const names = CODES.map((entry) => entry.code);
  const nearest = findNearest(code, names);
  return `There is no rule '${code}'.${nearest === undefined ? '' : ` Did you mean '${nearest}'?`}`;
}
