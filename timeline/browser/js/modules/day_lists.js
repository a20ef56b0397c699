// @ts-check
/**
 * The lists on the pages of subjects and of years, laid for the events that were known on a day: what stands open and
 * what is folded. `subject_events.py` and `folds.py` lay those of today by the same rules.
 */
import { card, fill, months } from "./cards.js";
import { escape } from "./text_match.js";
import { filled, figure } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events @typedef {import("./cards.js").View} View */

const LATEST = 6;
const MOST_FOLDS = 12;
const ROOM = 20;
/** So few more are not worth a fold: below the latest, of a year's list, between what stands open. */
const FEW = { latest: 2, list: 3, between: 3 };
const UNDATED = "undated";

/** The events of a subject: the latest, and those before them by year. @param {Events} events @param {number[]} row as the
 * headings put them @param {Int32Array} forms @param {View} view */
export function subject(events, row, forms, view) {
  const { words } = events;
  const [dated, undated] = [false, true].map((none) => row.filter((place) => (year(events, place) === UNDATED) === none));
  const latest = [...dated.reverse(), ...undated];
  const cut = latest.length > LATEST + FEW.latest ? LATEST : latest.length;
  const [shown, before] = [latest.slice(0, cut), latest.slice(cut)];
  const [heads, years] = [new Set(shown.map((place) => events.head[place])), new Set(shown.map((place) => year(events, place)))];
  const pieces = [months(events, shown, forms, view)];
  for (const last of [false, true]) {
    for (const places of gathered(events, before.filter((place) => (year(events, place) === UNDATED) === last))) {
      const inner = months(events, places, forms, view, heads);
      pieces.push(fill(words.sheets.year, { name: escape(named(events, places, years)), number: figure(places.length), months: inner }));
    }
  }
  return { html: pieces.join("\n"), title: before.length ? words.latest : words.the_events };
}

/** Events by year, or by several years where there would be too many folds. @param {Events} events @param {number[]} places */
function gathered(events, places) {
  /** @type {Map<string, number[]>} */
  const years = new Map();
  for (const place of places) years.set(year(events, place), [...(years.get(year(events, place)) ?? []), place]);
  const parts = [...years.values()];
  const size = Math.ceil(parts.length / MOST_FOLDS) || 1;
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, at) => parts.slice(at * size, (at + 1) * size).flat());
}

/** What a fold is called. @param {Events} events @param {number[]} places @param {Set<string>} shown years of which some stand above */
function named(events, places, shown) {
  const { words, columns: { years } } = events;
  const [last, first] = [places[0], places[places.length - 1]].map((place) => year(events, place));
  if (first !== last) return filled(words.years, { start: years[first], end: years[last] });
  if (shown.has(last)) return filled(words.earlier_in_year, { year: years[last] });
  return years[last].charAt(0).toUpperCase() + years[last].slice(1);
}

/** The events of a year: where they are many, what lies between key events is folded within each month.
 * @param {Events} events @param {number[]} row @param {Int32Array} forms @param {View} view */
export function ofYear(events, row, forms, view) {
  const open = opened(events, row, forms);
  /** @type {{head: number, shown: boolean, places: number[]}[]} */
  const runs = [];
  for (const place of row) {
    const [last, head, shown] = [runs[runs.length - 1], events.head[place], open.has(place)];
    if (last && last.head === head && last.shown === shown) last.places.push(place);
    else runs.push({ head, shown, places: [place] });
  }
  /** @type {Map<number, string[]>} */
  const pieces = new Map();
  for (const { head, shown, places } of runs) {
    const cards = places.map((place) => card(events, place, forms[place], view)).join("\n");
    const more = row.some((place) => events.head[place] === head && !places.includes(place));
    const sheet = events.words.sheets.between[more ? "more_events" : "events"];
    pieces.set(head, [...(pieces.get(head) ?? []), shown || places.length < FEW.between ? cards : fill(sheet, { said: "", inner: cards })]);
  }
  const html = [...pieces].map(([head, cards]) => {
    const name = escape(events.heading(head, view.links.day));
    return fill(events.words.sheets.month, { anchor: events.columns.heads[head][0], name, cards: cards.join("\n") });
  });
  return { html: html.join("\n"), title: null };
}

/** Which stand open. @param {Events} events @param {number[]} row @param {Int32Array} forms */
function opened(events, row, forms) {
  if (row.length <= ROOM + FEW.list) return new Set(row);
  const claims = (/** @type {number} */ place) => events.columns.forms[forms[place]][6]?.length ?? events.claims[place];
  const key = row.filter((place) => events.key[place]).sort((a, b) => claims(b) - claims(a)).slice(0, ROOM - LATEST);
  return new Set([...key, ...row.slice(0, Math.max(0, LATEST - key.length))]);
}

/** @param {Events} events @param {number} place */
const year = (events, place) => events.columns.heads[events.head[place]][2];
