// @ts-check
/**
 * What a reader asks of the timeline: words, values of facets, a stretch of time, and the day on which it is asked.
 */

import { NEVER, parse, split } from "./days.js";

/** @typedef {import("./days.js").Reading} Reading */
/** @typedef {{q: string, chosen: Record<string, string[]>, from: Reading | null, to: Reading | null, key: boolean,
 *   disputed: boolean, asOf: number | null, order: string}} Question */

/** The facets in the order in which they are numbered. */
export const FACETS = ["topic", "actor", "kind", "status", "course", "source-kind", "place"];

/** The same in the order in which a reader meets them. */
export const SHOWN = ["topic", "actor", "place", "kind", "status", "course", "source-kind"];

/** A question that asks for nothing. @returns {Question} */
export function everything() {
  return { q: "", chosen: Object.fromEntries(FACETS.map((facet) => [facet, []])), from: null, to: null, key: false, disputed: false, asOf: null, order: "oldest" };
}

/** Whether a question leaves events out. @param {Question} question */
export function narrows(question) {
  return Boolean(question.q || question.from || question.to || question.key || question.disputed || question.asOf !== null || FACETS.some((facet) => question.chosen[facet].length));
}

/** Whether the list is as the build made it. @param {Question} question */
export function plain(question) {
  return !narrows(question) && question.order === "oldest";
}

/** The same question with one condition less, each with the name of that condition. @param {Question} question
 * @returns {[string, Question][]} */
export function looser(question) {
  /** @type {[string, Question][]} */
  const found = [];
  if (question.q) found.push(["q", { ...question, q: "" }]);
  if (question.from || question.to) found.push(["dates", { ...question, from: null, to: null }]);
  for (const facet of FACETS) {
    if (question.chosen[facet].length) found.push([facet, { ...question, chosen: { ...question.chosen, [facet]: [] } }]);
  }
  if (question.key) found.push(["key", { ...question, key: false }]);
  if (question.disputed) found.push(["disputed", { ...question, disputed: false }]);
  if (question.asOf !== null) found.push(["as-of", { ...question, asOf: null }]);
  return found;
}

/** A question without one of its conditions. @param {Question} question @param {string | undefined} name @returns {Question} */
export function without(question, name) {
  return looser(question).find(([other]) => other === name)?.[1] ?? question;
}

/** What a typed text asks for: words, dates, or both; and the date as it was read.
 * @param {{words: {dates: import("./days.js").Names}, years: [number, number]}} events @param {string} typed */
export function asked(events, typed) {
  const { words, date } = split(typed, events.words.dates, events.years);
  const from = date && date.start && parse(date.start.text);
  const to = date && date.end && parse(date.end.text);
  return { question: { ...everything(), q: words, from, to }, date };
}

/** The days as of which the record may be read that was asked for by a date, two where day and month may change places: the last
 * day of each, as far as that is past and something was known by then.
 * @param {{columns: {through: number}, changes: number[]}} events @param {Reading | null} date @returns {number[]} */
export function daysOf(events, date) {
  const readings = [date, date?.other ? parse(date.other) : null];
  const days = readings.flatMap((each) => (each ? [each.last === NEVER ? each.first : each.last] : []));
  return days.filter((day) => day < events.columns.through && day >= events.changes[0]);
}
