// @ts-check
/**
 * Every word of many lines with the lines it stands in, so that what begins with a few letters is found without
 * reading the lines again. To make it takes far longer than a single search, so it is made in pauses.
 */
import { flat } from "./data.js";
import { wordy } from "./match.js";

export class Vocabulary {
  /** @param {{text: string, starts: Int32Array}} hay */
  constructor({ text, starts }) {
    /** @type {Map<string, number[]>} */
    const noted = new Map();
    for (let line = 0; line + 1 < starts.length; line++) {
      const end = starts[line + 1] - 1;
      for (let from = starts[line], to = from; from < end; from = to + 1) {
        for (to = from; to < end && wordy(text.charCodeAt(to)); ) to++;
        if (to === from) continue;
        const word = text.slice(from, to);
        const lines = noted.get(word);
        if (!lines) noted.set(word, [line]);
        else if (lines[lines.length - 1] !== line) lines.push(line);
      }
    }
    this.words = [...noted.keys()].sort();
    this.lines = flat(this.words.map((word) => /** @type {number[]} */ (noted.get(word))));
  }

  /** Whether a word can be looked up: one with signs in it may go beyond what stands here as a word. @param {string} word */
  answers(word) {
    for (let at = 0; at < word.length; at++) if (!wordy(word.charCodeAt(at))) return false;
    return true;
  }

  /** Marks the lines where a word begins. @param {string} word @param {Uint8Array} bits */
  mark(word, bits) {
    const { words } = this;
    const { starts, values } = this.lines;
    let first = 0;
    for (let last = words.length; first < last; ) {
      const middle = (first + last) >> 1;
      if (words[middle] < word) first = middle + 1;
      else last = middle;
    }
    let after = first;
    while (after < words.length && words[after].startsWith(word)) after++;
    for (let at = starts[first]; at < starts[after]; at++) bits[values[at]] = 1;
  }
}
