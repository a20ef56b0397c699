// @ts-check
/**
 * What is sought, as far as the index has it: the terms of a text that was typed, and in which parts each is met.
 *
 * Parts are numbered as `timeline.queries.search.passages` has them: of each event its title, its names and subjects, its
 * summary, its claims; then two of each document, its title and whose it is; then one of each actor and topic.
 */
import { marksOf } from "./highlights.js";

/** @typedef {import("./terms.js").Term} Term */

export const [TITLE, NAMES, SUMMARY, CLAIMS] = [0, 1, 2, 3];
export const OF_SOURCE = 2;

export class Sought {
  /** @param {Term[]} terms @param {import("./concordance.js").Concordance} index */
  constructor(terms, index) {
    this.terms = terms;
    this.columns = terms.map((term) => index.meets(term));
    this.index = index;
    /** @type {import("./highlights.js").Mark[] | undefined} */
    this.known = undefined;
  }

  /** Whether anything is. */
  get any() {
    return this.terms.length > 0;
  }

  /** What finds it in texts. */
  get marks() {
    return (this.known ??= marksOf(this.terms));
  }

  /** In which parts each term is met by whole words: "H20" rather by H20 than by H200. */
  get exact() {
    return this.terms.map(({ ways }) => this.index.meets({ ways: ways.map((way) => way.replace("*", "")) }));
  }

  /** How many terms a part meets. @param {number} part */
  count(part) {
    let met = 0;
    for (const column of this.columns) met += column[part];
    return met;
  }

  /** Whether all terms are met, each in one of some parts. @param {number[]} parts */
  all(parts) {
    return this.columns.every((column) => parts.some((part) => column[part]));
  }
}
