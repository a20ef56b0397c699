// @ts-check
/**
 * The files that the build wrote for looking things up, fetched when a reader first asks, each once.
 */
import { among, Concordance } from "./concordance.js";
import { parse } from "./days.js";
import { Hay, Lines, simple, words } from "./match.js";

/** @typedef {import("./days.js").Names} Names */
/** @typedef {[status: number, sources: number, origins: number, disputes: number, disputed: number, kinds: number,
 *   claims: number[] | null, rivals: number[] | null]} Form how an event stands; null: all of them */
/** @typedef {Record<string, any> & {dates: Names, sheets: Record<string, any>, groups: Record<string, string>}} Words */
/** @typedef {{format: number, through: number, days: number[], changes: number[],
 *   dates: [machine: string, said: string, first: number[], longer: number[]], heads: [string, string][], forms: Form[],
 *   facets: Record<string, [string, string, string?][]>, former: Record<string, string>, ids: string, titles: string,
 *   fold: Record<string, string>, ascii: boolean, events: {date: number[], head: number[], claims: number[]},
 *   marks: Record<string, string>, lists: Record<string, [counts: string, values: number[]]>, stands: number[],
 *   rivals: Record<string, number[]>, updated: number[], expectations: [string, number[], string[]][],
 *   tracks: [string, string, number[], ([string, string] | null)[]][]}} Sift */
/** @typedef {{words: Words, addresses: import("./links.js").Addresses,
 *   shards: {words: number[], sources: number[], index: string[]}}} Interface */
/** @typedef {{address: string, title: string, text: string, folded: string}} Document */

/** A list of short lists of numbers, in two long ones: where each begins in the other.
 * @typedef {{starts: Int32Array, values: ArrayLike<number>}} Lists */

/** Numbers, of which each is given as what it adds to the one before. @param {number[]} steps */
function summed(steps) {
  const numbers = new Int32Array(steps.length);
  for (let at = 0, sum = 0; at < steps.length; at++) numbers[at] = sum += steps[at];
  return numbers;
}

/** Small numbers, of which each is given as a sign, counted from "0". @param {string} text */
function signs(text) {
  const numbers = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) numbers[at] = text.charCodeAt(at) - 48;
  return numbers;
}

/** @param {[counts: string, values: number[]]} given @returns {Lists} */
function lists([counts, values]) {
  const starts = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) starts[at + 1] = starts[at] + counts.charCodeAt(at) - 48;
  return { starts, values };
}

/** All events, as columns. */
export class Events {
  /** @param {Sift} sift @param {Interface} interface_ @param {string} base where the files are */
  constructor(sift, { words, addresses, shards }, base) {
    this.addresses = addresses;
    this.shards = shards;
    this.sift = sift;
    this.words = words;
    this.base = base;
    this.size = sift.events.date.length;
    this.ids = new Lines(sift.ids);
    this.index = new Concordance(shards.index, this.size);
    this.titles = new Hay(sift.titles, sift.fold, sift.ascii);
    this.date = summed(sift.events.date);
    this.head = summed(sift.events.head);
    this.claims = sift.events.claims;
    const [machine, said, first, longer] = sift.dates;
    /** The distinct dates, as machines read them and in words. */
    this.machine = new Lines(machine);
    this.inWords = new Lines(said);
    this.first = this.date.map((date) => first[date]);
    this.last = this.date.map((date) => first[date] + longer[date]);
    /** The years and decades of the record, as its headings have them, with the days they reach to. */
    this.calendar = [...new Set(sift.heads.map(([anchor]) => /^_([^-]+)/.exec(anchor)?.[1].toUpperCase() ?? ""))].map((year) => parse(year)).filter((year) => year !== null);
    /** In which of them each event may lie. */
    this.yearsOf = this.within();
    this.topics = lists(sift.lists.topic);
    this.actors = lists(sift.lists.actor);
    this.kind = signs(sift.marks.kind);
    this.course = signs(sift.marks.course);
    this.key = signs(sift.marks.key);
    this.updated = new Set(sift.updated);
    /** When each event changed, by the numbers of days; which days these are; all days of change in their order. */
    this.since = lists(sift.lists.states);
    this.ordinals = summed(sift.days);
    this.changes = [...summed(sift.changes)];
    /** What is asked of every form, as columns: thousands of events share a few of them. */
    this.statusOf = Uint8Array.from(sift.forms, (form) => form[0]);
    this.disputedIn = Uint8Array.from(sift.forms, (form) => form[4]);
    this.kindsOf = Int32Array.from(sift.forms, (form) => form[5]);
    /** @type {Map<number, Int32Array>} */
    this.days = new Map();
    /** The text of events and documents, once it is asked for: that of events also piece by piece. @type {Shards | null} */
    this.said = null;
    /** @type {(Piece | undefined)[]} */
    this.pieces = shards.words.map(() => undefined);
    /** @type {Shards | null} */
    this.sources = null;
    /** @type {Document[] | null} */
    this.pages = null;
    /** Since when each document was out, once it is asked for. @type {Record<string, number>} */
    this.known = {};
    this.dated = false;
  }

  /** @returns {Lists} */
  within() {
    const starts = new Int32Array(this.size + 1);
    /** @type {number[]} */
    const values = [];
    for (let place = 0; place < this.size; place++) {
      this.calendar.forEach(({ first, last }, at) => {
        if (this.last[place] >= first && this.first[place] <= last) values.push(at);
      });
      starts[place + 1] = values.length;
    }
    return { starts, values };
  }

  /** For each event the number of its form on a day, -1 where it was not known. @param {number} day */
  forms(day) {
    const asked = Math.min(day, this.sift.through);
    let found = this.days.get(asked);
    if (found) return found;
    found = new Int32Array(this.size).fill(-1);
    const { ordinals, sift: { stands } } = this;
    const { starts, values } = this.since;
    for (let place = 0; place < this.size; place++) {
      for (let at = starts[place]; at < starts[place + 1] && ordinals[values[at]] <= asked; at++) found[place] = stands[at];
    }
    if (this.days.size > 20) this.days.clear();
    this.days.set(asked, found);
    return found;
  }

  /** The day of change before or after another, if there is one. @param {number} day */
  around(day) {
    return { earlier: this.changes.filter((other) => other < day).pop(), later: this.changes.find((other) => other > day) };
  }

  /** The years that the record speaks of. @returns {[number, number]} */
  get years() {
    const years = this.sift.heads.map(([anchor]) => parseInt(anchor.slice(1).replace(/x/g, "0"), 10));
    return years.length ? [Math.min(...years), Math.max(...years)] : [0, 0];
  }

  /** Whether a question can be answered with what is here. @param {import("./question.js").Question} question */
  answers(question) {
    return !this.index.missing(lookedUp(question.q)).length && Boolean(this.said || !readsTexts(question));
  }

  /** What a question needs. @param {import("./question.js").Question} question */
  async prepare(question) {
    const pieces = this.index.missing(lookedUp(question.q)).map((number) => this.loadIndex(number));
    await Promise.all([...pieces, readsTexts(question) ? this.loadWords() : null]);
  }

  /** @param {number} number of a piece */
  async loadIndex(number) {
    this.index.take(number, await text(`${this.base}index-${number}.txt`));
  }

  /** The texts of events: to show the words in them, and to find what no index has. */
  async loadWords() {
    if (!this.said) {
      await this.loadPieces(this.pieces.keys());
      this.said = new Shards(/** @type {Piece[]} */ (this.pieces));
    }
    return this.said;
  }

  /** An event in short; undefined until its text is here. @param {number} place */
  summary(place) {
    const piece = this.pieces[pieceOf(this.shards.words, place)];
    return piece && piece.hay.shown.at(place - piece.start).split("\t", 1)[0];
  }

  /** The pieces of text that some events lack. @param {Int32Array} places */
  lacking(places) {
    return [...new Set(Array.from(places, (place) => pieceOf(this.shards.words, place)))].filter((number) => !this.pieces[number]);
  }

  /** @param {Iterable<number>} numbers of pieces */
  async loadPieces(numbers) {
    const { words } = this.shards;
    await Promise.all(Array.from(numbers, async (number) => (this.pieces[number] ??= await loadPiece(this.base, "words", words, number))));
  }

  /** The files of documents and of pages; since when documents were out, where a day is asked about. @param {boolean} [dated] */
  async loadOthers(dated) {
    if (dated && !this.dated) {
      this.known = await json(`${this.base}known.json`);
      this.dated = true;
    }
    if (!this.sources || !this.pages) {
      const [sources, pages] = await Promise.all([loadShards(this.base, "sources", this.shards.sources), json(`${this.base}pages.json`)]);
      this.sources = sources;
      this.pages = pages.map((/** @type {string[]} */ [address, title, text, folded]) => ({ address, title, text, folded }));
    }
  }
}

/** Lines of text of one file, and the number of the first. @typedef {{start: number, hay: Hay, more: Record<string, Record<string, any>>}} Piece */

/** The piece in which a record stands. @param {number[]} starts @param {number} place */
function pieceOf(starts, place) {
  let number = starts.length - 1;
  while (number > 0 && starts[number] > place) number--;
  return number;
}

/** Lines of text in several files. */
export class Shards {
  /** @param {Piece[]} parts */
  constructor(parts) {
    this.parts = parts;
    const last = parts[parts.length - 1];
    this.size = last ? last.start + last.hay.size : 0;
  }

  /** The file of a record, and its place there. @param {number} place */
  at(place) {
    let number = this.parts.length - 1;
    while (number > 0 && this.parts[number].start > place) number--;
    const part = this.parts[number];
    return { part, place: place - part.start };
  }

  /** What a file says of a record beside its text. @param {number} record @param {string} name */
  more(record, name) {
    const { part, place } = this.at(record);
    return part.more[name]?.[place];
  }

  /** The parts of a record's text, as they are shown. @param {number} record */
  shown(record) {
    const { part, place } = this.at(record);
    return part.hay.shown.at(place).split("\t");
  }

  /** The same, folded. @param {number} record */
  folded(record) {
    const { part, place } = this.at(record);
    return part.hay.folded.at(place).split("\t");
  }

  /** For each record whether a word begins in it. @param {string} word */
  find(word) {
    const bits = new Uint8Array(this.size);
    for (const { start, hay } of this.parts) bits.set(hay.find(word), start);
    return bits;
  }
}

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** @param {string} address */
async function json(address) {
  return (await fetched(address)).json();
}

/** @param {string} base @param {string} name @param {number[]} starts */
async function loadShards(base, name, starts) {
  return new Shards(await Promise.all(starts.map((_, number) => loadPiece(base, name, starts, number))));
}

/** @param {string} base @param {string} name @param {number[]} starts @param {number} number @returns {Promise<Piece>} */
async function loadPiece(base, name, starts, number) {
  const read = await text(`${base}${name}-${number}.txt`);
  const end = read.indexOf("\n");
  const { fold, ascii, ...more } = JSON.parse(read.slice(0, end));
  return { start: starts[number], hay: new Hay(read.slice(end + 1), fold, ascii), more };
}

/** Texts on their way or here, so that none is asked for twice. @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @param {string} address */
function text(address) {
  let found = texts.get(address);
  if (!found) texts.set(address, (found = fetched(address).then((response) => response.text())));
  found.catch(() => texts.delete(address));
  return found;
}

/** Sends for what words need before anything else is known of the record: somebody types. @param {string} base @param {string} typed */
export async function hasten(base, typed) {
  const { shards } = await parts(base);
  for (const word of lookedUp(typed)) for (const number of among(shards.index, word)) void text(`${base}index-${number}.txt`).catch(() => {});
}

/** The words that an index answers. @param {string} q */
function lookedUp(q) {
  return words(q).filter(simple);
}

/** Whether texts are read to answer: an index knows no signs, and no claims of an earlier day.
 * @param {import("./question.js").Question} question */
function readsTexts({ q, asOf }) {
  const asked = words(q);
  return asked.length > 0 && (asOf !== null || !asked.every(simple));
}

/** @type {Map<string, Promise<Interface>>} */
const interfaces = new Map();

/** @param {string} base @returns {Promise<Interface>} */
function parts(base) {
  let found = interfaces.get(base);
  if (!found) interfaces.set(base, (found = json(`${base}interface.json`)));
  found.catch(() => interfaces.delete(base));
  return found;
}

/** @type {Map<string, Promise<Events>>} */
const loading = new Map();

/** What is needed to sift, fetched once. @param {string} base @returns {Promise<Events>} */
export function load(base) {
  let found = loading.get(base);
  if (!found) {
    found = Promise.all([json(`${base}sift.json`), parts(base)]).then(([sift, shown]) => new Events(sift, shown, base));
    found.catch(() => loading.delete(base));
    loading.set(base, found);
  }
  return found;
}
