// @ts-check
/**
 * What the controls of the timeline are made of: buttons, values with their counts, what to loosen, and how things stood on a day.
 */
import { banner as bannerOf } from "./banner.js";
import { make } from "./elements.js";
import { FACETS, looser } from "./question.js";
import { conditions } from "./sentence.js";
import { others, saying, sift } from "./sift.js";
import { count, figure } from "./wording.js";

/** @typedef {import("./data.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./sift.js").Answer} Answer */
/** @typedef {import("./links.js").Links} Links */

/** The values of every facet, made once; whether it made them now. @param {HTMLElement} facets @param {Events} events */
export function fieldsets(facets, events) {
  if (facets.childElementCount) return false;
  for (const facet of FACETS) {
    const set = make("fieldset", "tl-facet");
    set.append(make("legend", "", events.words[facet]));
    const values = make("div", "tl-values");
    for (const [id, name] of events.sift.facets[facet]) values.append(choice(facet, id, name));
    set.append(values);
    facets.append(set);
  }
  const { only, key, disputed } = facets.dataset;
  const flags = make("fieldset", "tl-facet");
  flags.append(make("legend", "", only ?? ""), choice("key", "true", key ?? ""), choice("disputed", "true", disputed ?? ""));
  facets.append(flags);
  return true;
}

/** What each value would give, and which are chosen. @param {HTMLElement} facets @param {Events} events
 * @param {Question} question @param {Answer} answer */
export function tallies(facets, events, question, answer) {
  for (const input of facets.querySelectorAll("input")) {
    const { name, value } = input;
    const flag = name === "key" || name === "disputed";
    const place = flag ? 0 : events.sift.facets[name].findIndex(([id]) => id === value);
    const number = flag ? answer[name] : answer.counts[name][place];
    const on = flag ? question[name] : question.chosen[name].includes(value);
    if (input.checked !== on) input.checked = on;
    const tally = /** @type {HTMLElement} */ (input.nextElementSibling?.nextElementSibling);
    const text = figure(number);
    if (tally.textContent !== text) {
      tally.textContent = text;
      /** @type {HTMLElement} */ (input.parentElement).classList.toggle("tl-none", !number);
    }
  }
}

/** The way to the edition on paper takes along the question. @param {HTMLAnchorElement} way @param {string} search */
export function onPaper(way, search) {
  const all = (way.dataset.all ??= /** @type {string} */ (way.getAttribute("href")));
  const whole = (way.dataset.whole ??= way.textContent ?? "");
  way.textContent = search ? (way.dataset.print ?? "") : whole;
  way.href = all + search;
}

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
    .map(([name, looser]) => /** @type {[string, number]} */ ([name, sift(events, looser, saying(events, looser)).places.length]))
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

/** The banner of a day, with how forecasts and tracks stood, unfolded where it was. @param {Events} events @param {number} day
 * @param {Links} links @param {boolean} open */
export function banner(events, day, links, open) {
  const { words } = events;
  const [earlier, later] = [act("earlier", words.earlier), act("later", words.later)];
  earlier.disabled = events.around(day).earlier === undefined;
  return [...bannerOf(events, day, words.banner_more, [earlier, later, drop("as-of", words.back)]), ...standing(events, day, links, open)];
}

/** To the next or previous event, only while the focus is in the list. @param {HTMLElement} list @param {KeyboardEvent} event */
export function step(list, event) {
  const forward = event.key === "j" || event.key === "ArrowDown";
  if ((!forward && event.key !== "k" && event.key !== "ArrowUp") || event.ctrlKey || event.metaKey || event.altKey) return;
  const titles = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".tl-title a")]).filter((title) => title.checkVisibility());
  const card = /** @type {Element} */ (event.target).closest(".tl-card");
  const here = titles.findIndex((title) => card && card.contains(title));
  const next = titles[here + (forward ? 1 : -1)];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
  next.closest(".tl-card")?.scrollIntoView({ block: "nearest" });
}

/** How forecasts and tracks stood. @param {Events} events @param {number} day @param {Links} links @param {boolean} open
 * @returns {HTMLElement[]} */
function standing(events, day, links, open) {
  const { words } = events;
  const { expectations, tracks } = others(events, day);
  const list = make("ul", "tl-then");
  for (const { id, title, state } of tracks) {
    const item = make("li", "");
    item.dataset.track = id;
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", title));
    link.href = links.to("track", id);
    const tone = state ? state[1] : "unknown";
    item.append(link, ": ", make("span", `tl-mark tl-tone tl-tone--${tone}`, state ? state[0] : words.unknown_state));
    list.append(item);
  }
  if (expectations.length) {
    const item = make("li", "");
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", words.expectations));
    link.href = links.to("expectations");
    /** @type {Map<string, number>} */
    const tally = new Map();
    for (const { standing } of expectations) tally.set(standing ?? "", (tally.get(standing ?? "") ?? 0) + 1);
    item.append(link, ": ", [...tally].map(([name, number]) => `${figure(number)} ${words.standings[name]}`).join(", "));
    list.append(item);
  }
  if (!list.childElementCount) return [];
  const fold = /** @type {HTMLDetailsElement} */ (make("details", ""));
  fold.open = open;
  fold.append(make("summary", "", words.stood), list);
  return [fold];
}

/** @param {string} action @param {string} text */
function act(action, text) {
  const button = /** @type {HTMLButtonElement} */ (make("button", "", text));
  button.type = "button";
  button.dataset.do = action;
  return button;
}

/** @param {string} name @param {string} text */
function drop(name, text) {
  const button = act("drop", text);
  button.dataset.drop = name;
  return button;
}

/** @param {string} name @param {string} value @param {string} text */
function choice(name, value, text) {
  const label = make("label", "tl-value");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.name = name;
  input.value = value;
  label.append(input, make("span", "", text), make("span", "tl-tally", ""));
  return label;
}
