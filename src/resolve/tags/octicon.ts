import { type Context, type Emitter, Tag } from 'liquidjs';
import { findNearestOcticon, findOcticon } from '../octicons.ts';
import { getRun } from '../renderer.ts';
import { type Run, reportUnlessCommented } from '../run.ts';
import { escapeAttribute } from './escape-attribute.ts';
import { describeOcticonFault } from './octicon-syntax.ts';

const SYNTAX = /^(["'])([\w-]+)\1((?:\s+[a-z][\w-]*\s*=\s*(?:"[^"]*"|'[^']*'))*)$/;
const NAME = /^(["'])([\w-]+)\1(?=\s)/;
const ATTRIBUTE = /(?<![\w-])[\dA-Z_-]*([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const RENAMED: Readonly<Record<string, string>> = { trashcan: 'trash', clippy: 'paste', duplicate: 'copy' };

/**
 * `{% octicon "gear" aria-label="The gear icon" width="24" %}`: an icon as inline SVG. Where only what follows its name is
 * wrong, the icon is shown with the attributes that can be read.
 */
export class OcticonTag extends Tag {
  private icon: ReadIcon | undefined;

  render(context: Context, emitter: Emitter): void {
    const run = getRun(context);
    const args = this.token.args.trim();
    this.icon ??= readIcon(args);
    const { fault, name, svg } = this.icon;
    if (fault === 'syntax') reportSyntax(run, args);
    else if (fault === 'blanks') reportBlanks(run, args);
    if (name === undefined) return;
    if (svg === undefined) reportUnknown(run, name);
    else emitter.write(svg);
  }
}

/** What a tag says, the same for all pages that read it. */
interface ReadIcon {
  readonly fault: 'syntax' | 'blanks' | undefined;
  /** Undefined where it cannot be read. */
  readonly name: string | undefined;
  /** Undefined where there is no icon of that name. */
  readonly svg: string | undefined;
}

function readIcon(args: string): ReadIcon {
  const match = SYNTAX.exec(args);
  const hasBlanks = /\s=|=\s/.test((match?.[3] ?? '').replace(/"[^"]*"|'[^']*'/g, '""'));
  const fault = match === null ? 'syntax' : hasBlanks ? 'blanks' : undefined;
  const name = (match ?? NAME.exec(args))?.[2];
  const svg = name === undefined ? undefined : formatIcon(name, parseAttributes(args.slice(name.length + 2)));
  return { fault, name, svg };
}

function parseAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [
    key,
    double ?? single ?? '',
  ]);
  return Object.fromEntries(pairs.filter(([key]) => key?.startsWith('on') === false));
}

function formatIcon(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  const icon = findOcticon(RENAMED[name] ?? name);
  if (icon === undefined) return undefined;
  const { label, ...rest } = attributes;
  const ariaLabel = rest['aria-label'] ?? label ?? `${name.replaceAll('-', ' ')} icon`;
  const options = { ...rest, 'aria-label': ariaLabel };
  return icon.toSVG(
    Object.fromEntries(Object.entries(options).map(([key, value]) => [key, escapeAttribute(value)])),
  );
}

function reportUnknown(run: Run, name: string): void {
  const nearest = findNearestOcticon(name);
  reportUnlessCommented(run, {
    code: 'resolve/unknown-octicon',
    severity: 'error',
    message: `There is no octicon '${name}'.`,
    hint:
      nearest === undefined
        ? 'Look for its new name in the list of Primer Octicons.'
        : `Did you mean '${nearest}'?`,
    offset: run.offset,
    breaks: false,
  });
}

/** Engines have let them pass, and lost the attribute; what is meant is clear. */
function reportBlanks(run: Run, args: string): void {
  reportUnlessCommented(run, {
    code: 'resolve/octicon-syntax',
    severity: 'warning',
    message: `There are spaces around the '=' of an octicon attribute.`,
    hint: describeOcticonFault(args).hint,
    offset: run.offset,
    breaks: false,
  });
}

function reportSyntax(run: Run, args: string): void {
  reportUnlessCommented(run, {
    code: 'resolve/octicon-syntax',
    severity: 'error',
    ...describeOcticonFault(args),
    offset: run.offset,
    breaks: false,
  });
}
