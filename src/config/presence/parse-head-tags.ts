import { placeAt } from '../../diagnostics/index.ts';
import type { ReportFault } from '../faults.ts';
import { findValue, readTextKey, WRONG_VALUE } from '../read-keys.ts';
import type { YamlMap } from '../yaml-types.ts';
import type { Presence } from './types.ts';

/** A comment, or a tag with its attributes. */
const TAG =
  /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/giy;

interface HeadFault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const ALLOWED = "'head' holds <meta>, <link>, and <script src=…></script>, and comments.";

/** Tags that the owner wants in the head of every page, as they are written; what would break a page is reported. */
export function parseHeadTags(site: YamlMap, report: ReportFault): Pick<Presence, 'head'> {
  const value = findValue(site, 'head');
  if (readTextKey(value, "'head'", report) === undefined || value?.kind !== 'scalar') return {};
  const { source } = value;
  const faults = listHeadFaults(source.text);
  for (const { offset, ...fault } of faults)
    report({ ...WRONG_VALUE, ...fault, place: placeAt(source, offset) });
  return faults.length > 0 ? {} : { head: source.text.trim() };
}

/** Every fault of a text that is to stand in a head. */
function listHeadFaults(text: string): readonly HeadFault[] {
  const faults: HeadFault[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at >= text.length) return faults;
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (tag === null) {
      const [line = ''] = text.slice(at, at + 40).split('\n');
      faults.push({ offset: at, message: `'head' cannot hold '${line.trim()}'.`, hint: ALLOWED });
      return faults;
    }
    const [whole, slash, name = '', attributes = ''] = tag;
    const fault = name === '' ? undefined : judgeTag(name.toLowerCase(), attributes, slash === '/', text, at);
    if (fault !== undefined) {
      faults.push({ offset: at, ...fault });
      // What stands in an element that does not belong here is part of the same mistake.
      const end = new RegExp(`</${name}\\s*>`, 'i').exec(text.slice(at));
      at += slash === '' && end !== null ? end.index + end[0].length : whole.length;
      continue;
    }
    at += whole.length;
    if (name.toLowerCase() === 'script') at += /^\s*<\/script\s*>/i.exec(text.slice(at))?.[0].length ?? 0;
  }
}

function judgeTag(
  name: string,
  attributes: string,
  isEnd: boolean,
  text: string,
  at: number,
): Omit<HeadFault, 'offset'> | undefined {
  if (isEnd) return { message: `'head' ends '</${name}>', which does not begin there.`, hint: 'Remove it.' };
  const handler = /\s(on[a-z]+)\s*=/i.exec(attributes)?.[1];
  if (handler !== undefined)
    return { message: `'head' has '${handler}', whose code a policy forbids.`, hint: FILE_HINT };
  if (name === 'script') return judgeScript(attributes, text.slice(at));
  if (name === 'meta' || name === 'link') return judgeTwice(name, attributes);
  const hint =
    name === 'style'
      ? "Put the styles into styles.css of a theme folder: see 'theme' in the documentation of the site file."
      : ALLOWED;
  return { message: `'head' cannot hold '<${name}>'.`, hint };
}

const FILE_HINT = "Put the code into a file and name it: <script src='/assets/own.js' defer></script>.";

function judgeScript(attributes: string, rest: string): Omit<HeadFault, 'offset'> | undefined {
  if (!/\ssrc\s*=\s*["']?[^\s"'>]/i.test(attributes))
    return { message: "'head' has a script without 'src', which a policy forbids.", hint: FILE_HINT };
  if (/^<[^>]*>\s*<\/script\s*>/i.test(rest)) return undefined;
  return {
    message: "'head' has a script that does not end.",
    hint: "Write '</script>' right after its tag.",
  };
}

/** Pages have these already, and only one of each counts. */
function judgeTwice(name: string, attributes: string): Omit<HeadFault, 'offset'> | undefined {
  const twice =
    name === 'meta'
      ? (/\s(charset)\s*=/i.exec(attributes) ??
        /\sname\s*=\s*["']?(viewport|description)\b/i.exec(attributes))
      : /\srel\s*=\s*["']?(canonical)\b/i.exec(attributes);
  if (twice === null) return undefined;
  return { message: `'head' sets '${twice[1]}', which every page has already.`, hint: 'Remove the tag.' };
}
