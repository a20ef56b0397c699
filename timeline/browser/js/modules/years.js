// @ts-check
/**
 * The row of years and the way to key events: beside a question they count what it finds in each and lead to that part of it.
 *
 * As long as nothing is asked they are as the build made them, and lead to the pages of the years; of an earlier day they
 * count what was known, as the build of that day would.
 */
import { write } from "./address.js";
import { NEVER, parse } from "./days.js";
import { narrows } from "./question.js";
import { figure } from "./wording.js";

/** @typedef {import("./question.js").Question} Question */

/** The same question for one year alone. @param {Question} question @param {string} year */
const within = (question, year) => ({ ...question, from: parse(year), to: parse(year) });

/** Whether a question asks for nothing but this year of the time. @param {Question} question @param {string} year */
const chosen = ({ from, to }, year) => from?.text === year && to?.text === year;

/** What the build wrote, kept while a question stands in its place.
 * @param {HTMLAnchorElement} link @param {string | null} [href] null where there is nothing to go to @param {string} [number] */
function says(link, href, number) {
  const tally = /** @type {HTMLElement} */ (link.lastElementChild);
  const way = (link.dataset.way ??= /** @type {string} */ (link.getAttribute("href")));
  const all = (link.dataset.all ??= tally.textContent ?? "");
  if (tally.textContent !== (number ?? all)) tally.textContent = number ?? all;
  if (href === null) link.removeAttribute("href");
  else if (link.getAttribute("href") !== (href ?? way)) link.setAttribute("href", href ?? way);
}

/** The page of a year on a day, and how many of its events were known. @param {HTMLAnchorElement} link @param {number} number @param {string} day */
function of(link, number, day) {
  const way = link.dataset.way ?? link.getAttribute("href") ?? "";
  says(link, number ? `${way}${day}` : null, figure(number));
}

/** @param {ParentNode} head @param {import("./event_columns.js").Events} events @param {Question} question @param {import("./filtering.js").Answer} answer */
export function tell(head, events, question, answer) {
  const asks = narrows(question);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (head.querySelectorAll("a[data-year]"))) {
    const year = link.dataset.year ?? "";
    const number = answer.years[events.calendar.findIndex(({ text }) => text === year)] ?? 0;
    if (!asks) says(link);
    else if (!narrows({ ...question, asOf: null })) of(link, events.inYear(year, question.asOf ?? NEVER), write(question));
    else says(link, number ? write(within(question, year)) : null, figure(number));
    marks(link, chosen(question, year));
  }
  const keys = /** @type {HTMLAnchorElement | null} */ (head.querySelector("a[data-keys]"));
  if (!keys) return;
  says(keys, write({ ...question, key: !question.key }) || location.pathname, asks ? figure(answer.key) : undefined);
  marks(keys, question.key);
}

/** @param {Element} link @param {boolean} here */
function marks(link, here) {
  if (here) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}
