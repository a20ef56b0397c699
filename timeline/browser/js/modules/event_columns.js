// @ts-check
/**
 * All events of the record as columns, and what is asked of them: looked up in what the build wrote, never computed.
 */
import { among, Concordance } from "./search_index.js";
import { parse } from "./days.js";
import { json, loadInterface, text } from "./data_files.js";
import { fold, Lines } from "./text_match.js";
import { loadPiece, loadShards, pieceOf, Shards } from "./text_shards.js";
import { CLAIMS, Sought } from "./matched_terms.js";
import { runs, terms } from "./terms.js";

/** @typedef {import("./data_files.js").Interface} Interface */
/** @typedef {import("./text_shards.js").Piece} Piece */
/** @typedef {[status: number, sources: number, origins: number, disputes: number, disputed: number, kinds: number,
 *   claims: number[] | null, rivals: number[] | null, unnamed?: number]} Form how an event stands; null: all of them;
 *   the last where no origin is left because documents were withdrawn */
/** @typedef {{format: number, through: number, retrospective?: boolean, days: number[], changes: number[],
 *   dates: [machine: string, said: string, first: number[], longer: number[]], heads: [anchor: string, said: string, year: string, before?: [number, string][]][], years: Record<string, string>, forms: Form[],
 *   facets: Record<string, [string, string][]>, families?: [name: string, ...topics: number[]][], former: Record<string, string>, ids: string, titles: string, events: {date: number[], head: number[], claims: number[]},
 *   marks: Record<string, string>, lists: Record<string, [counts: string, values: number[]]>, stands: number[],
 *   rivals: Record<string, number[]>, updated: number[], expectations: [string, number[], string[]][],
 *   tracks: [string, string, number[], ([string, string] | null)[]][]}} Columns */
/** @typedef {{address: string, title: string, text: string, folded: string, also: string}} Document */

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
  /** @param {Columns} columns @param {Interface} interface_ @param {string} base where the files are */
  constructor(columns, { words, addresses, shards, reading }, base) {
    this.reading = reading;
    this.addresses = addresses;
    this.shards = shards;
    this.columns = columns;
    this.words = words;
    this.base = base;
    this.size = columns.events.date.length;
    this.ids = new Lines(columns.ids);
    this.index = new Concordance(shards.index, shards.parts);
    this.titles = new Lines(columns.titles);
    this.date = summed(columns.events.date);
    this.head = summed(columns.events.head);
    this.claims = columns.events.claims;
    /** The number of each event's first part, and one more for the end: there begin those of documents. */
    this.partsOf = new Int32Array(this.size + 1);
    for (let place = 0; place < this.size; place++) this.partsOf[place + 1] = this.partsOf[place] + CLAIMS + this.claims[place];
    this.sourceParts = this.partsOf[this.size];
    this.subjectParts = shards.parts - columns.facets.actor.length - columns.facets.topic.length - columns.facets.place.length;
    /** What was sought lately, by what was typed. @type {Map<string, Sought>} */
    this.lately = new Map();
    const [machine, said, first, longer] = columns.dates;
    /** The distinct dates, as machines read them and in words. */
    this.machine = new Lines(machine);
    this.inWords = new Lines(said);
    this.first = this.date.map((date) => first[date]);
    this.last = this.date.map((date) => first[date] + longer[date]);
    /** The years and decades of the record, as its headings have them, with the days they reach to. */
    this.calendar = [...new Set(columns.heads.map(([, , year]) => year))].map((year) => parse(year.toUpperCase())).filter((year) => year !== null);
    /** In which of them each event may lie. */
    this.yearsOf = this.within();
    this.topics = lists(columns.lists.topic);
    this.actors = lists(columns.lists.actor);
    /** For each topic the number of its family: families are facets of their own. */
    this.familyOf = new Uint8Array(columns.facets.topic.length);
    (columns.families ?? []).forEach(([, ...topics], family) => topics.forEach((topic) => (this.familyOf[topic] = family)));
    this.settings = lists(columns.lists.place);
    this.kind = signs(columns.marks.kind);
    this.course = signs(columns.marks.course);
    this.key = signs(columns.marks.key);
    this.updated = new Set(columns.updated);
    /** When each event changed, by the numbers of days; which days these are; all days of change in their order. */
    this.since = lists(columns.lists.states);
    this.ordinals = summed(columns.days);
    this.changes = [...summed(columns.changes)];
    /** What is asked of every form, as columns: thousands of events share a few of them. */
    this.statusOf = Uint8Array.from(columns.forms, (form) => form[0]);
    this.disputedIn = Uint8Array.from(columns.forms, (form) => form[4]);
    this.kindsOf = Int32Array.from(columns.forms, (form) => form[5]);
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
    const asked = Math.min(day, this.columns.through);
    let found = this.days.get(asked);
    if (found) return found;
    found = new Int32Array(this.size).fill(-1);
    const { ordinals, columns: { stands } } = this;
    const { starts, values } = this.since;
    for (let place = 0; place < this.size; place++) {
      for (let at = starts[place]; at < starts[place + 1] && ordinals[values[at]] <= asked; at++) found[place] = stands[at];
    }
    if (this.days.size > 20) this.days.clear();
    this.days.set(asked, found);
    return found;
  }

  /** How many events known on a day stand under the headings of a year. @param {string} year as EDTF @param {number} day */
  inYear(year, day) {
    const heads = this.columns.heads.map(([, , name]) => name.toUpperCase() === year.toUpperCase());
    return this.forms(day).reduce((number, form, place) => number + (form >= 0 && heads[this.head[place]] ? 1 : 0), 0);
  }

  /** What a heading is called, which on an earlier day may have been otherwise. @param {number} head @param {number | null} day */
  heading(head, day) {
    const [, said, , named = []] = this.columns.heads[head];
    return (day === null ? undefined : named.filter(([since]) => since <= day).pop()?.[1]) ?? said;
  }

  /** The day of change before or after another, if there is one. @param {number} day */
  around(day) {
    return { earlier: this.changes.filter((other) => other < day).pop(), later: this.changes.find((other) => other > day) };
  }

  /** The years that the record speaks of. @returns {[number, number]} */
  get years() {
    const years = this.columns.heads.map(([, , year]) => parseInt(year.replace(/x/g, "0"), 10)).filter((year) => !Number.isNaN(year));
    return years.length ? [Math.min(...years), Math.max(...years)] : [0, 0];
  }

  /** What a text asks for, as far as the index is here. @param {string} q */
  sought(q) {
    let found = this.lately.get(q);
    if (found) return found;
    this.index.wanted.clear();
    found = new Sought(terms(q, this.index, this.reading), this.index);
    if (this.lately.size > 100) this.lately.clear();
    if (!this.index.wanted.size) this.lately.set(q, found);
    return found;
  }

  /** Whether a question can be answered with what is here. @param {{q: string}} question */
  answers({ q }) {
    return this.lately.has(q) || (this.sought(q), !this.index.wanted.size);
  }

  /** What a question needs, which may show what else it needs. @param {{q: string}} question */
  async prepare(question) {
    while (!this.answers(question)) await Promise.all([...this.index.wanted].map((number) => this.loadIndex(number)));
  }

  /** All of the index: to look for what was meant. */
  async loadAll() {
    await Promise.all(this.index.pieces.map((_, number) => this.loadIndex(number)));
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
    return piece && piece.lines.at(place - piece.start).split("\t", 1)[0];
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
      this.pages = pages.map((/** @type {string[]} */ [address, title, text, folded, also]) => ({ address, title, text, folded, also }));
    }
  }
}

/** Sends for what words need before anything else is known of the record: somebody types. @param {string} base @param {string} typed */
export async function hasten(base, typed) {
  const { shards } = await loadInterface(base);
  for (const word of runs(fold(typed))) for (const number of among(shards.index, word)) void text(`${base}index-${number}.txt`).catch(() => {});
}

/** @type {Map<string, Promise<Events>>} */
const loading = new Map();

/** What is needed to filter, fetched once. @param {string} base @returns {Promise<Events>} */
export function load(base) {
  let found = loading.get(base);
  if (!found) {
    found = Promise.all([json(`${base}events.json`), loadInterface(base)]).then(([columns, shown]) => new Events(columns, shown, base));
    found.catch(() => loading.delete(base));
    loading.set(base, found);
  }
  return found;
}
