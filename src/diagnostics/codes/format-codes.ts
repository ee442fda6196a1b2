import { CODES, formatCodeAnchor, nameRule } from './index.ts';
import type { CodeEntry } from './types.ts';

const CHAPTERS: readonly (readonly [title: string, stages: readonly string[]])[] = [
  ['The site file and the theme', ['config', 'theme', 'cards']],
  ['Files, frontmatter and the tree of pages', ['load']],
  ['Descriptions of an API', ['rest']],
  ['Conditions, and versions of a page or a feature', ['versions']],
  ['Liquid', ['resolve']],
  ['Markdown', ['markdown']],
  ['Links, lists and old addresses', ['links', 'navigation', 'redirects', 'search']],
  ['The site as a whole', ['check']],
  ['The ledger of addresses', ['ledger']],
  ['What translation tools give back', ['exchange']],
  ['The system and its disks', ['system']],
];

/** The text of `docs/content/reference/diagnostics.md`. Every code has to be in it: a stage that no chapter names is an error. */
export function formatCodes(codes: readonly CodeEntry[] = CODES): string {
  const known = new Set(CHAPTERS.flatMap(([, stages]) => stages));
  const lost = codes.filter(({ code }) => !known.has(readStage(code)));
  if (lost.length > 0)
    throw new Error(`No chapter names the stage of ${lost.map(({ code }) => code).join(', ')}`);
  const text = [formatPageCosts(), ...CHAPTERS.map((chapter) => formatChapter(chapter, codes))].join('\n\n');
  return `${INTRODUCTION}\n\n${keepRaw(text)}\n\n<!-- {% endraw %} -->\n`;
}

/** The document shows Liquid, so all of it is raw. An end tag that it shows must not end that. */
function keepRaw(text: string): string {
  return text
    .replace(/`\{(% (?:end)?raw %\})`/g, '<code>&#123;$1</code>')
    .replace(/\{% (?:end)?raw %\}/g, "{% endraw %}{{ '$&' }}{% raw %}");
}

const INTRODUCTION = `---
title: Diagnostics
intro: 'Every kind of mistake: what it means, what is published all the same, and what to do.'
versions: '*'
---

<!-- Made of src/diagnostics/codes/ by \`npm run docs\`. {% raw %} -->

Every mistake has a place, a code, and a sentence that says what to do. A mistake in one article costs as little as it can.

**A page is left out only where nobody can say which of its text is for the version at hand**, or where there is no page to
show. Then showing it might tell readers something false. Of every other mistake the page shows what is known: the block or
the tag is left out, or is shown as it is written.

An error stops the build, so nothing is published at all. With \`--keep-going\` the build publishes the pages that the sections
below keep. A page is judged in each version and language by itself: a mistake that only servers come to leaves the page of the
cloud as it is.

In conditions, nothing of the block is shown to the versions that come to the mistake. They do not get its \`else\` either: nobody
knows whom that is for. Branches before the mistake are sound.

A translation with an error is not shown with gaps. The part that has the error is shown in the source language instead, and
a warning says so: see [translations](../guides/translations.md).

How much a mistake weighs can be set in the site file, and a comment can ignore it in one place: see [checking](../guides/checking.md).`;

function formatPageCosts(): string {
  const codes = CODES.filter(({ costsPage }) => costsPage).map(({ code }) => formatCodeLink(code));
  return `## Mistakes that can cost the page

${codes.join(', ')}. As errors they stay what they are: neither the site file nor a comment makes less of them.`;
}

function formatCodeLink(code: string): string {
  return `[\`${code}\`](#${formatCodeAnchor(code)})`;
}

function formatChapter([title, stages]: (typeof CHAPTERS)[number], codes: readonly CodeEntry[]): string {
  const entries = codes.filter(({ code }) => stages.includes(readStage(code)));
  return [`## ${title}`, ...entries.map(formatEntry)].join('\n\n');
}

function readStage(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

function formatEntry(entry: CodeEntry): string {
  const { code, severity, means, example, remedy, cost, onlyCheck } = entry;
  const kind = `${severity === 'error' ? 'An error' : 'A warning'}${onlyCheck ? ' of `decant check`' : ''}`;
  const name = nameRule(entry);
  const short = name === code ? '' : `, \`${name}\` for short`;
  return [
    `### ${code}`,
    `${kind}${short}. ${means}`,
    `\`\`\`\`text\n${example}\n\`\`\`\``,
    `- What to do: ${remedy}`,
  ]
    .join('\n\n')
    .concat(`\n- ${onlyCheck ? 'What readers get' : 'Result'}: ${cost}`);
}
