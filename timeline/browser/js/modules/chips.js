// @ts-check
/**
 * What is asked of the timeline as buttons: each condition, to be dropped, and what to loosen when nothing fits.
 */
import { inWords, iso, parse } from "./days.js";
import { make } from "./elements.js";
import { filtered, saying } from "./filtering.js";
import { daysOf, looser } from "./question.js";
import { conditions, dayInWords } from "./sentence.js";
import { count } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */

/** What is chosen, each to be dropped, and what can be done with all of it; the day has a banner of its own. @param {Events} events @param {Question} question */
export function chips(events, question) {
  const { words } = events;
  const made = conditions(events, question).filter(([name]) => name !== "as-of").map(([name, text]) => {
    const chip = drop(name, text);
    chip.setAttribute("aria-label", words.without.replace("⟦x⟧", () => text));
    return chip;
  });
  return made.length ? [...made, act("clear", words.clear), act("copy", words.copy)] : [];
}

/** What a date in the box may mean besides: the record as known then, and the day read the other way round.
 * @param {Events} events @param {import("./days.js").Reading | null} date @param {Question} question */
export function dates(events, date, question) {
  const { words } = events;
  const made = (question.asOf === null ? daysOf(events, date) : []).map((day) => {
    const known = act("as-known", words.see_as_known.replace("⟦x⟧", dayInWords(events, day)));
    known.dataset.day = iso(day);
    return known;
  });
  const other = date?.other && parse(date.other);
  if (other) made.push(tries(date?.other ?? "", words.meant.replace("⟦x⟧", inWords(other.start, other.end, words.dates))));
  return made;
}

/** @param {string} q @param {string} text */
export function tries(q, text) {
  const button = act("try", text);
  button.dataset.try = q;
  return button;
}

/** What to loosen when nothing fits. @param {Events} events @param {Question} question */
export function loosening(events, question) {
  const { words } = events;
  const ways = looser(question)
    .map(([name, looser]) => /** @type {[string, number]} */ ([name, filtered(events, looser, saying(events, looser)).places.length]))
    .filter(([, number]) => number);
  if (question.q && looser(question).length < 2) return make("p", "", words.try_words);
  if (!ways.length) return make("p", "", words.looser_none);
  const said = new Map(conditions(events, question));
  const list = make("ul", "tl-looser");
  for (const [name, number] of ways) {
    const item = make("li", "");
    item.append(drop(name, words.without.replace("⟦x⟧", () => said.get(name) ?? "")), ` ${count(words.events, number)}`);
    list.append(item);
  }
  return list;
}

/** @param {string} action @param {string} text */
export function act(action, text) {
  const button = /** @type {HTMLButtonElement} */ (make("button", "", text));
  button.type = "button";
  button.dataset.do = action;
  return button;
}

/** @param {string} name @param {string} text */
export function drop(name, text) {
  const button = act("drop", text);
  button.dataset.drop = name;
  return button;
}
