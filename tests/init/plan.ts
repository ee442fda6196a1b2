import {
  findMarkdown,
  type InitPlan,
  planAdoption,
  planSite,
  readStarter,
  type SiteAnswers,
  type SiteDescription,
} from '../../src/init/index.ts';

const ANSWERS: SiteAnswers = {
  title: 'Kettle docs',
  product: 'Tea Kettle',
  releases: ['2.0', '1.0'],
  languages: ['en'],
  url: 'https://docs.example.com/',
  host: 'none',
};

/** A site in an empty folder. */
export async function planNew(answers: Partial<SiteAnswers> = {}): Promise<InitPlan> {
  return planSite({ ...ANSWERS, ...answers }, '^1.0.0', await readStarter(), new Map());
}

/** What a folder with these files becomes. */
export function adopt(
  files: Readonly<Record<string, string>>,
  answers: Partial<SiteDescription> = {},
): InitPlan {
  const present = new Map(Object.entries(files));
  const markdown = findMarkdown([...present.keys()]);
  if (markdown === undefined) throw new Error('There is no Markdown.');
  return planAdoption({ ...ANSWERS, ...answers }, '^1.0.0', markdown, present);
}

/** The files as they are afterwards. */
export function applyPlan(
  { changes }: InitPlan,
  files: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map([...Object.entries(files), ...changes.map(({ file, after }) => [file, after] as const)]);
}
