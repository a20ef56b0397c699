// @ts-check
/**
 * Where the rows of a list stand on a day. The build wrote into each by which numbers it stood from each day on
 * (`data-place`), and into the lists how many rows they take before the next (`data-shelf`, with how few more are not
 * worth a fold; `data-below`, which rows only stand there where there is no other).
 */
import { make } from "./elements.js";
import { on } from "./filtering.js";

/** Whether a row was not known; one that is hidden by what somebody chose is. @param {HTMLElement} row */
const unknown = (row) => (row.dataset.row === undefined ? row.hidden : row.dataset.later !== undefined);

/** Puts all rows of a page in their places. @param {HTMLElement} page @param {number} day */
export function place(page, day) {
  for (const list of [...page.querySelectorAll("[data-shelves]")].reverse()) { // what is within first
    const shelves = [list, ...list.querySelectorAll("[data-shelf]")].filter((shelf) => shelf instanceof HTMLElement && shelf.dataset.shelf !== undefined && shelf.closest("[data-shelves]") === list);
    deal(/** @type {HTMLElement[]} */ (shelves), day);
  }
  const few = /** @type {HTMLElement | null} */ (page.querySelector("[data-short]"));
  if (few) shelve(few, page);
}

/** @param {HTMLElement[]} shelves @param {number} day */
function deal(shelves, day) {
  const rows = /** @type {HTMLElement[]} */ (shelves.flatMap((shelf) => [...shelf.children])).map((row) => ({ row, at: numbers(row, day) }));
  const shown = rows.filter(({ row }) => !unknown(row)).sort((one, other) => compared(one.at, other.at));
  for (const [turn, shelf] of shelves.entries()) {
    const [most, few = 0] = (shelf.dataset.shelf ?? "").split(" ").map(Number);
    const below = Number(shelf.dataset.below ?? Infinity);
    const fitting = shown.filter(({ at }) => at[0] < below).length || shown.length;
    const room = turn === shelves.length - 1 || !most ? shown.length : shown.length <= most + few ? shown.length : most;
    shelf.append(...shown.splice(0, Math.min(room, fitting)).map(({ row }) => shaped(row, shelf)));
  }
  shelves[shelves.length - 1]?.append(...rows.filter(({ row }) => unknown(row)).map(({ row }) => row));
}

/** @param {HTMLElement} row @param {number} day @returns {number[]} */
function numbers(row, day) {
  /** @type {number[][]} */
  const states = JSON.parse(row.dataset.place ?? "[]");
  return on(states.map(([since]) => since), states, day)?.slice(1) ?? [];
}

/** @param {number[]} one @param {number[]} other */
function compared(one, other) {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at < 0 ? 0 : one[at] - (other[at] ?? 0);
}

/** A question as it is told in a list: in full, or in a line that opens. @param {HTMLElement} row @param {HTMLElement} shelf */
function shaped(row, shelf) {
  const whole = row.matches(".tl-question");
  if (!row.matches(".tl-question, .tl-question-line") || whole === shelf.matches(".tl-questions")) return row;
  const title = /** @type {HTMLElement} */ (row.querySelector(whole ? "h2" : "summary > span"));
  const id = whole ? title.id : row.id;
  const made = make(whole ? "details" : "section", whole ? "tl-question-line" : "tl-question");
  for (const { name, value } of row.attributes) if (name.startsWith("data-")) made.setAttribute(name, value);
  const head = whole ? make("summary", "") : make("h2", "");
  const former = whole ? row.querySelectorAll(":scope > span[id]") : row.querySelectorAll("summary > span[id]");
  if (whole) {
    const words = make("span", "");
    words.append(...title.childNodes);
    head.append(words, ...former);
    made.id = id;
    made.append(head);
  } else {
    head.append(...title.childNodes);
    head.id = id;
    made.setAttribute("aria-labelledby", id);
    made.append(head, ...former);
  }
  made.append(...[...row.childNodes].filter((part) => part !== (whole ? title : row.querySelector("summary"))));
  row.replaceWith(made);
  return made;
}

/** Documents by the first letters of their publishers, a fold for so many; a few in one list, the latest first. @param {HTMLElement} list @param {HTMLElement} page */
function shelve(list, page) {
  const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-row]")]).filter((row) => !unknown(row));
  if (rows.length <= Number(list.dataset.short)) return together(list, page, rows);
  /** @type {Map<string, HTMLElement[]>} */
  const letters = new Map();
  for (const row of rows) letters.set(letterOf(row), [...(letters.get(letterOf(row)) ?? []), row]);
  /** @type {{first: string, last: string, rows: HTMLElement[]}[]} */
  const groups = [];
  for (const [letter, of] of letters) {
    const last = groups[groups.length - 1];
    if (!last || last.rows.length >= Number(list.dataset.full) || letter === OTHER) groups.push({ first: letter, last: letter, rows: of });
    else groups[groups.length - 1] = { first: last.first, last: letter, rows: [...last.rows, ...of] };
  }
  const folds = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("details[data-group]")]);
  for (const [turn, { first, last, rows: of }] of groups.entries()) {
    const name = first === OTHER ? list.dataset.others : first === last ? first : list.dataset.range?.replace("⟦a⟧", first).replace("⟦b⟧", last);
    /** @type {HTMLElement} */ (folds[turn].querySelector("[data-range-name]")).textContent = name ?? "";
    folds[turn].querySelector("ul")?.append(...of);
  }
}

const OTHER = "~";

/** @param {HTMLElement} row */
function letterOf(row) {
  const first = (row.dataset.publisher ?? "").normalize("NFKD").slice(0, 1).toUpperCase();
  return first >= "A" && first <= "Z" ? first : OTHER;
}

/** @param {HTMLElement} list @param {HTMLElement} page @param {HTMLElement[]} rows */
function together(list, page, rows) {
  const rank = (/** @type {HTMLElement} */ row) => (row.dataset.year === "undated" ? Number(row.dataset.rank) : -1e9 - Number(row.dataset.rank));
  const one = make("ul", list.dataset.like ?? "");
  one.append(...rows.sort((a, b) => rank(a) - rank(b)));
  list.append(one);
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-shelved]"))) part.hidden = true;
}
