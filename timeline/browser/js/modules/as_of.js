// @ts-check
/**
 * A record's page as its sources had it on a day: what became known later is taken away, and what was said
 * otherwise is said so. The build wrote beside each part since when it is known (`data-since`) and how it read
 * from each day of change on (`data-then`).
 */
import { asOf as read } from "./address.js";
import { banner } from "./banner.js";
import { load } from "./events.js";
import { iso } from "./days.js";
import { make } from "./elements.js";
import { Links } from "./links.js";
import { on } from "./filtering.js";

/** @param {string} base @param {string} root */
export async function show(base, root) {
  const events = await load(base);
  const { columns, words } = events;
  const day = read(location.search, columns.through);
  const page = document.querySelector(".tl-page");
  if (day === null || !page) return;
  for (const part of page.querySelectorAll("[data-since], [data-now]")) {
    if (part instanceof HTMLElement && part.dataset.now !== undefined) part.hidden = true;
    else if (part instanceof HTMLElement && Number(part.dataset.since) > day) part.hidden = true;
  }
  for (const row of page.querySelectorAll("[data-row][hidden]")) row.setAttribute("data-later", "");
  page.querySelector("form[data-list]")?.dispatchEvent(new Event("timeline:later"));
  for (const part of page.querySelectorAll("[data-then]")) {
    if (!(part instanceof HTMLElement)) continue;
    /** @type {[number, string, string?][]} */
    const states = JSON.parse(part.dataset.then ?? "[]");
    const state = on(states.map(([since]) => since), states, day);
    if (!state || !state[1]) part.hidden = true;
    else {
      part.textContent = state[1];
      if (state[2]) part.className = state[2];
    }
  }
  for (const link of page.querySelectorAll('a[href^="#_note-"]')) {
    const note = document.getElementById((link.getAttribute("href") ?? "").slice(1));
    if (note?.closest("[hidden]") && link instanceof HTMLElement) link.hidden = true;
  }
  const threads = [...page.querySelectorAll(".tl-claims, .tl-thread, .tl-against, .tl-against > li")].reverse(); // what is within first
  for (const part of threads) if (part instanceof HTMLElement) part.hidden = empty([...part.children]);
  for (const table of page.querySelectorAll("table")) {
    table.hidden = [...table.tBodies].every((body) => [...body.rows].every((row) => row.hidden));
  }
  for (const heading of page.querySelectorAll("h2, h3")) {
    const below = [];
    for (let next = heading.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling) below.push(next);
    if (heading instanceof HTMLElement && below.length && empty(below)) heading.hidden = true;
  }
  for (const link of page.querySelectorAll('.tl-jump a[href^="#"]')) {
    const goal = document.getElementById((link.getAttribute("href") ?? "").slice(1));
    if (goal?.closest("[hidden]") && link instanceof HTMLElement) link.hidden = true;
  }
  const place = new URL(root).pathname;
  const links = new Links(events.addresses, "", day);
  const late = await later(base, events, links, day);
  for (const link of page.querySelectorAll("a[href]")) {
    if (!(link instanceof HTMLAnchorElement) || link.host !== location.host || !link.pathname.startsWith(place)) continue;
    if (link.pathname === location.pathname && link.hash) continue;
    const path = link.pathname.slice(place.length);
    if (late.has(path)) {
      link.classList.add("tl-later");
      link.title = words.not_yet;
    }
    if (links.follows(path) && !link.search) link.search = links.search;
  }
  const made = make("div", "tl-banner");
  made.append(...banner(events, day, late.has(location.pathname.slice(place.length)) ? words.banner_event : words.banner_more, ways(events, day)));
  page.prepend(made);
}

/** Whether nothing of it is shown. @param {Element[]} parts */
const empty = (parts) => parts.every((part) => part instanceof HTMLElement && part.hidden);

/** The pages of records that were not yet known. @param {string} base @param {import("./events.js").Events} events @param {Links} links
 * @param {number} day */
async function later(base, events, links, day) {
  /** @type {Record<string, number>} */
  const sources = await (await fetch(`${base}known.json`)).json();
  const late = new Set(Object.entries(sources).filter(([, since]) => since > day).map(([id]) => links.page("source", id)));
  const forms = events.forms(day);
  events.ids.all.forEach((id, place) => {
    if (forms[place] < 0) late.add(links.page("event", id));
  });
  return late;
}

/** The ways to the days of change around, and back. @param {import("./events.js").Events} events @param {number} day */
function ways(events, day) {
  const { words, columns: { through } } = events;
  const { earlier, later } = events.around(day);
  const found = [];
  if (earlier !== undefined) found.push(way(words.earlier, `?as-of=${iso(earlier)}`));
  if (later !== undefined && later < through) found.push(way(words.later, `?as-of=${iso(later)}`));
  return [...found, way(words.back, location.pathname)];
}

/** @param {string} words @param {string} href */
function way(words, href) {
  const link = /** @type {HTMLAnchorElement} */ (make("a", "", words));
  link.href = href;
  return link;
}
