// @ts-check
/**
 * What is most to the point among all that was found: by where the words stand, how rare they are, and how near a date is.
 */
import { fold } from "./text_match.js";
import { CLAIMS, NAMES, OF_SOURCE, SUMMARY, TITLE } from "./matched_terms.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./matched_terms.js").Sought} Sought */
/** @typedef {{from: import("./days.js").Reading | null, to: import("./days.js").Reading | null, q: string}} Asked */

const WEIGHT = { title: 4, id: 3, names: 2, summary: 2, claim: 1, publisher: 3.5 };
const SPAN = 400;
const MIDDLE = 0.3;

/** @param {ArrayLike<number>} places @param {(place: number) => number} score */
function best(places, score) {
  const scored = Array.from(places, (place) => /** @type {[number, number]} */ ([score(place), place]));
  return scored.sort((one, other) => other[0] - one[0]).map(([, place]) => place);
}

/** How much a term tells: the fewer parts meet it, the more. @param {Uint8Array} column */
function rarity(column) {
  let met = 0;
  for (let part = 0; part < column.length; part++) met += column[part];
  return Math.log(2 + column.length / (1 + met));
}

/** Events, the most telling first. @param {Events} events @param {Int32Array} places @param {Sought} sought @param {Asked} asked */
export function ranked(events, places, sought, asked) {
  const rare = sought.columns.map(rarity);
  const exact = sought.exact;
  const said = fold(asked.q).trim();
  const typed = sought.typed;
  const ids = sought.terms.map((term) => `-${term.typed.replace(/[ .]/g, "-")}-`);
  return best(places, (place) => {
    const [start, end] = [events.partsOf[place], events.partsOf[place + 1]];
    let points = 1;
    sought.columns.forEach((column, at) => {
      const met = (/** @type {number} */ part) => (column[part] + exact[at][part] + typed[at][part]) / 3;
      let claims = 0;
      for (let part = start + CLAIMS; part < end; part++) claims += met(part);
      const where = met(start + TITLE) * WEIGHT.title + met(start + NAMES) * WEIGHT.names + met(start + SUMMARY) * WEIGHT.summary;
      const named = exact[at][start + NAMES] && `-${events.ids.at(place)}-`.includes(ids[at]);
      points += rare[at] * (where + WEIGHT.claim * Math.min(3, claims) + (named ? WEIGHT.id : 0));
    });
    if (sought.any) {
      const met = Math.max(...Array.from({ length: end - start }, (_, part) => (part === NAMES ? 0 : sought.count(start + part))));
      if (sought.count(start) === sought.terms.length) points *= 1.6;
      else if (met === sought.terms.length) points *= 1.25;
      if (sought.terms.length > 1 && fold(events.titles.at(place)).includes(said)) points *= 1.5;
    }
    return points * near(events, place, asked) * (events.key[place] ? 1.6 : 1) * (1 + Math.log1p(events.claims[place]) / 8);
  });
}

/** How well an event lies in the time that was asked for: what may only overlap it comes last, and of a stretch with two ends ("late
 * January") its middle is meant rather than its edges. @param {Events} events @param {number} place @param {Asked} asked */
function near(events, place, { from, to }) {
  if (!from && !to) return 1;
  const [first, last] = [events.first[place], events.last[place]];
  const within = (!from || first >= from.first) && (!to || last <= to.last);
  const half = from && to && from.text !== to.text ? (to.last - from.first) / 2 : 0;
  const middle = half ? 1 + MIDDLE * Math.max(0, 1 - Math.abs(first + last - from.first - to.last) / 2 / half) : 1;
  return ((within ? 4 : 1) * middle) / (1 + Math.min(last - first, SPAN) / 20);
}

/** Documents, those of a publisher who was named before those whose titles have the words. @param {Events} events @param {number[]} places @param {Sought} sought */
export function rankedSources(events, places, sought) {
  const rare = sought.columns.map(rarity);
  const exact = sought.exact;
  return best(places, (place) => {
    const start = events.sourceParts + place * OF_SOURCE;
    const met = (/** @type {number} */ at, /** @type {number} */ part) => sought.columns[at][part] + exact[at][part];
    return rare.reduce((sum, much, at) => sum + much * (met(at, start) * WEIGHT.title + met(at, start + 1) * WEIGHT.publisher), 0);
  });
}
