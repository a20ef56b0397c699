// @ts-check
/**
 * What stands beside the list of the timeline and follows it: the way to paper, and charts.
 */
import { write } from "./address.js";
import { iso } from "./days.js";
import { narrows } from "./question.js";

/** The way to paper leads to what is shown, and charts on the page dim what is out.
 * @param {import("./event_columns.js").Events} events @param {import("./question.js").Question} question
 * @param {import("./filtering.js").Answer | null} answer */
export function tell(events, question, answer) {
  const ids = narrows(question) && answer ? Array.from(answer.places, (place) => events.ids.all[place]) : null;
  const paper = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-print]"));
  if (paper) {
    onPaper(paper, ids ? write(question) : "");
    paper.hidden = ids?.length === 0;
  }
  if (!document.querySelector("[data-chart]")) return;
  const day = question.asOf === null ? null : iso(question.asOf);
  document.dispatchEvent(new CustomEvent("timeline:shown", { detail: { ids, day } }));
}

/** The way to the edition on paper takes along the question. @param {HTMLAnchorElement} way @param {string} search */
function onPaper(way, search) {
  const all = (way.dataset.all ??= /** @type {string} */ (way.getAttribute("href")));
  const whole = (way.dataset.whole ??= way.textContent ?? "");
  way.textContent = search ? (way.dataset.print ?? "") : whole;
  way.href = all + search;
}
