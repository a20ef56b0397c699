// @ts-check
/**
 * A record's page as its sources had it on a day: what became known later is taken away, and what was said
 * otherwise is said so. The build wrote beside each part since when it is known (`data-since`) and how it read
 * from each day of change on (`data-then`).
 */
import { asOf as read } from "./address.js";
import { load } from "./data.js";
import { iso } from "./days.js";
import { on } from "./sift.js";
import { dayInWords } from "./sentence.js";

/** @param {string} base @param {string} root */
export async function show(base, root) {
  const events = await load(base);
  const { sift, words } = events;
  const day = read(location.search, sift.through);
  const page = document.querySelector(".tl-page");
  if (day === null || !page) return;
  const asOf = `?as-of=${iso(day)}`;
  for (const part of page.querySelectorAll("[data-since], [data-now]")) {
    if (part instanceof HTMLElement && part.dataset.now !== undefined) part.hidden = true;
    else if (part instanceof HTMLElement && Number(part.dataset.since) > day) part.hidden = true;
  }
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
    if (note?.hidden && link instanceof HTMLElement) link.hidden = true;
  }
  for (const table of page.querySelectorAll("table")) {
    table.hidden = [...table.tBodies].every((body) => [...body.rows].every((row) => row.hidden));
  }
  for (const heading of page.querySelectorAll("h2, h3")) {
    const below = [];
    for (let next = heading.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling) below.push(next);
    if (heading instanceof HTMLElement && below.length && below.every((part) => part instanceof HTMLElement && part.hidden)) heading.hidden = true;
  }
  const late = await later(base, events, day);
  const place = new URL(root).pathname;
  for (const link of page.querySelectorAll("a[href]")) {
    if (!(link instanceof HTMLAnchorElement) || link.host !== location.host || !link.pathname.startsWith(place)) continue;
    if (link.pathname === location.pathname && link.hash) continue;
    const path = link.pathname.slice(place.length);
    if (late.has(path)) {
      link.classList.add("tl-later");
      link.title = words.not_yet;
    }
    if (/^(events|timeline|tracks|expectations|sources)\//.test(path) && !link.search) link.search = asOf;
  }
  page.prepend(banner(events, day, (late.has(location.pathname.slice(place.length)) ? words.banner_event : "")));
}

/** The pages of records that were not yet known. @param {string} base @param {import("./data.js").Events} events @param {number} day */
async function later(base, events, day) {
  /** @type {Record<string, number>} */
  const sources = await (await fetch(`${base}known.json`)).json();
  const late = new Set(Object.entries(sources).filter(([, since]) => since > day).map(([id]) => `sources/${id}/`));
  const forms = events.forms(day);
  events.ids.all.forEach((id, place) => {
    if (forms[place] < 0) late.add(`events/${id}/`);
  });
  return late;
}

/** @param {import("./data.js").Events} events @param {number} day @param {string} instead */
function banner(events, day, instead) {
  const { words, changes, sift: { through } } = events;
  const made = document.createElement("div");
  made.className = "tl-banner";
  const text = document.createElement("p");
  text.className = "tl-banner-words";
  const strong = document.createElement("strong");
  const said = dayInWords(events, day);
  strong.textContent = words.banner.replace("⟦x⟧", said);
  text.append(strong, ". ", instead ? instead.replace("⟦x⟧", said) : words.banner_more);
  const ways = document.createElement("p");
  ways.className = "tl-banner-ways";
  const earlier = changes.filter((other) => other < day).pop();
  const next = changes.find((other) => other > day);
  ways.append(...[way(words.earlier, earlier ?? null), way(words.later, next !== undefined && next < through ? next : null), way(words.back, 0)].flatMap((each) => (each ? [each, " "] : [])));
  made.append(text, ways);
  return made;
}

/** @param {string} words @param {number | null} day null: no such way; 0: back to now */
function way(words, day) {
  if (day === null) return null;
  const link = document.createElement("a");
  link.href = day ? `?as-of=${iso(day)}` : location.pathname;
  link.textContent = words;
  return link;
}
