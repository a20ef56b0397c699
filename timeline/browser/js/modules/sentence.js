// @ts-check
/**
 * What is shown, in a sentence: "14 of 118 events, April to June 2025, about the bridge".
 */
import { inWords, iso, parse } from "./days.js";
import { isolated } from "./text_direction.js";
import { count, figure } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */

/** A day in words. @param {Events} events @param {number} day */
export function dayInWords(events, day) {
  const date = parse(iso(day));
  return date ? inWords(date.start, date.end, events.words.dates) : "";
}

/** The words of a facet's chosen values. @param {Events} events @param {Question} question @param {string} facet
 * @param {number | null} [family] of topics, where only those of one are meant */
function names(events, question, facet, family = null) {
  const values = events.columns.facets[facet].filter(([id], at) => question.chosen[facet].includes(id) && (family === null || events.familyOf[at] === family));
  const found = values.map(([, name]) => isolated(name));
  const last = found.pop();
  if (last === undefined) return "";
  return found.length ? events.words.or.replace("⟦a⟧", found.join(", ")).replace("⟦b⟧", last) : last;
}

/** The conditions of a question, each as words and the name under which it can be dropped.
 * @param {Events} events @param {Question} question @returns {[string, string][]} */
export function conditions(events, question) {
  const { words } = events;
  /** @type {[string, string][]} */
  const found = [];
  if (question.from || question.to) {
    found.push(["dates", inWords(question.from && question.from.start, question.to && question.to.end, words.dates) || "…"]);
  }
  for (const [facet, form] of [["topic", words.about], ["actor", words.with], ["place", words.at], ["kind", words.of_kind], ["status", "⟦x⟧"], ["course", "⟦x⟧"], ["source-kind", words.cites]]) {
    const families = facet === "topic" ? [...new Set(events.familyOf)] : [null]; // of which each is a facet of its own
    const said = families.map((family) => names(events, question, facet, family)).filter(Boolean);
    if (said.length) found.push([facet, said.map((words) => form.replace("⟦x⟧", () => words)).join(", ")]);
  }
  if (question.key) found.push(["key", words.key]);
  if (question.disputed) found.push(["disputed", words.disputed]);
  if (question.q) found.push(["q", words.saying.replace("⟦x⟧", () => question.q)]);
  if (question.asOf !== null) found.push(["as-of", words.as_known.replace("⟦x⟧", dayInWords(events, question.asOf))]);
  return found;
}

/** @param {Events} events @param {Question} question @param {number} shown */
export function sentence(events, question, shown) {
  const { words } = events;
  const all = count(words.events, events.size);
  const amount = (shown === events.size && shown > 1 ? words.shown_all : shown ? words.shown : words.shown_none).replace("⟦n⟧", figure(shown)).replace("⟦all⟧", all);
  const said = [amount, ...conditions(events, question).map(([, text]) => text)];
  if (question.order === "newest") said.push(words.newest);
  return said.join(", ");
}
