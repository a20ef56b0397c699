// @ts-check
/**
 * What is asked of the timeline as buttons: each condition, to be dropped, and what to loosen when nothing fits.
 */
import { make } from "./elements.js";
import { filtered, saying } from "./filtering.js";
import { looser } from "./question.js";
import { conditions } from "./sentence.js";
import { count } from "./wording.js";

/** @typedef {import("./events.js").Events} Events */
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

/** What to loosen when nothing fits. @param {Events} events @param {Question} question */
export function loosening(events, question) {
  const { words } = events;
  const ways = looser(question)
    .map(([name, looser]) => /** @type {[string, number]} */ ([name, filtered(events, looser, saying(events, looser)).places.length]))
    .filter(([, number]) => number);
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
