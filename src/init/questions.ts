import { UsageError } from '../usage-error.ts';
import { compareReleases, RELEASE } from '../versions/index.ts';
import { HOSTS, type SiteAnswers } from './types.ts';

/** One thing that is asked, and how an answer is read. */
export interface InitQuestion {
  readonly key: keyof SiteAnswers;
  /** Without the colon. */
  readonly label: string;
  /** What is taken where nothing is said, knowing what was given or said before. */
  readonly fallback: (before: Partial<SiteAnswers>, folder: string) => string;
  /** @throws UsageError for what cannot be meant */
  readonly parse: (answer: string) => string | readonly string[];
}

/** In the order in which they are asked. */
export const QUESTIONS: readonly InitQuestion[] = [
  {
    key: 'title',
    label: 'Title of the site',
    fallback: ({ product }, folder) => (product === undefined ? createTitle(folder) : `${product} docs`),
    parse: parseName,
  },
  {
    key: 'product',
    label: 'Product that it documents',
    fallback: ({ title }) => (title ?? '').replace(/(?<!\s)\s+(?:docs|documentation)$/i, '') || 'Example',
    parse: parseName,
  },
  { key: 'releases', label: 'Releases', fallback: () => '2.0, 1.0', parse: parseReleaseList },
  {
    key: 'languages',
    label: 'Languages, the one you write in first (en, ja, …)',
    fallback: () => 'en',
    parse: parseLanguageList,
  },
  {
    key: 'host',
    label: `Where it is published (${HOSTS.join(', ')})`,
    fallback: () => 'none',
    parse: parseHost,
  },
  { key: 'url', label: 'Its address', fallback: () => 'https://docs.example.com/', parse: parseUrl },
];

/** `tea-kettle` is the folder of 'Tea kettle docs'. */
function createTitle(folder: string): string {
  const words = folder
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .replace(/\s?docs$/i, '');
  if (!/^[\p{L}\p{N} ]+$/u.test(words)) return 'Example docs';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} docs`;
}

function parseName(answer: string): string {
  const name = answer.trim().replace(/\s+/g, ' ');
  if (name === '') throw new UsageError('A name cannot be empty.');
  if (/\{[{%]|\p{Cc}/u.test(name))
    throw new UsageError(`The name '${name}' looks like Liquid: leave out '{{' and '{%'.`);
  return name;
}

function parseReleaseList(answer: string): readonly string[] {
  const releases = splitList(answer);
  const wrong = releases.find((release) => !RELEASE.test(release));
  if (wrong !== undefined)
    throw new UsageError(`The release '${wrong}' is not a number such as 2.0 or 3.14.1.`);
  if (releases.length === 0) throw new UsageError('Name at least one release: 2.0, 1.0.');
  return releases.toSorted((a, b) => compareReleases(b, a));
}

function parseLanguageList(answer: string): readonly string[] {
  const codes = splitList(answer);
  const wrong = codes.find((code) => !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(code));
  if (wrong !== undefined)
    throw new UsageError(`The language '${wrong}' is not a code such as en, ja or pt-BR.`);
  if (codes.length === 0) throw new UsageError('Name at least one language: en, ja.');
  return codes;
}

function parseHost(answer: string): string {
  const name = answer.trim().toLowerCase().replace(/\s+/g, '-');
  if ((HOSTS as readonly string[]).includes(name)) return name;
  throw new UsageError(`There is no host '${answer}'. The hosts are ${HOSTS.join(', ')}.`);
}

function parseUrl(answer: string): string {
  const url = URL.canParse(answer.trim()) ? new URL(answer.trim()) : undefined;
  const isBare = url !== undefined && url.search + url.hash + url.username + url.password === '';
  if (isBare && /^https?:$/.test(url.protocol)) return url.href;
  throw new UsageError(`'${answer}' is not an address such as https://docs.example.com/.`);
}

function splitList(answer: string): readonly string[] {
  return [...new Set(answer.split(/[\s,、]+/).filter((name) => name !== ''))];
}
