// @ts-check
/**
 * One search for the header and for the timeline: events, claims, sources, subjects and pages.
 */
import { anchorOf, passage } from "./cards.js";
import { split } from "./days.js";
import { apart } from "./direction.js";
import { Links } from "./links.js";
import { begins, escape, excerpt, marked, words as wordsOf } from "./match.js";
import { everything } from "./question.js";
import { filtered, saying } from "./filtering.js";

/** @typedef {import("./events.js").Events} Events */
/** @typedef {{group: string, href: string, title: string, when: string, passage: string}} Hit the texts are HTML */
/** @typedef {{groups: [string, Hit[], number][], places: Int32Array}} Found each group with how many there are in all */

/** What a typed text asks for: words, dates, or both. @param {Events} events @param {string} typed */
export function asked(events, typed) {
  const { words, date } = split(typed, events.words.dates, events.years);
  return { ...everything(), q: words, from: date && { ...date, end: null }, to: date && { ...date, start: null, first: 0 } };
}

/** Everything that a question finds, the most telling first. @param {Events} events
 * @param {import("./question.js").Question} question @param {string} root @param {number} most of each group @returns {Found} */
export function search(events, question, root, most) {
    const said = saying(events, question);
  const places = filtered(events, question, said).places;
  const sought = wordsOf(question.q);
  const view = { links: new Links(events.addresses, root, question.asOf), sought };
  const ranked = sought.length ? rank(events, places, sought) : [...places];
  /** @type {[string, Hit[], number][]} */
  const groups = [["events", ranked.slice(0, most).map((place) => event(events, place, view)), places.length]];
  if (sought.length) {
    const claims = claimHits(events, ranked, view, most);
    const others = [...sourceHits(events, view), ...pageHits(events, sought, root), ...subjectHits(events, view)];
    if (claims.length) groups.push(["claims", claims.slice(0, most), claims.length]);
    for (const name of ["subjects", "sources", "pages"]) {
      const hits = others.filter(({ group }) => group === name);
      if (hits.length) groups.push([name, hits.slice(0, most), hits.length]);
    }
  }
  return { groups: groups.filter(([, , number]) => number), places };
}

/** Events in whose titles the words stand before others, the key ones and those with more to say before the rest.
 * @param {Events} events @param {Int32Array} places @param {string[]} sought */
function rank(events, places, sought) {
  const titles = sought.map((word) => events.titles.find(word));
  const score = (/** @type {number} */ place) => {
    let points = 1 + titles.filter((bits) => bits[place]).length * 2;
    if (events.said && places.length < 2000) {
      const parts = events.said.folded(place);
      for (const word of sought) points += parts.filter((part) => begins(part, word) >= 0).length;
    }
    return points * (events.key[place] ? 2.7 : 1) * (1 + events.claims[place] / 10);
  };
  return [...places].map((place) => /** @type {[number, number]} */ ([score(place), place])).sort((one, other) => other[0] - one[0]).map(([, place]) => place);
}

/** @typedef {import("./cards.js").View} View */

/** @param {Events} events @param {number} place @param {View} view @returns {Hit} */
function event(events, place, view) {
  const found = view.sought.length ? passage(events, place, null, view.sought) : null;
  return {
    group: "events",
    href: view.links.to("event", events.ids.at(place)),
    title: marked(events.titles.shown.at(place), view.sought),
    when: escape(events.inWords.at(events.date[place])),
    passage: found && !found.anchor ? found.html : "",
  };
}

/** @param {Events} events @param {number[]} places @param {View} view @param {number} most */
function claimHits(events, places, { links, sought }, most) {
  const forms = links.day === null ? null : events.forms(links.day);
  /** @type {Hit[]} */
  const hits = [];
  const { said } = events;
  if (!said) return hits;
  for (const place of places) {
    if (hits.length >= Math.max(most, 50)) break;
    const folded = said.folded(place);
    const shown = said.shown(place);
    const known = forms && events.columns.forms[forms[place]][6];
    for (let part = 1; part < folded.length; part++) {
      if (known && !known.includes(part - 1)) continue;
      if (!sought.every((word) => begins(folded[part], word) >= 0)) continue;
      hits.push({
        group: "claims",
        href: links.to("claim", events.ids.at(place), anchorOf(events, place, part)),
        title: excerpt(shown[part], sought),
        when: escape(events.inWords.at(events.date[place])),
        passage: apart(escape(events.titles.shown.at(place))),
      });
    }
  }
  return hits;
}

/** @param {Events} events @param {View} view @returns {Hit[]} */
function sourceHits(events, { links, sought }) {
  const { sources, words } = events;
  if (!sources) return [];
  const bits = sought.map((word) => sources.find(word));
  const found = [];
  for (let place = 0; place < sources.size; place++) {
    if (!bits.every((each) => each[place])) continue;
    const [title, publisher] = sources.shown(place);
    const [when, kind] = sources.more(place, "about");
    const id = sources.more(place, "id");
    if (links.day !== null && !(events.known[id] <= links.day)) continue;
    const href = links.to("source", id);
    found.push({ group: "sources", href, title: marked(title, sought), when: escape(when || words.undated), passage: `${marked(publisher, sought)}, ${escape(kind)}` });
    if (found.length >= 500) break;
  }
  return found;
}

/** @param {Events} events @param {string[]} sought @param {string} root @returns {Hit[]} */
function pageHits(events, sought, root) {
  return (events.pages ?? [])
    .filter(({ folded }) => sought.every((word) => begins(folded, word) >= 0))
    .map(({ address, title, text }) => ({ group: "pages", href: root + address, title: marked(title, sought), when: "", passage: excerpt(text, sought) }));
}

/** @param {Events} events @param {View} view @returns {Hit[]} */
function subjectHits(events, { links, sought }) {
  return ["actor", "topic"].flatMap((facet) =>
    events.columns.facets[facet]
      .filter(([, , folded]) => sought.every((word) => begins(folded ?? "", word) >= 0))
      .map(([id, name]) => ({ group: "subjects", href: links.to(facet, id), title: marked(name, sought), when: "", passage: "" })),
  );
}

/** What the timeline's own words find beside events. @param {Events} events @param {import("./question.js").Question} question
 * @param {HTMLElement} place @param {string} root */
export async function elsewhere(events, { q, from, to, asOf }, place, root) {
  await Promise.all([events.loadWords(), events.loadOthers(asOf !== null)]);
  const { groups } = search(events, { ...everything(), q, from, to, asOf }, root, 20);
  const found = groups.filter(([name]) => name !== "events");
  const open = new Set([...place.querySelectorAll("details[open]")].map((details) => /** @type {HTMLElement} */ (details).dataset.group));
  place.innerHTML = found.length ? `<p>${escape(events.words.elsewhere)}</p>${found.map((group) => section(events, group, open.has(group[0]))).join("")}` : "";
}

/** @param {Events} events @param {[string, Hit[], number]} group @param {boolean} open */
function section(events, [name, hits, number], open) {
  const items = hits.map(({ href, title, when, passage }) => `<li><a href="${href}">${title}</a> <span class="tl-soft">${[when, passage].filter(Boolean).join(", ")}</span></li>`);
  return `<details data-group="${name}"${open ? " open" : ""}><summary>${escape(events.words.groups[name])} <span class="tl-soft">${number}</span></summary><ul class="tl-list">${items.join("")}</ul></details>`;
}

