// @ts-check
/**
 * Words in texts, found as the build finds them: folded alike, and a word of the text begins with what is typed.
 */

import { apart } from "./direction.js";

const KEYS = /[‐‑‒–—−’‘ʼ“”„]/g;
const QUOTES = "’‘ʼ";
const ASCII = /^[\x00-\x7f]*$/;
const WIDE = /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Without case and accents, with the dashes and quotes of a keyboard. @param {string} text */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(KEYS, (sign) => ("“”„".includes(sign) ? '"' : QUOTES.includes(sign) ? "'" : "-"));
  return plain.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** What is searched for, word by word. @param {string} q */
export function words(q) {
  return fold(q).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Whether a character belongs to a word. @param {number} code */
function wordy(code) {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

/** Whether a word is looked up: one with signs in it may go beyond what stands in an index as a word. @param {string} word */
export function simple(word) {
  for (let at = 0; at < word.length; at++) if (!wordy(word.charCodeAt(at))) return false;
  return !anywhere(word);
}

/** Whether a word may begin anywhere: signs, and scripts without spaces. @param {string} word */
function anywhere(word) {
  return !/^[\p{L}\p{N}]/u.test(word) || WIDE.test(word);
}

/** Where a word begins in a folded text, or -1. @param {string} text @param {string} word @param {number} [from] */
export function begins(text, word, from = 0) {
  const loose = anywhere(word);
  for (let place = text.indexOf(word, from); place >= 0; place = text.indexOf(word, place + 1)) {
    if (loose || place === 0 || !wordy(text.charCodeAt(place - 1))) return place;
  }
  return -1;
}

/** Lines of one long text, cut out when they are asked for. */
export class Lines {
  /** @param {string} text @param {Lines} [alike] a text whose lines are as long */
  constructor(text, alike) {
    this.text = text;
    this.alike = alike;
    /** @type {Int32Array | undefined} */
    this.known = undefined;
    /** @type {string[] | undefined} */
    this.split = undefined;
  }

  /** Where each line begins, one more for the end. @returns {Int32Array} */
  get starts() {
    return (this.known ??= this.alike ? this.alike.starts : ends(this.text));
  }

  /** @param {number} place */
  at(place) {
    return this.text.slice(this.starts[place], this.starts[place + 1] - 1);
  }

  /** All of them. @returns {string[]} */
  get all() {
    return (this.split ??= this.text ? this.text.split("\n") : []);
  }
}

/** Many short texts, searched as one long one. */
export class Hay {
  /** @param {string} joined lines @param {Record<string, string>} odd lines that are folded in another way
   * @param {boolean} ascii whether the build has found nothing but ASCII in them */
  constructor(joined, odd, ascii) {
    /** The texts as they are shown. */
    this.shown = new Lines(joined);
    this.fold = () => (ascii ? new Lines(joined.toLowerCase(), this.shown) : new Lines(this.shown.all.map((line, place) => odd[place] ?? fold(line)).join("\n")));
    /** @type {Map<string, Uint8Array>} */
    this.found = new Map();
    /** @type {Lines | undefined} */
    this.known = undefined;
  }

  /** The texts as they are searched, made when they first are. */
  get folded() {
    return (this.known ??= this.fold());
  }

  get size() {
    return this.shown.starts.length - 1;
  }

  /** For each line whether a word begins in it. @param {string} word */
  find(word) {
    let bits = this.found.get(word);
    if (bits) return bits;
    bits = new Uint8Array(this.size);
    this.through(word, bits);
    if (this.found.size > 200) this.found.clear();
    this.found.set(word, bits);
    return bits;
  }

  /** @param {string} word @param {Uint8Array} bits */
  through(word, bits) {
    const { text, starts } = this.folded;
    const loose = anywhere(word);
    let line = 0;
    for (let place = text.indexOf(word); place >= 0; ) {
      if (!loose && place > 0 && wordy(text.charCodeAt(place - 1))) {
        place = text.indexOf(word, place + 1);
        continue;
      }
      while (starts[line + 1] <= place) line++;
      bits[line] = 1;
      place = text.indexOf(word, starts[line + 1]);
    }
  }
}

/** @param {string} text */
function ends(text) {
  const starts = [0];
  for (let place = text.indexOf("\n"); place >= 0; place = text.indexOf("\n", place + 1)) starts.push(place + 1);
  starts.push(text.length + 1);
  return Int32Array.from(starts);
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A text as HTML, with what was searched for marked. @param {string} text @param {string[]} sought */
export const marked = (text, sought) => apart(found(text, sought));

/** @param {string} text @param {string[]} sought */
function found(text, sought) {
  if (!sought.length) return escape(text);
  const [folded, places] = folding(text);
  /** @type {[number, number][]} */
  const spans = [];
  for (const word of sought) {
    for (let at = begins(folded, word); at >= 0; at = begins(folded, word, at + word.length)) {
      spans.push([places[at], places[at + word.length]]);
    }
  }
  spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  let html = "";
  let done = 0;
  for (const [start, end] of spans) {
    if (start < done) continue;
    html += `${escape(text.slice(done, start))}<mark>${escape(text.slice(start, end))}</mark>`;
    done = end;
  }
  return html + escape(text.slice(done));
}

/** A text folded character by character, and where each piece stood. @param {string} text @returns {[string, number[]]} */
function folding(text) {
  if (ASCII.test(text)) return [text.toLowerCase(), Array.from({ length: text.length + 1 }, (_, place) => place)];
  let folded = "";
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let n = 0; n < piece.length; n++) places.push(at);
    folded += piece;
    at += character.length;
  }
  places.push(at);
  return [folded, places];
}

/** The part of a text around the first thing found, marked. @param {string} text @param {string[]} sought */
export function excerpt(text, sought) {
  const [folded, places] = folding(text);
  const hits = sought.map((word) => begins(folded, word)).filter((place) => place >= 0);
  const hit = hits.length ? places[Math.min(...hits)] : 0;
  const start = hit > 70 ? text.indexOf(" ", hit - 60) + 1 : 0;
  const end = text.length > start + 170 ? text.lastIndexOf(" ", start + 165) : text.length;
  return apart(`${start ? "… " : ""}${found(text.slice(start, Math.max(end, hit + 20)), sought)}${end < text.length ? " …" : ""}`);
}
