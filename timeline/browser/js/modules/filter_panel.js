// @ts-check
/**
 * The filters of the timeline, behind a button: the values of every facet, what each would give, and which are chosen.
 */
import { make } from "./elements.js";
import { SHOWN } from "./question.js";
import { conditions } from "./sentence.js";
import { count, figure } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./filtering.js").Answer} Answer */

export class FilterPanel {
  /** @param {HTMLFormElement} form @param {HTMLElement} goal what closing it leads to */
  constructor(form, goal) {
    this.goal = goal;
    this.details = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
    this.facets = /** @type {HTMLElement} */ (form.querySelector(".tl-facets"));
    this.active = /** @type {HTMLElement} */ (form.querySelector(".tl-active"));
    this.done = /** @type {HTMLElement} */ (form.querySelector("[data-do=done]"));
  }

  get open() {
    return this.details.open;
  }

  /** From the filters to what they have left. */
  close() {
    this.details.open = false;
    this.details.querySelector("summary")?.focus({ preventScroll: true });
    this.goal.scrollIntoView({ block: "start" });
  }

  /** Its values, made once; whether it made them now. @param {Events} events */
  fill(events) {
    return fieldsets(this.facets, events);
  }

  /** @param {Events} events @param {Question} question @param {Answer} answer */
  tell(events, question, answer) {
    if (this.open) tallies(this.facets, events, question, answer);
    const active = conditions(events, question).filter(([name]) => name !== "q").length + Number(question.order !== "oldest");
    this.active.textContent = active ? String(active) : "";
    this.done.textContent = events.words.done.replace("⟦x⟧", count(events.words.events, answer.places.length));
  }
}

/** @param {HTMLElement} facets @param {Events} events */
function fieldsets(facets, events) {
  if (facets.childElementCount) return false;
  for (const facet of SHOWN) {
    if (!events.columns.facets[facet].length) continue;
    for (const [legend, found] of groups(events, facet)) {
      const set = make("fieldset", "tl-facet");
      set.append(make("legend", "", legend || events.words[facet]));
      const values = make("div", "tl-values");
      for (const [id, name] of found) values.append(choice(facet, id, name));
      set.append(values);
      facets.append(set);
    }
  }
  const { only, key, disputed } = facets.dataset;
  const flags = make("fieldset", "tl-facet");
  flags.append(make("legend", "", only ?? ""), choice("key", "true", key ?? ""), choice("disputed", "true", disputed ?? ""));
  facets.append(flags);
  return true;
}

/** The values of a facet with their legend; those of topics by families, where there are any. @param {Events} events
 * @param {string} facet @returns {[string, [string, string][]][]} */
function groups(events, facet) {
  const { facets, families } = events.columns;
  if (facet !== "topic" || !families) return [["", facets[facet]]];
  return families.map(([name, ...topics]) => [name, topics.map((topic) => facets.topic[topic])]);
}

/** What each value would give, and which are chosen. @param {HTMLElement} facets @param {Events} events
 * @param {Question} question @param {Answer} answer */
function tallies(facets, events, question, answer) {
  for (const input of facets.querySelectorAll("input")) {
    const { name, value } = input;
    const flag = name === "key" || name === "disputed";
    const place = flag ? 0 : events.columns.facets[name].findIndex(([id]) => id === value);
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
