// @ts-check
/**
 * A question as the address bar has it: `q topic actor place kind status course source-kind from to key disputed as-of order`.
 * What asks for nothing is left out.
 */
import { day, iso, parse } from "./days.js";
import { everything, FACETS } from "./question.js";

/** @typedef {import("./question.js").Question} Question */

/** @param {string} search what follows the address, with its question mark
 * @param {{former: Record<string, string>, facets: Record<string, [string, string, string?][]>, through: number, retrospective?: boolean}} columns */
export function read(search, columns) {
  const given = new URLSearchParams(search);
  const question = everything();
  question.q = (given.get("q") ?? "").trim();
  for (const facet of FACETS) {
    const known = new Set(columns.facets[facet].map(([id]) => id));
    const words = given.getAll(facet).flatMap((value) => value.split(","));
    const now = words.map((word) => word.trim()).map((word) => (known.has(word) ? word : (columns.former[word] ?? word)));
    question.chosen[facet] = [...new Set(now)].filter((word) => known.has(word));
  }
  question.from = parse(given.get("from") ?? "");
  question.to = parse(given.get("to") ?? "");
  question.key = flag(given.get("key"));
  question.disputed = flag(given.get("disputed"));
  question.asOf = asOf(search, columns);
  question.order = given.get("order") === "newest" ? "newest" : "oldest";
  return question;
}

/** The day of an address, if it is one on which less was known than now, and the record tells what was known when.
 * @param {string} search @param {{through: number, retrospective?: boolean}} columns */
export function asOf(search, { through, retrospective }) {
  const found = retrospective ? null : day(new URLSearchParams(search).get("as-of") ?? "");
  return found !== null && found < through ? found : null;
}

/** @param {string | null} value */
function flag(value) {
  return value === "true" || value === "" || value === "1";
}

/** @param {Question} question */
export function write(question) {
  const given = new URLSearchParams();
  if (question.q) given.set("q", question.q);
  for (const facet of FACETS) for (const value of question.chosen[facet]) given.append(facet, value);
  if (question.from) given.set("from", question.from.text);
  if (question.to) given.set("to", question.to.text);
  if (question.key) given.set("key", "true");
  if (question.disputed) given.set("disputed", "true");
  if (question.asOf !== null) given.set("as-of", iso(question.asOf));
  if (question.order !== "oldest") given.set("order", question.order);
  const text = given.toString();
  return text ? `?${text}` : "";
}
