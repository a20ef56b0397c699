// @ts-check
/**
 * A selection on paper. `print/?topic=bridge&key=true` asks as the timeline does and is answered by the same filtering;
 * `print/#ids=one,two` names events. Where the page does not hold all events, they are taken from the editions of
 * their years. Notes are numbered anew.
 */
import { read } from "../modules/address.js";
import { load } from "../modules/event_columns.js";
import { Links } from "../modules/links.js";
import { narrows } from "../modules/question.js";
import { dayInWords, sentence } from "../modules/sentence.js";
import { filtered, saying } from "../modules/filtering.js";

/** @typedef {import("../modules/event_columns.js").Events} Events */

const base = new URL("../", import.meta.url).href;
const fallback = /** @type {any} */ (window).timeline;
const told = /** @type {DOMStringMap & Record<string, string>} */ (document.body.dataset);
const list = /** @type {HTMLOListElement} */ (document.querySelector(".tp-notes ol"));

/** @param {string} selector @param {ParentNode} [where] @returns {HTMLElement[]} */
function all(selector, where = document) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (where.querySelectorAll(selector))];
}

/** The events that are asked for, with a sentence that says what they are; null where nothing is asked.
 * @param {Events} events @returns {Promise<{ids: string[], words: string, topics: string[]} | null>} */
async function asked(events) {
  const named = new URLSearchParams(location.hash.slice(1)).get("ids");
  if (named !== null) {
    const wanted = new Set(named.split(","));
    const ids = events.ids.all.filter((id) => wanted.has(id));
    return { ids, words: `${sentence(events, read("", events.columns), ids.length)}, ${told.chosen}.`, topics: [] };
  }
  const question = { ...read(location.search, events.columns), order: "oldest" };
  if (!narrows(question)) return null;
  await events.prepare(question);
  const { places } = filtered(events, question, saying(events, question));
  const ids = Array.from(places, (place) => events.ids.all[place]);
  const words = `${sentence(events, { ...question, asOf: null }, ids.length)}.`;
  const then = question.asOf === null ? "" : ` ${told.then.replace("⟦x⟧", dayInWords(events, question.asOf))}`;
  return { ids, words: words + then, topics: question.chosen.topic };
}

/** What the page does not hold is fetched: the months and the notes of the years in which events stand.
 * @param {Events} events @param {string[]} ids */
async function complete(events, ids) {
  const here = new Set(all(".tp-event").map((event) => event.dataset.id));
  const place = new Map(events.ids.all.map((id, at) => [id, at]));
  const year = (/** @type {string} */ id) => events.columns.heads[events.head[place.get(id) ?? 0]][2];
  const years = [...new Set(ids.filter((id) => !here.has(id)).map(year))];
  const links = new Links(events.addresses, new URL("../../../", base).href);
  const pages = await Promise.all(years.map(async (name) => {
    const response = await fetch(links.to("edition", name));
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }));
  const notes = /** @type {HTMLElement} */ (list.parentElement);
  for (const page of pages) {
    for (const month of all(".tp-month", page)) notes.before(document.adoptNode(month));
    for (const note of all(".tp-notes li", page)) if (!document.getElementById(note.id)) list.append(document.adoptNode(note));
  }
}

/** @param {Set<string>} wanted */
function keep(wanted) {
  const out = (/** @type {HTMLElement | SVGElement} */ each) => !wanted.has(each.dataset.id ?? "");
  for (const event of all(".tp-event")) event.hidden = out(event);
  for (const month of all(".tp-month")) month.hidden = !month.querySelector(".tp-event:not([hidden])");
  const marks = /** @type {NodeListOf<SVGAElement>} */ (document.querySelectorAll("a.tc-event"));
  for (const mark of marks) mark.classList.toggle("tc-out", out(mark));
}

/** Notes that are still asked for, in the order in which they are; those that a note repeats come after them. */
function renumber() {
  const notes = new Map(all("li", list).map((note) => [note.dataset.source ?? "", /** @type {HTMLLIElement} */ (note)]));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const number = (/** @type {HTMLElement} */ place) => {
    const id = place.dataset.note ?? "";
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    place.textContent = String(numbers.get(id));
  };
  for (const event of all(".tp-event:not([hidden])")) for (const place of all("[data-note]", event)) number(place);
  for (const note of notes.values()) note.hidden = true;
  for (const [id, now] of numbers) {
    const note = /** @type {HTMLLIElement} */ (notes.get(id));
    for (const place of all("[data-note]", note)) number(place);
    note.hidden = false;
    note.value = now;
    list.append(note);
  }
  /** @type {HTMLElement} */ (list.parentElement).hidden = !numbers.size;
}

async function start() {
  if (!location.search && !location.hash.startsWith("#ids=")) return;
  const words = /** @type {HTMLElement} */ (document.querySelector(".tp-words"));
  const before = words.textContent;
  fallback.keeps("print");
  words.textContent = told.wait;
  try {
    const events = await load(base);
    const found = await asked(events);
    words.textContent = before;
    if (!found) return;
    const whole = document.querySelector(".tp-event") !== null;
    await complete(events, found.ids);
    keep(new Set(found.ids));
    renumber();
    for (const chart of all(".tc")) {
      const about = chart.id.replace("_chart-forecasts-", "");
      chart.hidden = !(chart.dataset.chart === "axis" && whole && found.ids.length) && !found.topics.includes(about);
    }
    const caption = document.querySelector(".tc-axis figcaption span");
    if (caption) caption.textContent += ` ${told.pale}`;
    for (const sheet of /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[disabled]"))) sheet.disabled = false;
    /** @type {HTMLElement} */ (document.querySelector("h1")).textContent = told.title;
    document.title = `${told.title} – ${document.title.split(" – ").slice(1).join(" – ")}`;
    words.textContent = words.dataset.selection = found.words;
    document.querySelector(".tp-today")?.remove();
    fallback.answers("print");
  } catch (error) {
    fallback.fails("print", error);
    throw error;
  }
}

await start();
