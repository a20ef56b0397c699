// @ts-check
/**
 * Cards and month headings, laid on the sheets that the build drew its own with.
 */
import { apart, directed } from "./text_direction.js";
import { escape } from "./text_match.js";
import { CLAIMS, excerpt, marked, NAMES, SUMMARY } from "./matched_terms.js";
import { count, figure, filled, gist as gistOf } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {{links: import("./links.js").Links, sought: import("./matched_terms.js").Sought}} View where cards lead, and what was searched for */

/** A sheet cut at its places, once. @type {Map<string, string[]>} */
const cut = new Map();

/** @param {string} sheet @param {Record<string, string>} values */
export function fill(sheet, values) {
  let pieces = cut.get(sheet);
  if (!pieces) cut.set(sheet, (pieces = sheet.split(/⟦([a-z]+)⟧/)));
  let text = pieces[0];
  for (let at = 1; at < pieces.length; at += 2) text += values[pieces[at]] + pieces[at + 1];
  return text;
}

/** A date as the pages print it. @param {Events} events @param {number} date */
function when(events, date) {
  const [machine, said] = [events.machine.at(date), escape(events.inWords.at(date))];
  return machine ? `<time datetime="${machine}">${said}</time>` : said;
}

/** The actors, topics or places of an event. @param {Events} events @param {"actor" | "topic" | "place"} facet @param {number} place */
function named(events, facet, place) {
  const { starts, values } = { actor: events.actors, topic: events.topics, place: events.settings }[facet];
  return Array.from({ length: starts[place + 1] - starts[place] }, (_, at) => events.columns.facets[facet][values[starts[place] + at]]);
}

/** "10 sources, 4 independent". @param {Record<string, any>} words @param {number} sources @param {number} origins
 * @param {number} [unnamed] how many name no origin, where others were withdrawn */
function evidence(words, sources, origins, unnamed) {
  if (!sources) return words.no_source;
  if (unnamed !== undefined) return filled(unnamed ? words.partly_withdrawn : words.withdrawn, { all: count(words.sources, sources) });
  if (!origins) return count(words.no_origin, sources);
  if (origins === sources) return count(sources === 1 ? words.sources : words.independent, sources);
  return filled(origins < sources ? words.of_them : words.beyond_them, { all: count(words.sources, sources), n: figure(origins) });
}

/** What a card says in a sentence: where the words stand that were looked for, else the summary, if all of it was known.
 * Until the texts are there, its room. @param {Events} events @param {number} place @param {number} form @param {View} view */
function gist(events, place, form, view) {
  const why = view.sought.any ? reason(events, place, form, view) : "";
  const summary = events.summary(place);
  if (!why && (summary === "" || events.columns.forms[form][6])) return "";
  return events.words.sheets.gist.replace("⟦x⟧", () => why || (summary ? apart(escape(gistOf(summary))) : "&nbsp;"));
}

/** An event's card. @param {Events} events @param {number} place @param {number} formNumber how it stands
 * @param {View} view */
export function card(events, place, formNumber, view) {
  const { links, sought } = view;
  const { columns, words } = events;
  const sheets = words.sheets;
  const [status, sources, origins, disputes, , , , , unnamed] = columns.forms[formNumber];
  const id = events.ids.at(place);
  const updated = links.day === null && events.updated.has(place);
  const drawn = fill(sheets.card, {
    id,
    when: when(events, events.date[place]),
    status: sheets.status[columns.facets.status[status][0]],
    course: sheets.course[columns.facets.course[events.course[place]][0]] ?? "",
    key: events.key[place] ? sheets.key : "",
    link: links.to("event", id),
    title: marked(events.titles.at(place), sought.marks),
    gist: gist(events, place, formNumber, view),
    evidence: evidence(words, sources, origins, unnamed),
    updated: updated ? sheets.updated : "",
    disputes: disputes ? sheets.disputes.replace("⟦x⟧", count(words.disputes, disputes).replace(" ", "\u00a0")) : "",
  });
  return directed(drawn);
}

/** The name of a claim on its event's page. @param {Events} events @param {number} place @param {number} part from 1 */
export function anchorOf(events, place, part) {
  const ids = /** @type {string | undefined} */ (events.said?.more(place, "ids"))?.split("\t") ?? [];
  return ids[part - 1] || filled(events.addresses.pages.unnamed, { n: String(part) });
}

/** Where else than in the title it stands what was sought: the claim or the summary, with its name on the page.
 * @param {Events} events @param {number} place @param {number[] | null} claims those known @param {import("./matched_terms.js").Sought} sought */
export function passage(events, place, claims, sought) {
  const start = events.partsOf[place];
  if (!events.said || sought.count(start) === sought.terms.length) return null;
  const hits = Array.from({ length: events.claims[place] + 1 }, (_, at) => (claims && (at === 0 || !claims.includes(at - 1)) ? 0 : sought.count(start + (at ? CLAIMS + at - 1 : SUMMARY))));
  const best = hits.indexOf(Math.max(...hits.slice(1), 0), 1);
  const part = best > 0 && hits[best] >= hits[0] ? best : 0;
  if (!hits[part]) return null;
  return { anchor: part ? anchorOf(events, place, part) : "", html: excerpt(events.said.shown(place)[part], sought.marks) };
}

/** Why an event was found, where its title does not show it: the words around, or who and what it is about.
 * @param {Events} events @param {number} place @param {number} form @param {View} view */
function reason(events, place, form, { links, sought }) {
  const found = passage(events, place, events.columns.forms[form][6], sought);
  if (found) return `<a href="${found.anchor ? links.to("claim", events.ids.at(place), found.anchor) : links.to("event", events.ids.at(place))}">${found.html}</a>`;
  const start = events.partsOf[place];
  if (sought.count(start) === sought.terms.length || !sought.count(start + NAMES)) return "";
  const said = /** @type {("actor" | "topic" | "place")[]} */ (["actor", "topic", "place"]).map((facet) => {
    const ways = named(events, facet, place).map(([id, name]) => [id, marked(name, sought.marks)]).filter(([, html]) => html.includes("<mark>"));
    return ways.length ? `${escape(events.words[facet])}: ${ways.map(([id, html]) => `<a href="${links.to(facet, id)}">${html}</a>`).join(", ")}` : "";
  });
  return said.filter(Boolean).join("; ");
}

/** Months with their cards. @param {Events} events @param {ArrayLike<number>} places @param {Int32Array} forms
 * @param {View} view @param {Set<number>} [apart] headings that stand further up already */
export function months(events, places, forms, view, apart) {
  const { columns, words } = events;
  /** @type {string[]} */
  const pieces = [];
  /** @type {string[]} */
  let cards = [];
  let head = -1;
  const close = () => {
    if (!cards.length) return;
    const [anchor] = columns.heads[head];
    const name = events.heading(head, view.links.day);
    const [mark, said] = apart?.has(head) ? [`${anchor}-more`, filled(words.earlier_in_month, { month: name })] : [anchor, name];
    pieces.push(fill(words.sheets.month, { anchor: mark, name: escape(said), cards: cards.join("\n") }));
    cards = [];
  };
  for (const place of Array.from(places)) {
    if (events.head[place] !== head) {
      close();
      head = events.head[place];
    }
    cards.push(card(events, place, forms[place], view));
  }
  close();
  return pieces.join("\n");
}
