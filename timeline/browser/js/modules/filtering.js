// @ts-check
/**
 * From a question to the events that fit, and how many each value of a facet would give.
 *
 * Within one facet any of the values may fit, between facets all must. Nothing of the past is computed here:
 * how an event stood on a day is looked up.
 */
import { NEVER, ALWAYS } from "./days.js";
import { FACETS } from "./question.js";
import { CLAIMS, NAMES, SUMMARY, TITLE } from "./matched_terms.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {{places: Int32Array, counts: Record<string, Int32Array>, years: Int32Array, key: number, disputed: number, known: number}} Answer
 *   `years` beside those of `events.calendar`, whatever stretch of time is asked for */

/** For each event whether all that was typed is met in it; null when nothing was. @param {Events} events @param {Question} question */
export function saying(events, { q, asOf }) {
  const sought = events.sought(q);
  return sought.any ? met(events, sought, asOf) : null;
}

/** For each event whether all that is sought was known of it: on an earlier day not all claims were, and no summary that was
 * written since. @param {Events} events @param {import("./matched_terms.js").Sought} sought @param {number | null} asOf */
export function met(events, sought, asOf) {
  const bits = new Uint8Array(events.size).fill(1);
  const forms = asOf === null ? null : events.forms(asOf);
  const { partsOf } = events;
  for (const column of sought.columns) {
    for (let place = 0; place < bits.length; place++) {
      if (!bits[place]) continue;
      const start = partsOf[place];
      const known = forms && forms[place] >= 0 ? events.columns.forms[forms[place]][6] : null;
      let found = column[start + TITLE] | column[start + NAMES];
      if (known) for (const claim of known) found |= column[start + CLAIMS + claim];
      else for (let part = start + SUMMARY; !found && part < partsOf[place + 1]; part++) found = column[part];
      bits[place] = found;
    }
  }
  return bits;
}

/** @param {Events} events @param {string} facet @param {string[]} ids */
function chosenOf(events, facet, ids) {
  const values = events.columns.facets[facet];
  const chosen = new Uint8Array(values.length);
  for (const id of ids) {
    const place = values.findIndex(([other]) => other === id);
    if (place >= 0) chosen[place] = 1;
  }
  return chosen;
}

/** The topics that are chosen, those of each family by themselves. @param {Events} events @param {Uint8Array} chosen
 * @returns {[family: number, chosen: Uint8Array][]} */
function byFamily(events, chosen) {
  const families = [...new Set(Array.from(events.familyOf).filter((_, topic) => chosen[topic]))];
  return families.map((family) => [family, chosen.map((one, topic) => (events.familyOf[topic] === family ? one : 0))]);
}

/** The events that fit, in their row, and the counts. @param {Events} events @param {Question} question
 * @param {Uint8Array | null} said from `saying` @returns {Answer} */
export function filtered(events, question, said) {
  const { size, first, last, kind, course, key, topics, actors, settings, statusOf, disputedIn, kindsOf } = events;
  const table = events.columns.forms;
  const [byStatus, byKinds, byDispute] = [0, 1, 2].map(() => new Int32Array(table.length)); // counted by form first
  const forms = events.forms(question.asOf ?? events.columns.through);
  const from = question.from ? question.from.first : ALWAYS;
  const to = question.to ? question.to.last : NEVER;
  const wanted = FACETS.map((facet) => question.chosen[facet].length > 0);
  const chosen = FACETS.map((facet) => chosenOf(events, facet, question.chosen[facet]));
  const families = byFamily(events, chosen[0]);
  const mask = chosen[5].reduce((bits, one, place) => bits | (one << place), 0);
  const counts = FACETS.map((facet) => new Int32Array(events.columns.facets[facet].length));
  const years = new Int32Array(events.calendar.length);
  const places = new Int32Array(size);
  let found = 0;
  let keys = 0;
  let disputes = 0;
  let known = 0;
  for (let place = 0; place < size; place++) {
    const form = forms[place];
    if (form < 0) continue;
    known++;
    if (said && !said[place]) continue;
    let fails = 0; // one bit for each facet that leaves the event out
    if (!(last[place] >= from && first[place] <= to) && !rival(events, place, table[form][7], from, to)) fails |= 256;
    let lacking = -1; // the family of topics that leaves the event out; -2 for several
    for (const [family, chosenIn] of families) if (!any(topics, place, chosenIn)) lacking = lacking === -1 ? family : -2;
    if (lacking !== -1) fails |= 1;
    if (wanted[1] && !any(actors, place, chosen[1])) fails |= 2;
    if (wanted[2] && !chosen[2][kind[place]]) fails |= 4;
    if (wanted[3] && !chosen[3][statusOf[form]]) fails |= 8;
    if (wanted[4] && !chosen[4][course[place]]) fails |= 16;
    if (wanted[6] && !any(settings, place, chosen[6])) fails |= 512;
    if (wanted[5] && !(mask & kindsOf[form])) fails |= 32;
    if (question.key && !key[place]) fails |= 64;
    if (question.disputed && !disputedIn[form]) fails |= 128;
    if (fails & (fails - 1)) continue; // two facets leave it out: no single count can bring it back
    if (!fails) places[found++] = place;
    if (!(fails & ~256)) yearly(events, place, table[form][7], years);
    if (!(fails & ~1) && lacking !== -2) each(topics, place, counts[0], lacking === -1 ? undefined : (topic) => events.familyOf[topic] === lacking);
    if (!(fails & ~2)) each(actors, place, counts[1]);
    if (!(fails & ~512)) each(settings, place, counts[6]);
    if (!(fails & ~4)) counts[2][kind[place]]++;
    if (!(fails & ~8)) byStatus[form]++;
    if (!(fails & ~16)) counts[4][course[place]]++;
    if (!(fails & ~32)) byKinds[form]++;
    if (!(fails & ~64) && key[place]) keys++;
    if (!(fails & ~128)) byDispute[form]++;
  }
  for (let form = 0; form < table.length; form++) {
    counts[3][statusOf[form]] += byStatus[form];
    for (let bits = kindsOf[form], at = 0; bits; bits >>= 1, at++) if (bits & 1) counts[5][at] += byKinds[form];
    if (disputedIn[form]) disputes += byDispute[form];
  }
  const ordered = places.slice(0, found);
  if (question.order === "newest") ordered.reverse();
  return { places: ordered, counts: Object.fromEntries(FACETS.map((facet, at) => [facet, counts[at]])), years, key: keys, disputed: disputes, known };
}

/** @param {import("./event_columns.js").Lists} list @param {number} place @param {Uint8Array} chosen */
function any({ starts, values }, place, chosen) {
  for (let at = starts[place]; at < starts[place + 1]; at++) if (chosen[values[at]]) return true;
  return false;
}

/** @param {import("./event_columns.js").Lists} list @param {number} place @param {Int32Array} counts */
function each({ starts, values }, place, counts, counted = (/** @type {number} */ _) => true) {
  for (let at = starts[place]; at < starts[place + 1]; at++) if (counted(values[at])) counts[values[at]]++;
}

/** Counts an event in every year in which it may lie. @param {Events} events @param {number} place
 * @param {number[] | null} known of its rival dates @param {Int32Array} counts */
function yearly(events, place, known, counts) {
  each(events.yearsOf, place, counts);
  if (!events.columns.rivals[place]) return;
  const { calendar, first, last } = events;
  for (let at = 0; at < calendar.length; at++) {
    const year = calendar[at];
    const own = last[place] >= year.first && first[place] <= year.last;
    if (!own && rival(events, place, known, year.first, year.last)) counts[at]++;
  }
}

/** Whether another date that sources give lies in the range. @param {Events} events @param {number} place
 * @param {number[] | null} known @param {number} from @param {number} to */
function rival(events, place, known, from, to) {
  const rivals = events.columns.rivals[place];
  if (!rivals) return false;
  const [, , first, longer] = events.columns.dates;
  return rivals.some((date, number) => (!known || known.includes(number)) && first[date] + longer[date] >= from && first[date] <= to);
}

/** A list's value on a day: of two lists, the days and what held from each on. @template T
 * @param {number[]} days @param {T[]} values @param {number} day @returns {T | undefined} */
export function on(days, values, day) {
  let found;
  for (let at = 0; at < days.length && days[at] <= day; at++) found = values[at];
  return found;
}

/** Forecasts and tracks on a day. @param {Events} events @param {number} day */
export function others(events, day) {
  const asked = Math.min(day, events.columns.through);
  const expectations = events.columns.expectations.map(([id, days, values]) => ({ id, standing: on(days, values, asked) }));
  const tracks = events.columns.tracks.map(([id, title, days, values]) => ({ id, title, state: on(days, values, asked) }));
  return { expectations: expectations.filter(({ standing }) => standing !== undefined), tracks: tracks.filter(({ state }) => state !== undefined) };
}
