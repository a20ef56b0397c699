// @ts-check
/**
 * A page as its sources had it on a day. The build said how: the page of an event has a file with all that it said on
 * earlier days (`data-states`); elsewhere a part says since when it was known (`data-since`), how it read from each day
 * of change on (`data-then`), until when it stood in the place of another (`data-until`), that it is of today
 * (`data-now`) or of earlier days (`data-earlier`), where it stood (`data-place`, `places.js`), what it counts
 * (`data-tally`) and what must be missing for it to be said (`data-where-none`). Everything is fetched before anything is changed, so a page is of one day or of the other.
 */
import { asOf as read } from "./address.js";
import { banner } from "./banner.js";
import { load } from "./event_columns.js";
import { json } from "./data_files.js";
import { ofYear, subject } from "./day_lists.js";
import { day as dayOf, iso } from "./days.js";
import { make } from "./elements.js";
import { Links } from "./links.js";
import { dayInWords } from "./sentence.js";
import { on } from "./filtering.js";
import { place as placeRows } from "./places.js";
import { count, figure } from "./wording.js";

/** @typedef {{version: string, days: number[], shown: number[][], lines: string[]}} States of the page of an event
 * @typedef {{events: import("./event_columns.js").Events, known: Record<string, number>, states: States | null}} Told
 * @typedef {{root: string, path: string}} Place the path of the site, and below it that of the page */

/** @param {string} base @param {string} root */
export async function show(base, root) {
  const events = await load(base);
  const day = read(location.search, events.columns);
  if (day === null) return unread(events);
  if (document.querySelector("form.tl-controls")) return; // which follows the day itself
  const place = { root: new URL(root).pathname, path: location.pathname.slice(new URL(root).pathname.length) };
  const page = document.querySelector("[data-follows]");
  if (!(page instanceof HTMLElement)) return remains(events, day, place);
  const told = await fetched(base, events, page);
  settle(page, told, day, place);
  head(document, page, events, day);
  along(document.body, new Links(events.addresses, "", day), place);
  document.dispatchEvent(new Event("timeline:laid"));
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

/** All that the page of a day is made of. @param {string} base @param {Told["events"]} events @param {HTMLElement} page @returns {Promise<Told>} */
export async function fetched(base, events, page) {
  const address = page.dataset.states;
  const places = cards(page).map((each) => events.ids.all.indexOf(each.id)).filter((place) => place >= 0);
  const [known, states] = await Promise.all([
    json(`${base}known.json`),
    address === undefined ? null : json(new URL(address, page.baseURI).href),
    events.loadPieces(events.lacking(Int32Array.from(places))),
  ]);
  if (address !== undefined && states?.version !== page.dataset.version) throw Object.assign(new Error(String(states?.version)), { older: true });
  return { events, known, states };
}

/** Makes a page one of a day. @param {HTMLElement} page @param {Told} told @param {number} day @param {Place} place */
export function settle(page, { events, known, states }, day, place) {
  const { words } = events;
  const late = Number(page.dataset.since) > day;
  let said = page.dataset.states === undefined ? words.banner_more : words.banner_record;
  if (late) {
    said = page.matches(".tl-event") ? words.banner_event : words.banner_source;
    const title = /** @type {Element} */ (page.querySelector("h1"));
    title.textContent = words.no_page.replace("⟦x⟧", dayInWords(events, day)); // its title of today may tell what came later
    title.removeAttribute("lang");
    page.replaceChildren(title);
  } else if (states) lay(page, states, day, dayInWords(events, day));
  else restate(page, events, day, place);
  const links = new Links(events.addresses, "", day);
  const unknown = later(events, known, links, day);
  for (const link of page.querySelectorAll("a[href]")) {
    if (!unknown.has(within(link, place) ?? "")) continue;
    link.classList.add("tl-later");
    link.setAttribute("title", words.not_yet);
  }
  along(page, links, place);
  const made = make("div", "tl-banner");
  made.append(...banner(events, day, said, ways(events, day, place)));
  page.prepend(made);
}

/** What the head of a page says of its day; what programs read there of today goes. @param {Document} all @param {HTMLElement} page
 * @param {Told["events"]} events @param {number} day */
function head(all, page, events, day) {
  const said = events.words.as_known.replace("⟦x⟧", dayInWords(events, day));
  const title = page.querySelector("h1")?.textContent?.trim() ?? "";
  all.title = Number(page.dataset.since) > day ? title : `${title}, ${said}`;
  for (const told of all.head.querySelectorAll('script[type="application/ld+json"], meta[name="description"], meta[property^="og:"]')) told.remove();
}

/** What the page of an event said; how it is cited and mended stays. @param {HTMLElement} page @param {States} states @param {number} day @param {string} said */
function lay(page, { days, shown, lines }, day, said) {
  const runs = on(days, shown, day) ?? [];
  /** @type {string[]} */
  const text = [];
  for (let at = 0; at < runs.length; at += 2) text.push(...lines.slice(runs[at], runs[at] + runs[at + 1]));
  const sheet = page.ownerDocument.createElement("template");
  sheet.innerHTML = text.join("\n").replaceAll("⟦day⟧", said);
  sheet.content.querySelector("aside")?.append(...page.querySelectorAll(".tl-cite, .tl-mend"));
  page.replaceChildren(sheet.content);
}

/** A page whose parts say when they were known. @param {HTMLElement} page @param {Told["events"]} events @param {number} day @param {Place} place */
function restate(page, events, day, place) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-since], [data-now], [data-earlier]"))) {
    const { now, earlier, since, until } = part.dataset;
    if (earlier !== undefined || until !== undefined) part.hidden = false;
    if (now !== undefined || Number(since) > day || Number(until) <= day) part.hidden = true;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-then]"))) {
    /** @type {[number, string, string?][]} */
    const states = JSON.parse(part.dataset.then ?? "[]");
    const state = on(states.map(([since]) => since), states, day);
    if (!state || !state[1]) part.hidden = true;
    else {
      if (part.dataset.since === undefined) part.hidden = false;
      part.innerHTML = state[1];
      if (state[2]) part.className = state[2];
    }
  }
  deal(page, events, day, place);
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-row]"))) row.toggleAttribute("data-later", Number(row.dataset.since) > day || Number(row.dataset.until) <= day);
  const form = page.querySelector("form[data-list]");
  form?.dispatchEvent(new Event("timeline:placing"));
  placeRows(page, day);
  form?.dispatchEvent(new Event("timeline:later"));
  tidy(page, events);
}

/** The cards of a part. @param {Element} page */
const cards = (page) => /** @type {HTMLElement[]} */ ([...page.querySelectorAll("article.tl-card[id]")]);

/** The lists of events, and how many the years have. @param {HTMLElement} page @param {Told["events"]} events @param {number} day @param {Place} place */
function deal(page, events, day, place) {
  const forms = events.forms(day);
  const view = { links: new Links(events.addresses, place.root, day), sought: events.sought("") };
  const placeOf = new Map(events.ids.all.map((id, at) => [id, at]));
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-laid]"))) {
    const known = cards(list).map(({ id }) => placeOf.get(id) ?? -1).filter((number) => forms[number] >= 0);
    const { html, title } = (list.dataset.laid === "subject" ? subject : ofYear)(events, known.sort((a, b) => a - b), forms, view);
    list.innerHTML = html;
    list.hidden = !known.length;
    if (title) /** @type {Element} */ (list.previousElementSibling).textContent = title;
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll("a[data-year]"))) {
    const number = events.inYear(link.dataset.year ?? "", day);
    /** @type {HTMLElement} */ (link.lastElementChild).textContent = figure(number);
    if (!number) (link.closest("li") ?? link).hidden = true;
  }
  for (const nav of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll(".tl-years"))) {
    nav.hidden = nav.querySelectorAll("ul").length < 2 && shown(nav, "a[data-year]") < 2;
  }
}

/** Where some of the rows above a fold were not known, others come up from it, as many as stand open (`data-most`, with
 * how few more are not worth a fold); without that number all of them, where none is left above. @param {HTMLElement} page */
function rise(page) {
  for (const fold of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("details:is(.tl-fold, .tl-further)"))) {
    const [above, inner] = [fold.previousElementSibling, fold.querySelector(":scope > :is(ul, ol)")];
    if (!above?.matches("ul, ol") || !inner) continue;
    const rows = [...above.children, ...inner.children].filter((row) => row instanceof HTMLElement && !row.hidden);
    const [most, few] = (fold.dataset.most ?? "0 0").split(" ").map(Number);
    const left = empty([...above.children]);
    if (fold.dataset.most) above.append(...rows.slice(0, rows.length > most + few ? most : rows.length));
    else if (left) above.append(...rows);
    if (empty([...inner.children])) fold.hidden = true;
  }
}

/** What is empty goes, and what is left is counted. @param {HTMLElement} page @param {Told["events"]} events */
function tidy(page, events) {
  rise(page);
  const inner = ".tl-cards, ul:not(.tl-years ul), ol, dl, section, details:not(.tl-sift-by), table";
  for (const part of /** @type {HTMLElement[]} */ ([...page.querySelectorAll(inner)].reverse())) { // what is within first
    const rows = part instanceof HTMLTableElement ? [...part.tBodies].flatMap((body) => [...body.rows]) : [...part.children].filter((child) => !child.matches("summary, h2, h3, dt"));
    if (rows.length && empty(rows)) part.hidden = true;
  }
  for (const term of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("dl > dt"))) {
    if (term.nextElementSibling instanceof HTMLElement && term.nextElementSibling.hidden) term.hidden = true;
  }
  for (const heading of page.querySelectorAll("h2, h3")) {
    const below = [];
    for (let next = heading.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling) below.push(next);
    if (heading instanceof HTMLElement && below.length && empty(below)) heading.hidden = true;
  }
  for (const sign of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("i.tl-word"))) { // a comma before nothing
    let next = sign.nextElementSibling;
    while (next instanceof HTMLElement && next.hidden) next = next.nextElementSibling;
    if (sign.textContent === ", " && sign.nextElementSibling && (!next || next.matches("i.tl-word"))) sign.hidden = true;
  }
  for (const row of page.querySelectorAll("[data-listed]")) {
    let last = true;
    for (const part of [...row.children].reverse()) {
      const sign = part.querySelector(":scope > i");
      if (sign instanceof HTMLElement) sign.hidden = last;
      last &&= part instanceof HTMLElement && part.hidden;
    }
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-tally]"))) {
    const all = part.closest("details, section, .tl-page");
    const left = shown(all, part.dataset.tally);
    const form = events.words.tallies[part.dataset.words ?? ""];
    part.textContent = form ? count(form, left) : figure(left);
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-where-none]"))) part.hidden = shown(page, part.dataset.whereNone) > 0;
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-group]"))) group.hidden = !shown(group, "[data-row]");
}

/** How many parts are shown. @param {Element | null} within @param {string} [selector] */
const shown = (within, selector = "") => [...(within?.querySelectorAll(selector) ?? [])].filter((each) => !each.closest("[hidden]")).length;

/** Whether nothing of it is shown. @param {Element[]} parts */
const empty = (parts) => parts.every((part) => part instanceof HTMLElement && part.hidden);

/** Where a link leads below the root of the site; null when it stays on the page or leaves the site. @param {Element} link @param {Place} place */
function within(link, { root, path }) {
  const href = link.getAttribute("href") ?? "";
  const goal = new URL(href, new URL(root + path, location.origin));
  if (href.startsWith("#") || goal.host !== location.host || !goal.pathname.startsWith(root)) return null;
  return goal.pathname.slice(root.length);
}

/** The day goes along to pages that follow it. @param {Element} part @param {Links} links @param {Place} place */
function along(part, links, place) {
  for (const link of part.querySelectorAll("a[href]")) {
    const goal = within(link, place);
    if (goal === null || !links.follows(goal) || link.closest(".tl-banner")) continue;
    const [path, hash] = (link.getAttribute("href") ?? "").split("#");
    if (!path.includes("as-of=")) link.setAttribute("href", `${path}${path.includes("?") ? links.search.replace("?", "&") : links.search}${hash === undefined ? "" : `#${hash}`}`);
  }
}

/** The pages of records that nothing is certain to have shown by then. @param {Told["events"]} events @param {Told["known"]} known @param {Links} links @param {number} day */
function later(events, known, links, day) {
  const late = new Set(Object.entries(known).filter(([, since]) => since > day).map(([id]) => links.page("source", id)));
  const forms = events.forms(day);
  events.ids.all.forEach((id, place) => {
    if (forms[place] < 0) late.add(links.page("event", id));
  });
  return late;
}

/** A page that follows no day says so. @param {Told["events"]} events @param {number} day @param {Place} place */
function remains(events, day, { root, path }) {
  const { words } = events;
  const made = make("div", "tl-page tl-banner");
  const timeline = new Links(events.addresses, root, day).to("timeline");
  made.append(...banner(events, day, words.banner_today, [way(words.on_timeline, timeline), way(words.back, root + path)], words.banner_not));
  document.querySelector("main h1, h1")?.before(made);
}

/** Where an address asks for a day that is none, or for one that is still to come, the page says so. @param {Told["events"]} events */
function unread(events) {
  const { words, columns: { through, retrospective } } = events;
  const asked = new URLSearchParams(location.search).get("as-of")?.trim();
  if (!asked || retrospective) return;
  const found = dayOf(asked);
  if (found === through) return;
  const last = dayInWords(events, through);
  const page = document.querySelector("main .tl-page");
  const made = make("div", page ? "tl-banner" : "tl-page tl-banner");
  made.append(make("p", "tl-banner-words", found === null ? words.banner_unread.replace("⟦x⟧", () => asked).replace("⟦day⟧", iso(through)) : words.banner_ahead.replace("⟦x⟧", last)));
  if (page) page.prepend(made);
  else document.querySelector("main h1, h1")?.before(made);
}

/** The ways to the days of change around, and back. @param {Told["events"]} events @param {number} day @param {Place} place */
function ways(events, day, { root, path }) {
  const { words, columns: { through } } = events;
  const { earlier, later } = events.around(day);
  const found = [];
  if (earlier !== undefined) found.push(way(words.earlier, `?as-of=${iso(earlier)}`));
  if (later !== undefined && later < through) found.push(way(words.later, `?as-of=${iso(later)}`));
  return [...found, way(words.back, root + path)];
}

/** @param {string} words @param {string} href */
function way(words, href) {
  const link = /** @type {HTMLAnchorElement} */ (make("a", "", words));
  link.href = href;
  return link;
}
