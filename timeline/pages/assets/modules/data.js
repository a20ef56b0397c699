// @ts-check
/**
 * The files that the build wrote for looking things up, fetched when a reader first asks, each once.
 */
import { Hay } from "./match.js";

/** @typedef {import("./days.js").Names} Names */
/** @typedef {[status: number, sources: number, origins: number, disputes: number, disputed: number, kinds: number,
 *   claims: number[] | null, rivals: number[] | null]} Form how an event stands; null: all of them */
/** @typedef {Record<string, any> & {dates: Names, sheets: Record<string, any>, groups: Record<string, string>}} Words */
/** @typedef {{format: number, through: number, days: number[], changes: number[],
 *   dates: [string[], string[], number[], number[]], heads: [string, string][], forms: Form[],
 *   facets: Record<string, [string, string, string?][]>, former: Record<string, string>, ids: string, titles: string,
 *   fold: Record<string, string>, ascii: boolean, events: Record<string, any[]>, marks: Record<string, string>,
 *   rivals: Record<string, number[]>, expectations: [string, number[], string[]][],
 *   tracks: [string, string, number[], ([string, string] | null)[]][]}} Sift */
/** @typedef {{words: Words, shards: {words: number[], sources: number[]}}} Interface */
/** @typedef {{address: string, title: string, text: string, folded: string}} Document */

export const FACETS = ["topic", "actor", "kind", "status", "course", "source-kind"];

/** A list of short lists of numbers, in two long ones. @param {number[][]} lists */
export function flat(lists) {
  const starts = new Int32Array(lists.length + 1);
  for (let place = 0; place < lists.length; place++) starts[place + 1] = starts[place] + lists[place].length;
  const values = new Int32Array(starts[lists.length]);
  let at = 0;
  for (const list of lists) for (const value of list) values[at++] = value;
  return { starts, values };
}

/** All events, as columns. */
export class Events {
  /** @param {Sift} sift @param {Interface} interface_ @param {string} base where the files are */
  constructor(sift, { words, shards }, base) {
    this.shards = shards;
    this.sift = sift;
    this.words = words;
    this.base = base;
    this.ids = sift.ids ? sift.ids.split("\n") : [];
    this.size = this.ids.length;
    this.titles = new Hay(sift.titles, sift.fold, sift.ascii);
    this.shownTitles = sift.titles.split("\n");
    const [, , first, last] = sift.dates;
    this.first = Int32Array.from(sift.events.date, (date) => first[date]);
    this.last = Int32Array.from(sift.events.date, (date) => last[date]);
    this.topics = flat(sift.events.topic);
    this.actors = flat(sift.events.actor);
    this.states = flat(sift.events.states);
    this.kind = Uint8Array.from(sift.marks.kind, Number);
    this.course = Uint8Array.from(sift.marks.course, Number);
    this.key = Uint8Array.from(sift.marks.key, Number);
    /** What is asked of every form, as columns: thousands of events share a few of them. */
    this.statusOf = Uint8Array.from(sift.forms, (form) => form[0]);
    this.disputedIn = Uint8Array.from(sift.forms, (form) => form[4]);
    this.kindsOf = Int32Array.from(sift.forms, (form) => form[5]);
    /** @type {Map<number, Int32Array>} */
    this.days = new Map();
    /** The text of events and documents, once it is asked for. @type {Shards | null} */
    this.said = null;
    /** @type {Shards | null} */
    this.sources = null;
    /** @type {Document[] | null} */
    this.pages = null;
    /** Since when each document was out, once it is asked for. @type {Record<string, number>} */
    this.known = {};
    this.dated = false;
  }

  /** For each event the number of its form on a day, -1 where it was not known. @param {number} day */
  forms(day) {
    const asked = Math.min(day, this.sift.through);
    let found = this.days.get(asked);
    if (found) return found;
    found = new Int32Array(this.size).fill(-1);
    const { starts, values } = this.states;
    const days = this.sift.days;
    for (let place = 0; place < this.size; place++) {
      for (let at = starts[place]; at < starts[place + 1] && days[values[at]] <= asked; at += 2) found[place] = values[at + 1];
    }
    if (this.days.size > 20) this.days.clear();
    this.days.set(asked, found);
    return found;
  }

  /** The years that the record speaks of. @returns {[number, number]} */
  get years() {
    const years = this.sift.heads.map(([anchor]) => parseInt(anchor.slice(1).replace(/x/g, "0"), 10));
    return years.length ? [Math.min(...years), Math.max(...years)] : [0, 0];
  }

  /** The files of words. */
  async loadWords() {
    if (!this.said) {
      this.said = await loadShards(this.base, "words", this.shards.words);
      void import("./pauses.js").then(({ forWords }) => forWords(this));
    }
    return this.said;
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

/** Lines of text in several files. */
export class Shards {
  /** @param {{start: number, hay: Hay, more: Record<string, Record<string, any>>}[]} parts */
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
    return part.hay.said(place).split("\t");
  }

  /** The same, folded. @param {number} record */
  folded(record) {
    const { part, place } = this.at(record);
    return part.hay.line(place).split("\t");
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
  const texts = await Promise.all(starts.map((_, number) => text(`${base}${name}-${number}.txt`)));
  return new Shards(
    texts.map((text, number) => {
      const end = text.indexOf("\n");
      const { fold, ascii, ...more } = JSON.parse(text.slice(0, end));
      return { start: starts[number], hay: new Hay(text.slice(end + 1), fold, ascii), more };
    }),
  );
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

/** Sends for the words before anything else is known of the record: somebody types. @param {string} base */
export async function hasten(base) {
  const { shards } = await parts(base);
  shards.words.forEach((_, number) => void text(`${base}words-${number}.txt`).catch(() => {}));
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
