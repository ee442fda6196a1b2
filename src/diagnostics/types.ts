/** A point in a source file. `file` is relative to the site's root, with `/`; line and column count from 1 (UTF-16 units). */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A point of the file that a `Place` beside it names. */
export type Point = Omit<Place, 'file'>;

export type Severity = 'error' | 'warning';

/** How much a kind of mistake weighs. `off` is for what nobody wants to hear of. */
export type RuleLevel = Severity | 'off';

/** A text to put in the place of another one. `start` and `end` are points of the file as it was read; `end` is not part of it. */
export interface FileEdit {
  readonly file: string;
  readonly start: Point;
  readonly end: Point;
  readonly text: string;
}

/** One way to put a mistake right: all of its edits, or none. */
export interface Fix {
  /** What it does, as an imperative: `Write {% ifversion ghes %}`. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/** A mistake of an author, as data. */
export interface Diagnostic {
  /** Stable, `stage/kind`: `link/broken`. Tests and ignore lists use it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is wrong, naming the thing. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly place: Place;
  /** Where it ends in the file of `place`, which is not part of it; absent where nobody knows. */
  readonly end?: Point;
  /** Ways to put it right, each of them sure to mean what is written. Absent where there is none. */
  readonly fixes?: readonly Fix[];
  /** The uses that brought the text in, innermost first; several chains are united in order. Empty if it stands in the page itself. */
  readonly via: readonly Place[];
  /** Short version ids (`ghes-3.2`) in which it shows; empty where versions play no part. */
  readonly versions: readonly string[];
  /** Language codes in which it shows; empty where languages play no part. */
  readonly languages: readonly string[];
}

/** What every stage returns: its value, and what it has to say about the input. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is to say about one article in one language. */
export interface OwnedDiagnostics {
  /** As `nameOwner` makes it. */
  readonly owner: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A Result whose diagnostics are known by the article that they belong to, in the order of `diagnostics`. */
export interface OwnedResult<T> extends Result<T> {
  readonly byOwner: readonly OwnedDiagnostics[];
}

/**
 * A text that came from a file. Where `verbatim`, each character stands in the file as it stands here, so places
 * inside are found by counting; otherwise (a folded or escaped YAML scalar) every offset maps to `place`.
 */
export interface Source {
  readonly text: string;
  readonly place: Place;
  readonly verbatim: boolean;
  /** UTF-16 units at its start that are in the file, where the rest was made of something else; all of it is if absent. */
  readonly ownLength?: number;
}
