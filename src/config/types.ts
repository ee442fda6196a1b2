import type { Diagnostic, RuleLevel } from '../diagnostics/types.ts';
import type { Version, VersionSet } from '../versions/types.ts';
import type { Presence } from './presence/types.ts';

/** A plan of the product as the site file declares it: a cloud edition, numbered server releases, a managed edition. */
export interface Plan {
  /** Long name, used in addresses: `enterprise-server`. */
  readonly id: string;
  /** Short name, used in conditions and on the command line: `ghes`. */
  readonly short: string;
  /** Name for readers: `Enterprise Server`. */
  readonly name: string;
  readonly isDefault: boolean;
  /** Numbered releases, newest first; empty for a plan without numbers. */
  readonly releases: readonly string[];
  /** The coming release: its number, `true` for a plan without numbers, absent if none is announced. */
  readonly next?: string | true;
  readonly deprecated: readonly string[];
  /** `issue-N` names that are true in this plan (`ghae: 'issue-1234'`). */
  readonly issues: readonly string[];
  /** How addresses name its releases, where the site file says so. */
  readonly addresses?: PlanAddresses;
  /** By release: when it came out and when its support ends, `2022-02-16`. */
  readonly dates?: Readonly<Record<string, ReleaseDates>>;
}

/** Patterns of what stands in addresses in the place of a version, with `{plan}`, `{short}` and `{release}`. */
export interface PlanAddresses {
  /** Of each release; `{plan}@{release}` where it is absent. */
  readonly version?: string;
  /** Of the newest release. */
  readonly newest?: string;
  /** Another name of the newest release, which leads on to its pages. */
  readonly alias?: string;
}

/** Days of a release, each `YYYY-MM-DD`. */
export interface ReleaseDates {
  readonly released?: string;
  readonly deprecated?: string;
}

/** A language of the site. The first one of the list is the source language: it rules structure. */
export interface Language {
  /** `en`, `ja`: the first segment of addresses and the value of `lang`. */
  readonly code: string;
  /** In the language itself: `日本語`. */
  readonly name: string;
  /** Folder that holds its `content/` and `data/`, relative to the root with `/`: `.`, `translations/ja-JP`. */
  readonly dir: string;
  /** Codes that old addresses have for it: `jp` for `ja`. Absent where there are none. */
  readonly aliases?: readonly string[];
  /** Absent where lines run from left to right. */
  readonly direction?: 'rtl';
}

/** `data/site.yml`, complete and checked: defaults filled in, frozen. */
export interface SiteConfig extends Presence {
  /** Absolute path of the folder that holds `content/` and `data/`. */
  readonly root: string;
  readonly title: string;
  /** Absolute address of the published site, with a trailing slash. */
  readonly baseUrl: string;
  /** Path part of `baseUrl`, with slashes at both ends: `/` or `/docs/`. Every address in a page begins with it. */
  readonly basePath: string;
  readonly languages: readonly Language[];
  readonly plans: readonly Plan[];
  /** Whether raw HTML is cleaned (`clean`) or kept as it is (`trusted`). */
  readonly html: 'clean' | 'trusted';
  /** Whether dollars stand around formulas; absent where they do not. */
  readonly math?: boolean;
  /** What draws diagrams; without it their source is shown. */
  readonly diagrams?: 'mermaid';
  /** Lists of old addresses to write for hosts, beside the stubs. */
  readonly redirects: readonly RedirectFormat[];
  /** Whether an old address has a stub where the lists lead on from it; true where it is absent. */
  readonly redirectStubs?: false;
  /** The host whose file `_headers` is written, with the policy of docs/publishing.md; without it, none is. */
  readonly headers?: 'netlify' | 'cloudflare';
  /** File, relative to the root, that keeps every address that was published; without it, a build does not look. */
  readonly ledger?: string;
  /** Where a file can be changed: `https://forge.example.com/docs/edit/main/{file}`. */
  readonly editUrl?: string;
  /** Where a prompt can be put to a chat: `https://chat.example.com/?q={prompt}`. Without it, prompts are no links. */
  readonly promptUrl?: string;
  /** Whether feeds tell of releases and of release notes; absent where they do not. */
  readonly feeds?: boolean;
  /** Where the day of an article's last change comes from; without it, pages do not say. */
  readonly lastUpdated?: 'git';
  /** What says in words which versions have it, where only some of them do; without it, nothing does. */
  readonly availability?: 'headings';
  /** Paths of pages that `children` may name although their files are not there: `early-access`, `packages/internal`. */
  readonly optionalChildren?: readonly string[];
  /** Whether pages say what differs between releases. */
  readonly changes: boolean;
  /** Whether a build makes a search index. */
  readonly search: boolean;
  /** Tools and platforms that the site has tags for beside those of the format, in the order of their tabs. */
  readonly tools?: readonly string[];
  readonly platforms?: readonly string[];
  /** Tags of other engines by name, each with the tag of the format that it stands for; `none` for one that goes. */
  readonly tags?: Readonly<Record<string, TagTarget>>;
  /** Values by the names that Liquid finds them under. A text may name a fact of the version: `{{ currentRelease }}`. */
  readonly liquid?: Readonly<Record<string, unknown>>;
  /** How much kinds of mistakes weigh, by code, where the site says so. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** Folder, relative to the root, with templates, styles and scripts of the site's own. Its modules run in the build. */
  readonly theme?: string;
}

/** A host, or kind of host, whose list of redirects a site can have. */
export type RedirectFormat = 'json' | 'netlify' | 'cloudflare' | 'nginx';

/** What a tag of another engine can stand for. */
export type TagTarget =
  | 'ifversion'
  | 'codetabs'
  | 'codetab'
  | 'note'
  | 'tip'
  | 'warning'
  | 'danger'
  | 'rowheaders'
  | 'prompt'
  | 'none';

/** A site file that was read, and what of its site is asked for. Made once: links compare versions by identity. */
export interface SiteSetup {
  readonly config: SiteConfig;
  /** All versions of the site, also those that are not asked for. */
  readonly versions: readonly Version[];
  /** The versions asked for; all published ones where none was named. */
  readonly built: VersionSet;
  /** Codes of the languages asked for, in the order of the site file. */
  readonly languages: readonly string[];
  /** Code of the first language of the site file, which rules structure. */
  readonly sourceLanguage: string;
  /** What is to say about the site file. */
  readonly diagnostics: readonly Diagnostic[];
}
