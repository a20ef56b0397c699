/** A record of three events, as the build hands one over: two in January 2025 and one in March. */
import { Events } from "../../../timeline/browser/js/modules/event_columns.js";
import { day } from "../../../timeline/browser/js/modules/days.js";

const all = null;
const [early, late, third] = ["2025-01-10", "2025-02-01", "2025-03-20"].map((text) => day(text) ?? 0);
const steps = (numbers) => numbers.map((number, at) => number - (numbers[at - 1] ?? 0));

export const names = {
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  seasons: { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" },
  quarters: { 33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter" },
  extent: "⟦a⟧ to ⟦b⟧",
  since: "since ⟦x⟧",
  until: "until ⟦x⟧",
  typed: {
    months: { january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9, october: 10, november: 11, december: 12, sept: 9 },
    weekdays: ["tuesday"],
    small: ["of", "the"],
    seasons: { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 },
    thirds: { early: 1, mid: 2, late: 3 },
    ordinals: { first: 1, second: 2 },
  },
};

export const addresses = {
  pages: { event: "events/⟦x⟧/", claim: "events/⟦x⟧/#⟦anchor⟧", unnamed: "claim-⟦n⟧", topic: "topics/⟦x⟧/", track: "tracks/#_⟦x⟧" },
  dated: ["events/", "tracks/"],
};

export const columns = {
  format: 4,
  through: day("2025-06-30"),
  days: steps([early, late, third]),
  changes: steps([early, late, third]),
  dates: [
    "2025-01-10\n2025-01\n2025-03-20",
    "10 January 2025\nJanuary 2025\n20 March 2025",
    [early, day("2025-01-01"), third],
    [0, 30, 0],
  ],
  heads: [["_2025-01", "January 2025", "2025"], ["_2025-03", "March 2025", "2025"]],
  // status, sources, origins, disputes, disputed, kinds, claims, rivals
  forms: [[1, 1, 1, 0, 0, 1, [0], all], [0, 3, 2, 0, 0, 3, all, all], [2, 2, 1, 1, 1, 2, all, all]],
  facets: {
    topic: [["bridge", "The Bridge"], ["flood", "The Flood"]],
    actor: [["council", "The Council"]],
    place: [],
    kind: [["report", "report"], ["release", "release"]],
    status: [["confirmed", "confirmed"], ["reported", "reported"], ["disputed", "disputed"]],
    course: [["happened", "happened"], ["planned", "planned"]],
    "source-kind": [["primary", "primary source"], ["secondary", "secondary source"]],
  },
  former: { crossing: "bridge" },
  ids: "opening\nnaming\nflood",
  titles: "The bridge opened\nThe bridge is named after a mayor\nThe flood of March",
  events: { date: [0, 1, 1], head: [0, 0, 1], claims: [2, 1, 1] },
  marks: { kind: "101", course: "000", key: "100" },
  lists: { topic: ["111", [0, 0, 1]], actor: ["100", [0]], place: ["000", []], states: ["211", [0, 1, 1, 2]] },
  stands: [0, 1, 1, 2],
  rivals: {},
  updated: [],
  expectations: [["repair", [late], ["open"]]],
  tracks: [["crossing", "The crossing", [early, third], [["open", "open"], null]]],
};

/** How what is typed is read, in a language of few words. */
export const reading = {
  scales: { million: 6, bn: 9 },
  attached: [],
  numbers: { two: 2, twenty: 20, hundred: 100 },
  articles: ["a"],
  currencies: ["dollars"],
  halves: ["half"],
  mixed: {},
  ordinals: { sixth: 6 },
  points: ["point"],
  and: ["and"],
  small: ["the"],
  endings: ["ing", "ed", "s", "e"],
};

/** The record, with no text but its titles and an index of their words and of the names of its subjects. Its events have five,
 * four and four passages. */
export function record() {
  const words = { dates: names, sheets: {}, groups: {} };
  const events = new Events(columns, { words, addresses, reading, shards: { words: [0], sources: [0], index: ["a"], parts: 16 } }, "");
  events.index.take(0, "bridge AB\ncouncil B\nflood JB\nmarch J\nmayor F\nnamed F naming\nnames  named\nopened A");
  return events;
}

/** The ids of the events at some places. */
export const idsOf = (events, { places }) => [...places].map((place) => events.ids.at(place));
