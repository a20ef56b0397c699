// @ts-check
/**
 * The index of words that the build wrote (`timeline.browser.search_index`), read where a word is looked up.
 */
import { Lines } from "./match.js";

/** How many further places a sign of Base64 VLQ stands for, 32 more where it goes on. */
const DIGITS = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((sign, value) => (DIGITS[sign.charCodeAt(0)] = value));

/** The events in which each word stands, in pieces that are fetched as they are needed. */
export class Concordance {
  /** @param {string[]} firsts the first word of each piece @param {number} size how many events there are */
  constructor(firsts, size) {
    this.firsts = firsts;
    this.size = size;
    /** @type {(Lines | undefined)[]} */
    this.pieces = firsts.map(() => undefined);
    /** @type {Map<string, Uint8Array>} */
    this.found = new Map();
  }

  /** The pieces that are still needed to look words up. @param {string[]} words */
  missing(words) {
    return [...new Set(words.flatMap((word) => among(this.firsts, word)))].filter((number) => !this.pieces[number]);
  }

  /** @param {number} number @param {string} text */
  take(number, text) {
    this.pieces[number] ??= new Lines(text);
  }

  /** For each event whether a word begins in it. @param {string} word */
  find(word) {
    let bits = this.found.get(word);
    if (bits) return bits;
    bits = new Uint8Array(this.size);
    for (const number of among(this.firsts, word)) this.mark(/** @type {Lines} */ (this.pieces[number]), word, bits);
    if (this.found.size > 200) this.found.clear();
    this.found.set(word, bits);
    return bits;
  }

  /** @param {Lines} lines @param {string} word @param {Uint8Array} bits */
  mark(lines, word, bits) {
    const { text, starts } = lines;
    let line = 0;
    for (let last = starts.length - 1; line < last; ) {
      const middle = (line + last) >> 1;
      if (lines.at(middle) < word) line = middle + 1;
      else last = middle;
    }
    for (; line + 1 < starts.length && text.startsWith(word, starts[line]); line++) {
      const end = starts[line + 1] - 1;
      let place = 0;
      for (let at = text.indexOf(" ", starts[line]) + 1; at < end; at++) {
        let digit = DIGITS[text.charCodeAt(at)];
        for (let weight = 1; ; weight *= 32, digit = DIGITS[text.charCodeAt(++at)]) {
          place += (digit & 31) * weight;
          if (digit < 32) break;
        }
        bits[place] = 1;
      }
    }
  }
}

/** The pieces in which words may stand that begin so. @param {string[]} firsts @param {string} word @returns {number[]} */
export function among(firsts, word) {
  const last = `${word}\uffff`;
  return firsts.flatMap((first, number) => (first <= last && !(firsts[number + 1] <= word) ? [number] : []));
}
