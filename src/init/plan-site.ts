import { createPlanName } from './create-plan-name.ts';
import { planFiles, planFrame } from './plan-frame.ts';
import { quote } from './quote.ts';
import type { Starter } from './read-starter.ts';
import type { InitPlan, SiteAnswers } from './types.ts';

/** A site of five articles that show the format, in a folder without any. */
export function planSite(
  answers: SiteAnswers,
  decant: string,
  starter: Starter,
  present: ReadonlyMap<string, string>,
): InitPlan {
  const frame = planFrame(answers, decant, present);
  const content = planFiles(fillStarter(answers, starter), present);
  return { changes: [...frame.changes, ...content.changes], notes: [...frame.notes, ...content.notes] };
}

/** The articles in the languages that they are written in; a site in other languages has them in English. */
function fillStarter(answers: SiteAnswers, starter: Starter): ReadonlyMap<string, string> {
  const [source = 'en', ...others] = answers.languages;
  const texts = starter.get(source) ?? starter.get('en') ?? new Map<string, string>();
  const translated = others.flatMap((code) =>
    [...(starter.get(code) ?? HOME_PAGE)]
      .filter(([file]) => !isStructure(file))
      .map(([file, text]) => [`translations/${code}/${file}`, text] as const),
  );
  const fill = createFill(answers);
  return new Map([
    [
      'data/variables/product.yml',
      `# Texts show it with {% data variables.product.name %}.\nname: ${quote(answers.product)}\n`,
    ],
    ...[...texts, ...translated].map(([file, text]) => [file, fill(text)] as const),
  ]);
}

/** A translation needs one file to begin with. */
const HOME_PAGE: ReadonlyMap<string, string> = new Map([['content/index.md', '---\ntitle: TITLE\n---\n']]);

/** Features are those of the source language. */
function isStructure(file: string): boolean {
  return file.startsWith('data/features/');
}

function createFill({ title, product, releases }: SiteAnswers): (text: string) => string {
  const [newest = '', older = newest] = releases;
  const words = new Map([
    ['TITLE', quote(title)],
    ['PLAN', createPlanName(product)],
    ['NEWEST', newest],
    ['OLDER', older],
  ]);
  const keepStretch = releases.length > 1 ? '$1' : '';
  return (text) => text.replace(OLDER_ONLY, keepStretch).replace(WORDS, (word) => words.get(word) ?? word);
}

/** What says something only where there are older releases. */
const OLDER_ONLY = /<!-- if there are older releases -->\n(.*?)<!-- end -->\n/gs;
const WORDS = /\b(?:TITLE|PLAN|NEWEST|OLDER)\b/g;
