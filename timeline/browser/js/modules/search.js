// @ts-check
/**
 * One search for the header and for the timeline: events, claims, sources, subjects and pages.
 */
import { anchorOf, passage } from "./cards.js";
import { apart } from "./text_direction.js";
import { filtered, saying } from "./filtering.js";
import { Links } from "./links.js";
import { escape, holds } from "./text_match.js";
import { everything } from "./question.js";
import { ranked, rankedSources } from "./ranking.js";
import { CLAIMS, excerpt, marked, OF_SOURCE } from "./matched_terms.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./matched_terms.js").Sought} Sought */
/** @typedef {{group: string, href: string, title: string, when: string, passage: string}} Hit the texts are HTML */
const NEAREST = 3;

/** @typedef {{groups: [string, Hit[], number][], places: Int32Array}} Found each group with how many there are in all */

/** Everything that a question finds, the most telling first. @param {Events} events
 * @param {Question} question @param {string} root @param {number} most of each group @returns {Found} */
export function search(events, question, root, most) {
  const places = filtered(events, question, saying(events, question)).places;
  const sought = events.sought(question.q);
  const view = { links: new Links(events.addresses, root, question.asOf), sought };
  const best = ranked(events, places, sought, question);
  /** @type {[string, Hit[], number][]} */
  const groups = [["events", best.slice(0, most).map((place) => event(events, place, view)), places.length]];
  if (sought.any) {
    const claims = claimHits(events, best, view, most);
    const subjects = subjectHits(events, view);
    const pages = pageHits(events, sought, root);
    /** @type {[string, Hit[]][]} */
    const others = [["claims", claims], ["subjects", subjects.map(([hit]) => hit)], ["sources", sourceHits(events, view)], ["pages", pages.map(([hit]) => hit)]];
    for (const [name, hits] of others) groups.push([name, hits.slice(0, most), hits.length]);
    const titled = best.some((place) => sought.count(events.partsOf[place]) === sought.terms.length);
    if (subjects.some(([, whole]) => whole)) groups.unshift(...groups.splice(2, 1));
    else if (!titled && pages.some(([, whole]) => whole)) groups.unshift(...groups.splice(4, 1));
  }
  return { groups: groups.filter(([, , number]) => number), places };
}

/** @typedef {import("./cards.js").View} View */

/** @param {Events} events @param {number} place @param {View} view @returns {Hit} */
function event(events, place, view) {
  const found = view.sought.any ? passage(events, place, null, view.sought) : null;
  return {
    group: "events",
    href: view.links.to("event", events.ids.at(place)),
    title: marked(events.titles.at(place), view.sought.marks),
    when: escape(events.inWords.at(events.date[place])),
    passage: found && !found.anchor ? found.html : "",
  };
}

/** Claims that meet all that is sought by themselves. @param {Events} events @param {number[]} places @param {View} view @param {number} most */
function claimHits(events, places, { links, sought }, most) {
  const forms = links.day === null ? null : events.forms(links.day);
  /** @type {Hit[]} */
  const hits = [];
  const { said } = events;
  if (!said) return hits;
  for (const place of places) {
    if (hits.length >= Math.max(most, 50)) break;
    const known = forms && events.columns.forms[forms[place]][6];
    for (let claim = 0; claim < events.claims[place]; claim++) {
      if ((known && !known.includes(claim)) || sought.count(events.partsOf[place] + CLAIMS + claim) < sought.terms.length) continue;
      hits.push({
        group: "claims",
        href: links.to("claim", events.ids.at(place), anchorOf(events, place, claim + 1)),
        title: excerpt(said.shown(place)[claim + 1], sought.marks),
        when: escape(events.inWords.at(events.date[place])),
        passage: apart(escape(events.titles.at(place))),
      });
    }
  }
  return hits;
}

/** @param {Events} events @param {View} view @returns {Hit[]} */
function sourceHits(events, { links, sought }) {
  const { sources, words } = events;
  if (!sources) return [];
  const found = [];
  for (let place = 0; place < sources.size && found.length < 500; place++) {
    const start = events.sourceParts + place * OF_SOURCE;
    if (!sought.all([start, start + 1])) continue;
    if (links.day === null || events.known[sources.more(place, "id")] <= links.day) found.push(place);
  }
  return rankedSources(events, found, sought).map((place) => {
    const [title, publisher] = sources.shown(place);
    const [when, kind] = sources.more(place, "about");
    const href = links.to("source", sources.more(place, "id"));
    return { group: "sources", href, title: marked(title, sought.marks), when: escape(when || words.undated), passage: `${marked(publisher, sought.marks)}, ${escape(kind)}` };
  });
}

/** Pages that are no records, each with whether its title or what else it is looked for by has all that was asked for, in whole words;
 * those first. Words of pages need not stand in the index. @param {Events} events @param {Sought} sought @param {string} root @returns {[Hit, boolean][]} */
function pageHits(events, { terms, marks }, root) {
  const asked = terms.map(({ typed, ways }) => [`${typed}*`, ...ways].map((way) => way.split("+")));
  const whole = asked.map((ways) => ways.map((way) => way.map((token) => token.replace("*", ""))));
  const has = (/** @type {string} */ folded, /** @type {string[][][]} */ sought) => sought.every((ways) => ways.some((way) => way.every((token) => holds(folded, token))));
  return (events.pages ?? [])
    .filter(({ folded, also }) => has(`${folded}\t${also}`, asked))
    .map(({ address, title, text, folded, also }) => {
      /** @type {Hit} */
      const hit = { group: "pages", href: root + address, title: marked(title, marks), when: "", passage: excerpt(text, marks) };
      return /** @type {[Hit, boolean]} */ ([hit, has(`${folded.split("\t", 1)[0]}\t${also}`, whole)]);
    })
    .sort((one, other) => +other[1] - +one[1]);
}

/** Whom and what it may be about, each with whether that is all that was asked for. @param {Events} events @param {View} view @returns {[Hit, boolean][]} */
function subjectHits(events, { links, sought }) {
  let part = events.subjectParts - 1;
  return ["actor", "topic", "place"].flatMap((facet) =>
    events.columns.facets[facet].flatMap(([id, name]) => {
      part++;
      if (sought.count(part) < sought.terms.length) return [];
      const title = marked(name, sought.marks);
      const rest = title.replace(/<mark>.*?<\/mark>|<[^>]*>/g, "").replace(/^the /i, "");
      /** @type {[Hit, boolean]} */
      const found = [{ group: "subjects", href: links.to(facet, id), title, when: "", passage: "" }, !/[\p{L}\p{N}]/u.test(rest)];
      return [found];
    }),
  );
}

/** Beside the list, whose order is that of time: which events are the most to the point, where there are several, and what was found
 * besides. @param {Events} events @param {Question} question @param {HTMLElement} place @param {string} root */
export async function elsewhere(events, { q, from, to, asOf }, place, root) {
  if (q) await Promise.all([events.loadWords(), events.loadOthers(asOf !== null)]);
  const { groups, places } = search(events, { ...everything(), q, from, to, asOf }, root, 20);
  const found = groups.filter(([name]) => name !== "events");
  const nearest = places.length > NEAREST ? (groups.find(([name]) => name === "events")?.[1] ?? []).slice(0, NEAREST) : [];
  const open = new Set([...place.querySelectorAll("details[open]")].map((details) => /** @type {HTMLElement} */ (details).dataset.group));
  const first = nearest.map(({ href, title, when }) => `<li><a href="${href}">${title}</a> <span class="tl-soft">${when}</span></li>`);
  place.innerHTML =
    (first.length ? `<p class="tl-nearest">${escape(events.words.nearest)}</p><ol class="tl-list">${first.join("")}</ol>` : "") +
    (found.length ? `<p>${escape(events.words.elsewhere)}</p>${found.map((group) => section(events, group, open.has(group[0]) || !places.length)).join("")}` : "");
}

/** @param {Events} events @param {[string, Hit[], number]} group @param {boolean} open */
function section(events, [name, hits, number], open) {
  const items = hits.map(({ href, title, when, passage }) => `<li><a href="${href}">${title}</a> <span class="tl-soft">${[when, passage].filter(Boolean).join(", ")}</span></li>`);
  return `<details data-group="${name}"${open ? " open" : ""}><summary>${escape(events.words.groups[name])} <span class="tl-soft">${number}</span></summary><ul class="tl-list">${items.join("")}</ul></details>`;
}

