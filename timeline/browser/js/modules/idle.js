// @ts-check
/**
 * What is done while nobody waits, in short pieces between which anything else comes first: the rest of the
 * index is fetched, and some questions are asked for practice. Browsers run faster what they have run before, so a reader's first
 * letters and clicks need not be the slow ones.
 */
import { everything, FACETS } from "./question.js";
import { filtered, saying } from "./filtering.js";

/** @typedef {import("./event_columns.js").Events} Events */

/** @param {Iterable<() => void | Promise<void>>} pieces */
async function unhurried(pieces) {
  for (const piece of pieces) {
    await new Promise((rests) => ("requestIdleCallback" in window ? requestIdleCallback(rests) : setTimeout(rests, 50)));
    await piece();
  }
}

/** Those for whom it was done. @type {WeakSet<Events>} */
const rested = new WeakSet();

/** After the first word, once. @param {Events} events */
export async function forWords(events) {
  if (rested.has(events)) return;
  rested.add(events);
  const rest = events.index.pieces.map((_, number) => () => events.loadIndex(number));
  const words = [...new Set(events.titles.text.slice(0, 400).toLowerCase().split(/[^a-z]+/))].filter((word) => word.length > 2).slice(0, 4);
  const typed = words.flatMap((word) => [1, 2, 3].map((length) => word.slice(0, length)));
  await unhurried([...rest, ...typed.map((q) => () => void saying(events, { ...everything(), q }))]);
}

/** Values chosen one by one, then one after another, after the facets have come. @param {Events} events */
export function forFacets(events) {
  const plain = everything().chosen;
  const first = FACETS.map((facet) => events.columns.facets[facet].slice(0, 1).map(([id]) => id));
  const alone = FACETS.map((facet, at) => ({ ...plain, [facet]: first[at] }));
  const together = FACETS.map((_, last) => Object.fromEntries(FACETS.map((facet, at) => [facet, at <= last ? first[at] : []])));
  const questions = [...alone, ...together].map((chosen) => ({ ...everything(), chosen }));
  questions.push({ ...everything(), key: true }, { ...everything(), disputed: true });
  return unhurried(questions.map((question) => () => void filtered(events, question, null)));
}
