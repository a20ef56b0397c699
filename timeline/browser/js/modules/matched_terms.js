// @ts-check
/**
 * What is sought, as far as the index has it: the terms of a text that was typed, in which passages each is met, and how it is
 * marked in a text that is shown.
 *
 * Parts are numbered as `timeline.queries.search.passages` has them: of each event its title, its names and subjects, its
 * summary, its claims; then two of each document, its title and whose it is; then one of each actor, topic and place.
 */
import { apart } from "./text_direction.js";
import { ASCII, escape, fold, IS_WIDE, wordy } from "./text_match.js";

/** @typedef {import("./terms.js").Term} Term */

export const [TITLE, NAMES, SUMMARY, CLAIMS] = [0, 1, 2, 3];
export const OF_SOURCE = 2;

export class Sought {
  /** @param {Term[]} terms @param {import("./search_index.js").Concordance} index */
  constructor(terms, index) {
    this.terms = terms;
    this.columns = terms.map((term) => index.meets(term));
    this.index = index;
    /** @type {Mark[] | undefined} */
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

  /** In which parts each term is met by whole words: "A2" rather by A2 than by A20. */
  get exact() {
    return this.terms.map(({ ways }) => this.index.meets({ ways: ways.map((way) => way.replace("*", "")) }));
  }

  /** In which parts each term stands as it was typed: "opened" rather than "opening". */
  get typed() {
    return this.terms.map(({ typed, ways }, at) => (ways.some((way) => way === typed || way === `${typed}*`) ? this.index.meets({ ways: [typed] }) : this.columns[at]));
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

/** What is marked: words one after the other, the last of which may go on (`begins`); `loose` where no word begins or ends;
 * a `figure` ends where its digits do. @typedef {{words: string[], begins: boolean, loose: boolean, figure: boolean}} Mark */

/** What finds in folded texts whatever meets one of some terms. @param {Term[]} terms @returns {Mark[]} */
export function marksOf(terms) {
  /** @type {Map<string, Mark>} */
  const marks = new Map();
  const add = (/** @type {string} */ said, /** @type {Partial<Mark>} */ more) => {
    const words = said.replace("*", "").split("+");
    marks.set(said, { words, begins: said.endsWith("*"), loose: false, figure: false, ...more });
  };
  for (const { typed, ways, figure } of terms) {
    if (IS_WIDE.test(typed)) add(typed, { loose: true });
    if (figure) for (const each of [figure, figure.replace(/\B(?=(\d{3})+$)/g, ",")]) add(each, { figure: true });
    for (const way of ways) if (!way.startsWith("#") && !IS_WIDE.test(way)) add(way, {});
  }
  return [...marks.values()];
}

/** Where in a folded text something is found, from which place to before which. @param {string} folded @param {Mark[]} marks @returns {[number, number][]} */
function hits(folded, marks) {
  /** @type {[number, number][]} */
  const found = [];
  for (const mark of marks) {
    const [first] = mark.words;
    for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
      const end = endOf(folded, start, mark);
      if (end > start) found.push([start, end]);
    }
  }
  return found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
}

/** Before which place it ends if it stands at a place, else 0. @param {string} folded @param {number} start @param {Mark} mark */
function endOf(folded, start, { words, begins, loose, figure }) {
  if (!loose && wordy(folded, start - 1)) return 0;
  let end = start;
  for (const [at, word] of words.entries()) {
    if (at) while (end < folded.length && !wordy(folded, end)) end++;
    if (!folded.startsWith(word, end)) return 0;
    end += word.length;
    if (at < words.length - 1 && wordy(folded, end)) return 0;
  }
  const goesOn = figure ? /\d/.test(folded.charAt(end)) : wordy(folded, end);
  return begins || loose || !goesOn ? end : 0;
}

/** A text as HTML, with what was looked for marked. @param {string} text @param {Mark[]} marks */
export const marked = (text, marks) => apart(found(text, marks));

/** @param {string} text @param {Mark[]} marks */
function found(text, marks) {
  if (!marks.length) return escape(text);
  const [folded, places] = folding(text);
  let html = "";
  let done = 0;
  for (const [start, end] of hits(folded, marks)) {
    if (places[start] < done) continue;
    html += `${escape(text.slice(done, places[start]))}<mark>${escape(text.slice(places[start], places[end]))}</mark>`;
    done = places[end];
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

/** The part of a text around the first thing found, marked. @param {string} text @param {Mark[]} marks */
export function excerpt(text, marks) {
  const [folded, places] = folding(text);
  const first = hits(folded, marks)[0];
  const hit = first ? places[first[0]] : 0;
  const start = hit > 70 ? text.indexOf(" ", hit - 60) + 1 : 0;
  const end = text.length > start + 170 ? text.lastIndexOf(" ", start + 165) : text.length;
  return apart(`${start ? "… " : ""}${found(text.slice(start, Math.max(end, hit + 20)), marks)}${end < text.length ? " …" : ""}`);
}
