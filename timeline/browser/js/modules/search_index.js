// @ts-check
/**
 * The index of words that the build wrote (`timeline.browser.search_index`), read where a word is looked up.
 *
 * What is not yet here is taken for empty and noted in `wanted`, so that whoever asks can fetch it and ask again.
 */
import { Lines } from "./text_match.js";

/** How many further places a sign of Base64 VLQ stands for, 32 more where it goes on. */
const DIGITS = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((sign, value) => (DIGITS[sign.charCodeAt(0)] = value));

/** The parts of texts in which each word stands, in pieces that are fetched as they are needed. */
export class Concordance {
  /** @param {string[]} firsts the first word of each piece @param {number} size how many parts there are */
  constructor(firsts, size) {
    this.firsts = firsts;
    this.size = size;
    /** @type {(Lines | undefined)[]} */
    this.pieces = firsts.map(() => undefined);
    /** Pieces that were looked for. @type {Set<number>} */
    this.wanted = new Set();
    /** @type {Map<string, Uint8Array>} */
    this.found = new Map();
  }

  /** @param {number} number @param {string} text */
  take(number, text) {
    this.pieces[number] ??= new Lines(text);
    this.wanted.delete(number);
  }

  /** The pieces of the index in which words stand that begin so, as far as they are here. @param {string} start @returns {Lines[]} */
  of(start) {
    return among(this.firsts, start).flatMap((number) => {
      const lines = this.pieces[number];
      if (!lines) this.wanted.add(number);
      return lines ?? [];
    });
  }

  /** The line of a word, and where its places begin and end; null where there is none. @param {string} word */
  line(word) {
    for (const lines of this.of(word)) {
      const line = after(lines, word);
      const start = lines.starts[line];
      if (line + 1 < lines.starts.length && lines.text.startsWith(`${word} `, start)) return split(lines, line);
    }
    return null;
  }

  /** @param {string} word */
  has(word) {
    return this.line(word) !== null;
  }

  /** Whether a word stands in a text. @param {string} word */
  stands(word) {
    const line = this.line(word);
    return line !== null && line.end > line.start;
  }

  /** Whether any word begins so. @param {string} start */
  begun(start) {
    return this.of(start).some((lines) => {
      const line = after(lines, start);
      return line + 1 < lines.starts.length && lines.text.startsWith(start, lines.starts[line]);
    });
  }

  /** The other ways of saying a word. @param {string} word */
  waysOf(word) {
    const ways = this.line(word)?.ways;
    return ways ? ways.split(",") : [];
  }

  /** Words that stand in no text and begin so. @param {string} start */
  typedFor(start) {
    /** @type {string[]} */
    const found = [];
    for (const lines of this.of(start)) {
      const { text, starts } = lines;
      for (let line = after(lines, start); line + 1 < starts.length && text.startsWith(start, starts[line]); line++) {
        const space = text.indexOf(" ", starts[line]);
        if (text[space + 1] === " ") found.push(text.slice(starts[line], space));
      }
    }
    return found;
  }

  /** Every word, with how many signs its places take: about how often it stands there. @returns {Generator<[string, number]>} */
  *words() {
    for (const lines of this.of("")) {
      for (let line = 0; line + 1 < lines.starts.length; line++) {
        const { word, start, end } = split(lines, line);
        yield [word, end - start];
      }
    }
  }

  /** For each part whether one of its tokens is this one, or begins so. @param {string} token with "*" behind a beginning */
  find(token) {
    let bits = this.found.get(token);
    if (bits) return bits;
    bits = new Uint8Array(this.size);
    const missing = this.wanted.size;
    const begins = token.endsWith("*");
    const word = begins ? token.slice(0, -1) : `${token} `;
    for (const lines of this.of(begins ? word : token)) mark(lines, word, bits);
    if (this.wanted.size > missing) return bits;
    if (this.found.size > 200) this.found.clear();
    this.found.set(token, bits);
    return bits;
  }

  /** For each part whether a term is met in it. @param {{ways: string[]}} term */
  meets({ ways }) {
    const key = ways.join(",");
    let bits = this.found.get(key);
    if (bits) return bits;
    if (ways.length === 1 && !ways[0].includes("+")) return this.find(ways[0]);
    bits = new Uint8Array(this.size);
    for (const way of ways) {
      const [first, ...rest] = way.split("+").map((token) => this.find(token));
      if (!rest.length) for (let part = 0; part < bits.length; part++) bits[part] |= first[part];
      else for (let part = 0; part < bits.length; part++) if (first[part] && rest.every((column) => column[part])) bits[part] = 1;
    }
    if (!this.wanted.size) this.found.set(key, bits);
    return bits;
  }
}

/** The first line that is not before a word. @param {Lines} lines @param {string} word */
function after(lines, word) {
  let first = 0;
  for (let last = lines.starts.length - 1; first < last; ) {
    const middle = (first + last) >> 1;
    if (lines.at(middle) < word) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** @param {Lines} lines @param {number} line */
function split({ text, starts }, line) {
  const end = starts[line + 1] - 1;
  const space = text.indexOf(" ", starts[line]);
  const other = text.indexOf(" ", space + 1);
  const parts = other < 0 || other > end ? end : other;
  return { word: text.slice(starts[line], space), start: space + 1, end: parts, ways: text.slice(parts + 1, end) };
}

/** @param {Lines} lines @param {string} word what lines begin with @param {Uint8Array} bits */
function mark(lines, word, bits) {
  const { text, starts } = lines;
  for (let line = after(lines, word); line + 1 < starts.length && text.startsWith(word, starts[line]); line++) {
    const end = starts[line + 1] - 1;
    let place = 0;
    for (let at = text.indexOf(" ", starts[line]) + 1; at < end && text.charCodeAt(at) !== 32; at++) {
      let digit = DIGITS[text.charCodeAt(at)];
      for (let weight = 1; ; weight *= 32, digit = DIGITS[text.charCodeAt(++at)]) {
        place += (digit & 31) * weight;
        if (digit < 32) break;
      }
      bits[place] = 1;
    }
  }
}

/** The pieces in which words may stand that begin so. @param {string[]} firsts @param {string} word @returns {number[]} */
export function among(firsts, word) {
  const last = `${word}\uffff`;
  return firsts.flatMap((first, number) => (first <= last && !(firsts[number + 1] <= word) ? [number] : []));
}
