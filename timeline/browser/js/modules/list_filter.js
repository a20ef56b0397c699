// @ts-check
/**
 * A list that stands on the page in full, filtered and sorted in place: sources, disputes.
 *
 * Everything that is asked here was written into the rows by the build; this only hides, counts and moves.
 * What was chosen stands in the address, so that it can be kept, sent and gone back from.
 *
 * @module
 */
import { speaks } from "./announce.js";
import { figure, filled } from "./wording.js";

/**
 * @typedef {object} Row
 * @property {HTMLElement} element
 * @property {string} words as they stood there when words were last asked for: a browser may translate a page at any time
 * @property {Element} home where it stands when nothing is sorted
 */

/**
 * Makes one list columns.
 *
 * @param {HTMLFormElement} form
 */
function start(form) {
  const list = document.getElementById(form.dataset.list ?? "");
  if (!list) return;
  let rows = rowsOf(list);
  const selects = /** @type {HTMLSelectElement[]} */ ([...form.querySelectorAll("select[data-facet]")]);
  const order = /** @type {HTMLSelectElement | null} */ (form.querySelector('select[name="order"]'));
  const words = /** @type {HTMLInputElement | null} */ (form.querySelector('input[name="q"]'));
  const status = form.querySelector(".tl-list-shown");
  const sorted = document.createElement(list.dataset.as ?? "ul");
  sorted.className = list.dataset.like ?? "";
  sorted.hidden = true;
  list.prepend(sorted);
  for (const option of selects.flatMap((select) => [...select.options])) {
    option.dataset.name = (option.textContent ?? "").replace(/ \(\d[\d,.]*\)$/, "");
  }

  /**
   * Whether a row has what was chosen; `but` is left out, for the counts of its own values.
   *
   * @param {Row} row
   * @param {string[]} sought
   * @param {HTMLSelectElement | null} but
   */
  const fits = (row, sought, but) =>
    sought.every((word) => row.words.includes(word)) &&
    selects.every((select) => select === but || !select.value || valuesOf(row, select.name).includes(select.value));

  const apply = () => {
    for (const row of rows) if (row.element.dataset.later !== undefined) row.element.hidden = true;
    const known = rows.filter((row) => row.element.dataset.later === undefined);
    const sought = (words?.value ?? "").toLocaleLowerCase().split(/\s+/).filter(Boolean);
    if (sought.length) for (const row of known) row.words = (row.element.textContent ?? "").toLocaleLowerCase();
    let shown = 0;
    for (const row of known) {
      row.element.hidden = !fits(row, sought, null);
      if (!row.element.hidden) shown += 1;
    }
    for (const select of selects) count(select, known.filter((row) => fits(row, sought, select)));
    arrange(order?.value ?? "");
    unfold(sought.length > 0 || selects.some((select) => select.value !== ""));
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-group]"))) {
      const left = group.querySelectorAll("[data-row]:not([hidden])").length;
      const number = group.querySelector("[data-count]");
      if (number) number.textContent = figure(left);
      group.hidden = !left;
    }
    const said = (shown ? form.dataset.rows : form.dataset.none) ?? "";
    if (status) status.textContent = filled(said, { n: figure(shown), all: figure(known.length), name: form.dataset.name ?? "" });
  };

  /** What is folded is opened for as long as something is asked, for it may hold the answer. @param {boolean} asked */
  const unfold = (asked) => {
    for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (list.querySelectorAll("details[data-group]"))) {
      if (asked && !fold.open) {
        fold.open = true;
        fold.dataset.opened = "";
      } else if (!asked && fold.dataset.opened !== undefined) {
        fold.open = false;
        delete fold.dataset.opened;
      }
    }
  };

  /** @param {string} key */
  const arrange = (key) => {
    const [name, down] = key.startsWith("-") ? [key.slice(1), -1] : [key, 1];
    sorted.hidden = !name;
    if (!name) {
      for (const row of rows) if (row.element.parentElement !== row.home) row.home.append(row.element);
      return;
    }
    const ranked = [...rows].sort((one, other) => down * compare(one, other, name));
    sorted.append(...ranked.map((row) => row.element));
  };

  const write = (/** @type {boolean} */ anew) => {
    const query = new URLSearchParams();
    const day = new URLSearchParams(location.search).get("as-of");
    if (day) query.set("as-of", day);
    if (words?.value.trim()) query.set("q", words.value.trim());
    for (const select of order ? [...selects, order] : selects) if (select.value) query.set(select.name, select.value);
    const address = `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`;
    if (anew) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    if (words) words.value = query.get("q") ?? "";
    for (const select of order ? [...selects, order] : selects) {
      const value = query.get(select.name) ?? "";
      const named = [...select.options].find((option) => option.value === value || option.dataset.former?.split(" ").includes(value));
      select.value = named?.value ?? "";
    }
    apply();
  };

  form.addEventListener("timeline:placing", () => arrange(""));
  form.addEventListener("timeline:later", () => { // what was not yet known on the day that is asked for is no part of the list
    rows = rowsOf(list);
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    apply();
    write(event.target instanceof HTMLSelectElement);
  });
  form.addEventListener("reset", () => setTimeout(() => {
    for (const select of order ? [...selects, order] : selects) select.value = "";
    if (words) words.value = "";
    apply();
    write(true);
  }));
  window.addEventListener("popstate", read);
  const more = form.querySelector("details");
  if (more) more.open = location.search !== "";
  form.hidden = false;
  if (location.search) read();
  else apply();
  if (status) speaks(status, form.querySelector("[role=status]"));
  /** @type {any} */ (window).timeline.answers("list_filter");
}

/** @param {HTMLElement} list */
const rowsOf = (list) => [...list.querySelectorAll("[data-row]")].map((element) => asRow(/** @type {HTMLElement} */ (element)));

/**
 * @param {HTMLElement} element
 * @returns {Row}
 */
function asRow(element) {
  const home = /** @type {Element} */ (element.parentElement);
  return { element, words: "", home };
}

/**
 * What a row says under a name; several values are parted by spaces.
 *
 * @param {Row} row
 * @param {string} name
 * @returns {string[]}
 */
function valuesOf(row, name) {
  const text = row.element.dataset[name] ?? "";
  return text.split(" ");
}

/**
 * @param {Row} one
 * @param {Row} other
 * @param {string} name
 * @returns {number}
 */
function compare(one, other, name) {
  const [a, b] = [one.element.dataset[name] ?? "", other.element.dataset[name] ?? ""];
  const numbers = Number(a) - Number(b);
  return Number.isNaN(numbers) ? a.localeCompare(b) : numbers;
}

/**
 * Writes behind each value how many rows it would leave.
 *
 * @param {HTMLSelectElement} select
 * @param {Row[]} rows
 */
function count(select, rows) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const row of rows) for (const value of valuesOf(row, select.name)) found.set(value, (found.get(value) ?? 0) + 1);
  for (const option of select.options) {
    if (!option.value) continue;
    const number = found.get(option.value) ?? 0;
    option.textContent = `${option.dataset.name} (${figure(number)})`;
    option.disabled = !number && !option.selected;
  }
}

/** A folded row that the address names is opened. */
function openNamed() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  const row = named.closest("details[data-row]");
  for (const fold of [row, row?.parentElement?.closest("details")]) if (fold instanceof HTMLDetailsElement) fold.open = true;
}

window.addEventListener("hashchange", openNamed);
openNamed();
for (const form of document.querySelectorAll("form[data-list]")) start(/** @type {HTMLFormElement} */ (form));
