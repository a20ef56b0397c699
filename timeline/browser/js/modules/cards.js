// @ts-check
/**
 * Cards and month headings, laid on the sheets that the build drew its own with.
 */
import { excerpt, begins, escape, marked } from "./match.js";
import { count, filled } from "./wording.js";

/** @typedef {import("./data.js").Events} Events */
/** @typedef {{links: import("./links.js").Links, sought: string[]}} View where cards lead, and what was searched for */

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

/** The actors or topics of an event. @param {Events} events @param {"actor" | "topic"} facet @param {number} place */
function named(events, facet, place) {
  const { starts, values } = facet === "actor" ? events.actors : events.topics;
  return Array.from({ length: starts[place + 1] - starts[place] }, (_, at) => events.sift.facets[facet][values[starts[place] + at]]);
}

/** "3 sources, 1 origin". @param {Record<string, any>} words @param {number} sources @param {number} origins */
export function evidence(words, sources, origins) {
  if (!sources) return words.no_source;
  return `${count(words.sources, sources)}, ${origins ? count(words.origins, origins) : words.no_origin}`;
}

/** An event's card. @param {Events} events @param {number} place @param {number} formNumber how it stands
 * @param {View} view */
export function card(events, place, formNumber, { links, sought }) {
  const { sift, words } = events;
  const sheets = words.sheets;
  const [status, sources, origins, disputes, , , claims] = sift.forms[formNumber];
  const known = sift.events.known[place];
  const id = events.ids.at(place);
  const names = named(events, "actor", place).map(([, name]) => name).join(", ");
  const key = events.key[place];
  const updated = links.day !== null ? undefined : sift.updated[place];
  return fill(sheets.card, {
    emphasis: key ? sheets.emphasis : "",
    id,
    when: when(events, events.date[place]),
    status: sheets.status[sift.facets.status[status][0]],
    course: sheets.course[sift.facets.course[events.course[place]][0]] ?? "",
    kind: escape(sift.facets.kind[events.kind[place]][1]),
    key: (key ? sheets.key : "") + (updated === undefined ? "" : sheets.fresh.replace("⟦x⟧", when(events, updated))),
    link: links.to("event", id),
    title: marked(events.titles.shown.at(place), sought),
    names: names ? sheets.names.replace("⟦x⟧", () => marked(names, sought)) : "",
    claims: count(words.claims, claims ? claims.length : events.claims[place]),
    evidence: evidence(words, sources, origins),
    known: known < 0 ? "" : (known & 1 ? sheets.read : sheets.known).replace("⟦x⟧", when(events, known >> 1)),
    disputes: disputes ? sheets.disputes.replace("⟦x⟧", count(words.disputes, disputes)) : "",
  });
}

/** The name of a claim on its event's page. @param {Events} events @param {number} place @param {number} part from 1 */
export function anchorOf(events, place, part) {
  const ids = /** @type {string | undefined} */ (events.said?.more(place, "ids"))?.split("\t") ?? [];
  return ids[part - 1] || filled(events.addresses.pages.unnamed, { n: String(part) });
}

/** Where else than in the title the words stand: the claim or the summary, with its name on the page.
 * @param {Events} events @param {number} place @param {number[] | null} claims those known @param {string[]} sought */
export function passage(events, place, claims, sought) {
  if (!events.said || sought.every((word) => begins(events.titles.folded.at(place), word) >= 0)) return null;
  const folded = events.said.folded(place);
  const hits = folded.map((part, at) => (claims && (at === 0 || !claims.includes(at - 1)) ? 0 : sought.filter((word) => begins(part, word) >= 0).length));
  const best = hits.indexOf(Math.max(...hits.slice(1), 0), 1);
  const part = best > 0 && hits[best] >= hits[0] ? best : 0;
  if (!hits[part]) return null;
  const shown = events.said.shown(place)[part];
  return { anchor: part ? anchorOf(events, place, part) : "", html: excerpt(shown, sought), text: shown };
}

/** Why an event was found, where its card does not show it: the words around, or its topics.
 * @param {Events} events @param {number} place @param {number} form @param {View} view */
function reason(events, place, form, { links, sought }) {
  const found = passage(events, place, events.sift.forms[form][6], sought);
  if (found) return `<a href="${found.anchor ? links.to("claim", events.ids.at(place), found.anchor) : links.to("event", events.ids.at(place))}">${found.html}</a>`;
  const title = events.titles.folded.at(place);
  const left = sought.filter((word) => begins(title, word) < 0 && !named(events, "actor", place).some(([, , folded]) => begins(folded ?? "", word) >= 0));
  const topics = named(events, "topic", place).filter(([, , folded]) => left.some((word) => begins(folded ?? "", word) >= 0));
  const ways = topics.map(([id, name]) => `<a href="${links.to("topic", id)}">${marked(name, sought)}</a>`);
  return ways.length ? `${escape(events.words.topic)}: ${ways.join(", ")}` : "";
}

/** Months with their cards. @param {Events} events @param {Int32Array} places @param {Int32Array} forms
 * @param {View} view */
export function months(events, places, forms, view) {
  const { sift, words } = events;
  /** @type {string[]} */
  const pieces = [];
  /** @type {string[]} */
  let cards = [];
  let head = -1;
  const close = () => {
    if (!cards.length) return;
    const [anchor, name] = sift.heads[head];
    pieces.push(fill(words.sheets.month, { anchor, name: escape(name), cards: cards.join("\n") }));
    cards = [];
  };
  for (const place of places) {
    if (events.head[place] !== head) {
      close();
      head = events.head[place];
    }
    const html = card(events, place, forms[place], view);
    const why = view.sought.length ? reason(events, place, forms[place], view) : "";
    cards.push(why ? html.replace(/<\/article>$/, `<p class="tl-passage">${why}</p>\n</article>`) : html);
  }
  close();
  return pieces.join("\n");
}
