/*
 * Finds articles: Pagefind's engine (WebAssembly) on the index of one version and language, which has a few parts. Runs as a worker of the
 * search dialog; the build imports it too, since texts and queries must be cut into words alike.
 */

/* Scripts that write no spaces between words. Hiragana stands alone: it is mostly endings and particles. */
const RUN =
  /([\p{sc=Han}]+|[\p{sc=Katakana}ー]+|[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+)|(\p{sc=Hiragana}+)|[^\s\u3000-\u303f・\p{sc=Han}\p{sc=Katakana}ー\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;

/* Too frequent to find anything by, where a query has other words. */
const COMMON = new Set(
  `a about an and any are as at be been between but by can could did do does for from had has have how i if in into is
  it its me my of on or our so than that the their them then there these they this those through to up use using via was
  we were what when where which while why will with would you your`.split(/\s+/),
);

/**
 * The words of a text for the index. Text without spaces becomes pairs of characters that overlap, so that a query
 * finds any part of it: 認証情報 gives 認証, 証情, 情報, and its last character for queries of one.
 */
export function cutText(text) {
  const words = [];
  for (const [run, spaceless, hiragana] of text.normalize('NFKC').matchAll(RUN)) {
    if (spaceless) words.push(...pair([...run]), ...(/\p{sc=Han}$/u.test(run) ? [...run].slice(-1) : []));
    else if (hiragana || /[\p{L}\p{N}]/u.test(run)) words.push(run);
  }
  return [...words];
}

/* With so many rarer words in a query, frequent ones decide nothing. */
const ENOUGH = 3;

/**
 * What to ask the index for, what to mark in the results, and what to ask for if nothing has all of the first. `common`
 * words are left out where there is any other, `frequent` ones where there are enough.
 */
export function cutQuery(query, { common: dear = new Set(), frequent = new Set() } = {}) {
  const terms = [];
  const loose = [];
  const marks = [];
  const endings = [];
  const common = [];
  for (const [run, spaceless, hiragana] of query.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    if (spaceless) {
      const pairs = pair([...run]);
      terms.push(...pairs);
      loose.push(
        ...(/\p{sc=Han}/u.test(run)
          ? pairs.filter((_, at) => at % 2 === 0 || at === pairs.length - 1)
          : pairs),
      );
      marks.push(run);
    } else if (hiragana) {
      endings.push(run);
    } else {
      const word = run.replace(/[^\p{L}\p{N}_]/gu, '');
      if (word === '') continue;
      if (COMMON.has(word) || dear.has(word)) {
        common.push(word);
        continue;
      }
      terms.push(word);
      loose.push(word);
      marks.push(run.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, ''));
    }
  }
  if (terms.length === 0)
    return { terms: [...endings, ...common], loose: [], marks: [...endings, ...common] };
  const rare = terms.filter((term) => !frequent.has(term));
  if (rare.length < ENOUGH || rare.length === terms.length) return { terms, loose, marks };
  return { terms: rare, loose: loose.filter((term) => !frequent.has(term)), marks };
}

function pair(characters) {
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => characters[at] + character);
}

/**
 * Opens an index. `load` gives the bytes of one of its files, `settings` is what `index.json` says of it.
 * Only what a query needs is loaded: pieces of the index, and the texts of the articles it shows.
 */
export async function openEngine(settings, load) {
  const index = await openIndex(settings, load);
  const articles = new Map();
  const known = { common: new Set(settings.common), frequent: new Set(settings.frequent) };

  /** Articles that have every term which stands anywhere, best first, and how many terms stand nowhere. `last` may be part of a word. */
  async function ask(terms, last) {
    const unique = [...new Set(terms)];
    const stand = await Promise.all(unique.map((term) => index.load(term, term === last)));
    const there = unique.filter((_, at) => stand[at]);
    const found = there.length > 0 ? index.search(there) : [];
    return { found: rank(found, there.length), missing: unique.length - there.length };
  }

  /** Articles that have as many of the terms as any has. */
  async function askForAny(terms, last) {
    const found = new Map();
    for (const term of new Set(terms)) {
      for (const { name, score, places } of (await ask([term], last)).found) {
        const article = found.get(name) ?? { name, score: 0, places: [], count: 0 };
        article.count += 1;
        article.score += score;
        article.places.push(...places);
        found.set(name, article);
      }
    }
    const most = Math.max(...[...found.values()].map(({ count }) => count));
    return [...found.values()].filter(({ count }) => count === most).sort(compareScores);
  }

  /** The query with near words in the place of those that no article has; undefined where there are none. */
  async function correct(query) {
    const { terms } = cutQuery(query, known);
    let [corrected, end] = ['', 0];
    for (const { 0: run, 1: spaceless, 2: hiragana, index: start } of query.matchAll(RUN)) {
      const [, before, word] = /^([^\p{L}\p{N}]*)(\p{L}{5,})[^\p{L}\p{N}]*$/u.exec(run) ?? [];
      if (spaceless || hiragana || !word || !terms.includes(fold(word))) continue;
      const near = await findNear(fold(word), terms.at(-1));
      if (near === undefined) continue;
      const at = start + before.length;
      corrected += query.slice(end, at) + near;
      end = at + word.length;
    }
    return end > 0 ? corrected + query.slice(end) : undefined;
  }

  async function findNear(term, last) {
    if ((await index.load(term, term === last)) === term) return;
    const lists = await index.loadWords();
    // A word that another version has is no mistake.
    if (lists.some(({ words }) => words.includes(term))) return;
    for (const near of listNear(term, lists)) if ((await index.load(near)) === near) return near;
  }

  return {
    /**
     * `count` articles of all that match a query, beginning with number `start`. Partly, if none has all of its words; `near` is the query
     * that was asked instead of one with words that stand nowhere. With a product, only its articles.
     */
    async search(query, start = 0, count = 4, product = '') {
      const near = await correct(query);
      const { terms, loose, marks } = cutQuery(near ?? query, known);
      const last = terms.at(-1);
      let { found } = await ask(terms, last);
      if (found.length === 0 && loose.length < terms.length) found = (await ask(loose, last)).found;
      const isMissed = found.length === 0 && loose.length > 1;
      if (isMissed) found = await askForAny(loose, last);
      const isPartly = isMissed || (found.length > 0 && (await ask(loose, last)).missing > 0);
      const products = countProducts(found);
      if (products.some(([name]) => name === product))
        found = found.filter((each) => each.product === product);
      const results = found.slice(start, start + count).map(async ({ name, places }) => {
        const article = await remember(articles, name, async () => parse(await unpack(await load(name))));
        return showArticle(article, settings.prefix, places, marks);
      });
      return {
        total: found.length,
        isPartly,
        near,
        products,
        needles: marks.map((word) => toNeedle(word).source),
        results: await Promise.all(results),
      };
    },
  };
}

/* What a word of a title weighs, at least. */
const TITLE = 168;

/**
 * Titles first: an article whose title has all that is asked for, and little else, is what a reader wants, however often others speak of it.
 * Every word stands in a title once.
 */
function rank(found, terms) {
  const weigh = ({ score, places, titleLength }) => {
    const matched = places.filter(([, weight]) => weight >= TITLE).length;
    const asked = Math.min(1, matched / terms);
    const said = Math.min(1, matched / Math.max(1, titleLength));
    return score * (1 + asked * asked * (1 + 2 * said));
  };
  return found.map((each) => ({ ...each, score: Number(weigh(each).toPrecision(5)) })).sort(compareScores);
}

/*
 * The engine adds up in any order, so the last digits differ from one question to the next, and so does the order of equals. Names
 * end with a number, and the shorter one is the smaller.
 */
function compareScores(one, other) {
  return other.score - one.score || one.name.length - other.name.length || (one.name < other.name ? -1 : 1);
}

/** Names of products with the numbers of their articles, most first. */
function countProducts(found) {
  const counts = new Map();
  for (const { product } of found) if (product) counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

function fold(text) {
  return text.normalize('NFKC').toLowerCase();
}

/* Words that are tried in the place of one that stands nowhere. */
const MOST_NEAR = 3;

/** Words that differ by a letter or two, nearest first, then those that begin alike, then those that most texts have. */
function listNear(term, lists) {
  const most = term.length < 8 ? 1 : 2;
  const found = new Map();
  for (const { words, rarity } of lists)
    for (const word of words) {
      if (Math.abs(word.length - term.length) > most) continue;
      const steps = countSteps(term, word, most);
      if (steps > most) continue;
      const rank = steps * 100 + (word[0] === term[0] ? 0 : 50) + rarity;
      found.set(word, Math.min(rank, found.get(word) ?? rank));
    }
  return [...found]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST_NEAR)
    .map(([word]) => word);
}

/** How many letters are to be added, taken away, changed or swapped to make one word of another: more than `most` is not counted on. */
function countSteps(one, other, most) {
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (isSame ? 0 : 1));
      if (to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1])
        row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

/**
 * The parts of an index as one: the engine is given what they have of a word together, and so weighs words and shortens unknown ones as
 * if all were indexed at once. Texts lie beside them, for other versions show them too.
 */
async function openIndex({ engine: program, bundles }, load) {
  const unpacked = (name) => load(name).then(unpack);
  const [engine, ...lists] = await Promise.all([
    unpacked(program).then((code) => WebAssembly.instantiate(code.subarray(SIGNATURE), IMPORTS)),
    ...bundles.map(({ index }) => unpacked(`${index}list`).then(parse)),
  ]).then(([{ instance }, ...rest]) => [connect(instance.exports), ...rest]);
  const [{ form, rest }] = lists;
  const init = (pages, ranges) => engine.init_pagefind(encode([form, pages, ranges, ...rest]));
  let before = 0;
  const parts = lists.map((list, number) => {
    const ranges = list.starts.map((start, at, starts) => [start, endBefore(starts[at + 1]), String(at)]);
    const offset = before;
    before += list.counts.length;
    return { folder: bundles[number].index, ranges, offset, finder: init([], ranges) };
  });
  const counts = lists.flatMap((list) => list.counts);
  const names = lists.flatMap(({ texts }, number) => {
    const files = bundles[number].texts.flatMap(([folder, count]) =>
      Array.from({ length: count }, (_, file) => `${folder}${file}`),
    );
    let at = 0;
    return texts.map((step) => {
      at += step;
      return files[at];
    });
  });
  const titles = lists.flatMap((list) => list.titles);
  const products = lists.flatMap((list) => list.products.map((product) => list.names[product]));
  const pages = counts.map((words, number) => [String(number), words]);
  let whole = engine.set_ranking_weights(init(pages, []), JSON.stringify(RANKING));
  const pieces = new Map();
  const words = new Map();
  const stems = new Map();

  /** Adds a piece of a part to what is known. A word that other parts have as well is told again with all of its places. */
  async function loadPiece(name, { folder, offset }) {
    const [own] = decode((await unpacked(`${folder}${name}`)).subarray(SIGNATURE));
    const told = own.map(([word, places, spellings]) => {
      const known = words.get(word) ?? { places: [], spellings: new Map() };
      words.set(word, known);
      addPlaces(known.places, places, offset);
      for (const [spelling, found] of spellings) {
        if (!known.spellings.has(spelling)) known.spellings.set(spelling, []);
        addPlaces(known.spellings.get(spelling), found, offset);
      }
      const others = [...known.spellings].map(([spelling, found]) => [spelling, listPlaces(found)]);
      return [word, listPlaces(known.places), others];
    });
    whole = engine.load_index_chunk(whole, encode([told]));
  }

  function loadPieces(part, named) {
    return Promise.all(
      named.map((name) => remember(pieces, `${part.folder}${name}`, () => loadPiece(name, part))),
    );
  }

  /** The piece where a word would stand as it is written. */
  function findPiece({ ranges }, word) {
    return ranges.find(([from, to]) => from <= word && word <= to)?.[2];
  }

  /**
   * The engine names the piece where a word would stand as it is written, and that of its stem. Words are indexed by their
   * stems: the former is of use for a word that is still being typed.
   */
  function listPieces(part, term, isLast) {
    const named = JSON.parse(engine.request_indexes(part.finder, term));
    const written = findPiece(part, term);
    const ofStem = named.filter((name) => name !== written);
    if (!isLast) return ofStem.length === 0 ? named : ofStem;
    if (term.length > LONGEST_PART) return named;
    const longer = part.ranges.filter(([from, , name]) => from.startsWith(term) && !named.includes(name));
    return [...named, ...longer.slice(0, MOST_LONGER).map(([, , name]) => name)];
  }

  /** The pieces where the words would stand that a term begins with. */
  function listShorter(part, term) {
    const lengths = Array.from({ length: Math.max(0, term.length - SHORTEST) }, (_, at) => SHORTEST + at);
    const found = lengths.map((length) => findPiece(part, term.slice(0, length)));
    return [...new Set(found)].filter((name) => name !== undefined);
  }

  /** The stem of a word, which the engine tells by naming where it would stand: in a list of all that the word begins with, or nearly. */
  function findStem(term) {
    const letters = new Set(`abcdefghijklmnopqrstuvwxyz${term}`);
    const ranges = Array.from({ length: term.length + 1 }, (_, at) => term.slice(0, at)).flatMap((start) => [
      [start, start, start],
      ...[...letters]
        .filter((letter) => letter !== term[start.length])
        .map((letter) => [start + letter, `${start}${letter}${LAST}`, start + letter]),
    ]);
    return JSON.parse(engine.request_indexes(init([], ranges), term)).find((name) => name !== term) ?? term;
  }

  function loadAll(listNames) {
    return Promise.all(parts.map((part) => loadPieces(part, listNames(part))));
  }

  return {
    /**
     * Loads what there is of a term, and gives it, or what the engine takes it for: the longest word that an unknown one begins with, which has
     * to be known of all parts, and says something only if it is not too short. Undefined where there is none.
     */
    async load(term, isLast) {
      await loadAll((part) => listPieces(part, term, isLast));
      if (!stems.has(term)) stems.set(term, findStem(term));
      const stem = stems.get(term);
      const isKnown = () => [...words.keys()].some((word) => word.startsWith(stem));
      if (isKnown()) return term;
      await loadAll((part) => listShorter(part, term));
      if (isKnown()) return term;
      const shorter = [...words.keys()].filter((word) => word.length >= SHORTEST && stem.startsWith(word));
      const [longest] = shorter.sort((one, other) => other.length - one.length);
      if (longest === undefined) return;
      await loadAll((part) => [findPiece(part, longest)].filter((name) => name !== undefined));
      return longest;
    },
    /** The words of all versions, by how rare they are. */
    loadWords() {
      return remember(pieces, 'words', async () => {
        const all = await Promise.all(bundles.map(async ({ words: file }) => parse(await unpacked(file))));
        return all.flatMap((own) =>
          own.map((list, frequency) => ({ words: list.split(' '), rarity: own.length - frequency })),
        );
      });
    },
    /** Texts that have all terms, best first, with the places of their words that match. */
    search(terms) {
      const query = terms.join(' ');
      const { results } = JSON.parse(engine.search(whole, query, query, '{}', '', 0, 0));
      return results.map(({ p, s, l }) => ({
        name: names[Number(p)],
        score: s,
        places: l.map((place) => [place.l, place.w]),
        titleLength: titles[Number(p)],
        product: products[Number(p)],
      }));
    },
  };
}

/* Places are told by steps from one text to the next, and here kept by the numbers of texts. */
function addPlaces(known, places, offset) {
  let number = offset;
  for (const [step, ...where] of places) {
    number += step;
    known.push([number, ...where]);
  }
}

function listPlaces(known) {
  const sorted = known.sort(([one], [other]) => one - other);
  return sorted.map(([number, ...where], at) => [number - (sorted[at - 1]?.[0] ?? 0), ...where]);
}

/** The last text that stands before another one in the order of characters. */
function endBefore(text = LAST) {
  const characters = [...text];
  const code = characters.pop().codePointAt(0) - 1;
  // Halves of characters are none.
  return `${characters.join('')}${String.fromCodePoint(code === 0xdfff ? 0xd7ff : code)}${LAST}`;
}

const LAST = '\u{10ffff}';

function parse(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/* What may be part of a word, and pieces that are loaded beside the first for words that begin with it: "repo" is to find repositories. */
const LONGEST_PART = 5;
const MOST_LONGER = 2;

/* Characters of a word that says something of longer ones. */
const SHORTEST = 4;

/* Matches in titles weigh most; a long article is not worse for its length. */
const RANKING = { page_length: 0.4, term_saturation: 1.2, term_similarity: 1, meta_weights: { title: 5 } };

/* Pagefind puts these characters before everything it packs: pagefind_dcd. */
const SIGNATURE = 12;

/** Lists and pieces of an index in Pagefind's own form: CBOR (RFC 8949) of whole numbers, texts and lists. */
function encode(value) {
  const bytes = [];
  const write = (each) => {
    const isList = Array.isArray(each);
    const text = typeof each === 'string' ? new TextEncoder().encode(each) : [];
    const kind = isList ? 4 : typeof each === 'string' ? 3 : each < 0 ? 1 : 0;
    const size = kind === 0 ? each : kind === 1 ? -1 - each : isList ? each.length : text.length;
    const width = size < 24 ? 0 : size < 256 ? 1 : size < 65536 ? 2 : 4;
    bytes.push((kind << 5) | (width ? 24 + Math.log2(width) : size));
    for (let at = width - 1; at >= 0; at--) bytes.push((size >>> (8 * at)) & 255);
    for (const byte of text) bytes.push(byte);
    if (isList) each.forEach(write);
  };
  write(value);
  return new Uint8Array(bytes);
}

function decode(bytes) {
  let at = 0;
  const read = () => {
    const head = bytes[at++];
    let size = head & 31;
    if (size > 23) {
      const width = 1 << (size - 24);
      size = 0;
      for (const end = at + width; at < end; at++) size = size * 256 + bytes[at];
    }
    const kind = head >> 5;
    if (kind === 4) return Array.from({ length: size }, read);
    if (kind !== 3) return kind === 1 ? -1 - size : size;
    at += size;
    return new TextDecoder().decode(bytes.subarray(at - size, at));
  };
  return read();
}

/** Gives what was made before under a name. What failed may be tried again. */
function remember(made, name, make) {
  if (!made.has(name)) {
    const making = make(name).catch((error) => {
      made.delete(name);
      throw error;
    });
    made.set(name, making);
  }
  return made.get(name);
}

/** Files are packed with gzip; some servers unpack them on the way. */
async function unpack(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/* What the engine asks of its surroundings, and how texts go in and out of its memory: the interface of wasm-bindgen. */
let table;
const IMPORTS = {
  './pagefind_web_bg.js': {
    __wbindgen_init_externref_table() {
      table();
    },
  },
};

function connect(wasm) {
  table = () => {
    const references = wasm.__wbindgen_externrefs;
    const offset = references.grow(4);
    [undefined, null, true, false].forEach((value, at) => {
      references.set(offset + at, value);
    });
    references.set(0, undefined);
  };
  wasm.__wbindgen_start();
  const memory = () => new Uint8Array(wasm.memory.buffer);
  const give = (value) => {
    if (typeof value === 'number') return [value];
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
    memory().set(bytes, at);
    return [at, bytes.length];
  };
  const take = (answer) => {
    if (!Array.isArray(answer)) return answer >>> 0;
    const [at, length] = answer;
    const text = new TextDecoder().decode(memory().subarray(at >>> 0, (at >>> 0) + length));
    wasm.__wbindgen_free(at, length, 1);
    return text;
  };
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...values) =>
          take(wasm[name](...values.flatMap(give))),
    },
  );
}

/* Sections of an article that are shown, and characters of a text. */
const MOST_SECTIONS = 3;
const LENGTH = 130;
/* The weight of a word that stands in no heading. */
const PLAIN = 24;

/**
 * An article as a result: its sections that match best, each with the stretch of its text around the match. Every word
 * stands once in its section in the index, so the places in a section are different words; those in a heading count more.
 */
function showArticle({ address, title, trail, sections }, prefix, places, marks) {
  const href = address.startsWith('/') ? address : `${prefix}${address}`;
  const needles = marks.map(toNeedle);
  const [lead = ['', '', '']] = sections;
  const best = sections
    .map(([id, heading, text, start], at) => {
      const end = sections[at + 1]?.[3] ?? Number.POSITIVE_INFINITY;
      const inside = places.filter(([place]) => place >= start && place < end);
      return {
        id,
        heading,
        text,
        at,
        score: inside.reduce((sum, [, weight]) => sum + (weight > PLAIN ? 3 : 1), 0),
      };
    })
    .filter(({ id, score }) => id !== '' && score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.at - b.at);
  return {
    href,
    title: mark(title, needles),
    trail,
    text: cutOut(lead[2], needles),
    sections: best.map(({ id, heading, text }) => ({
      href: `${href}#${encodeURIComponent(id)}`,
      title: mark(heading, needles),
      text: cutOut(text, needles),
    })),
  };
}

/* Endings that the engine's stemmer would take off: who asks for "publishing" wants "publish" marked as well. */
const ENDING = /(?<=[a-z]{3})(?:ations?|ings?|ies|ied|ed|es|s|e|y)$/;

function toNeedle(word) {
  const isLatin = /^[\x21-\x7e]+$/.test(word);
  const text = (isLatin ? word.replace(ENDING, '') : word).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return new RegExp(isLatin ? `(?<![a-z0-9])${text}[a-z0-9_]*` : text, 'gi');
}

/** Stretches of a text in turns: plain, marked, plain and so on. */
function mark(text, needles) {
  const spans = needles
    .flatMap((needle) =>
      [...text.matchAll(needle)].map((match) => [match.index, match.index + match[0].length]),
    )
    .sort(([a], [b]) => a - b);
  const parts = [];
  let end = 0;
  for (const [from, to] of spans) {
    if (from < end || to === from) continue;
    parts.push(text.slice(end, from), text.slice(from, to));
    end = to;
  }
  return [...parts, text.slice(end)];
}

/** The stretch of a text that holds the most different marks, begun and ended at a word where there are spaces. */
function cutOut(text, needles) {
  const hits = needles.flatMap((needle, number) =>
    [...text.matchAll(needle)].map(({ index }) => ({ index, number })),
  );
  let start = 0;
  let most = 0;
  for (const { index } of hits.sort((a, b) => a.index - b.index)) {
    const inside = hits.filter((hit) => hit.index >= index && hit.index < index + LENGTH - 30);
    const kinds = new Set(inside.map(({ number }) => number)).size;
    if (kinds > most) [start, most] = [Math.max(0, index - 30), kinds];
  }
  if (text.length - start < LENGTH) start = Math.max(0, text.length - LENGTH);
  const from = start === 0 ? 0 : start + (/^\S{0,12}\s/.exec(text.slice(start))?.[0].length ?? 0);
  const cut = text.slice(from, from + LENGTH);
  const isWhole = from + LENGTH >= text.length;
  const tidy = isWhole ? cut : cut.replace(/\s\S{0,12}$/, '');
  return mark(`${from > 0 ? '… ' : ''}${tidy}${isWhole ? '' : ' …'}`, needles);
}

/* As a worker: opens the index it is sent, then answers queries. */
if (typeof WorkerGlobalScope !== 'undefined' && self instanceof WorkerGlobalScope) {
  let engine;
  self.onmessage = async ({ data: { id, settings, query, start, product } }) => {
    try {
      if (settings) {
        const load = async (name) => {
          const response = await fetch(new URL(name, settings.base));
          if (!response.ok) throw new Error(`${response.status} ${name}`);
          return new Uint8Array(await response.arrayBuffer());
        };
        engine = openEngine(settings, load);
      } else {
        self.postMessage({ id, ...(await (await engine).search(query, start, undefined, product)) });
      }
    } catch (error) {
      self.postMessage({ id, error: String(error) });
    }
  };
}
