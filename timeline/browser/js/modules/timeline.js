// @ts-check
/**
 * The page of the timeline: from what a reader types and chooses to the list, its sentence and its address.
 *
 * What a reader has not asked for is not fetched.
 */
import * as address from "./address.js";
import { tell } from "./list_links.js";
import { chips, dates } from "./chips.js";
import { day as dayOf, iso, parse } from "./days.js";
import { part } from "./elements.js";
import { EventList } from "./event_list.js";
import { hasten, load } from "./event_columns.js";
import { FilterPanel } from "./filter_panel.js";
import { filtered, saying } from "./filtering.js";
import { Links } from "./links.js";
import { asked, everything, FACETS, plain, without } from "./question.js";
import { sentence } from "./sentence.js";
import { banner } from "./timeline_banner.js";
import { tell as tellYears } from "./years.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */

/** @param {HTMLFormElement} form @param {string} base @param {string} root */
export function start(form, base, root) {
  new TimelinePage(form, base, root).wake();
}

/** What no pause brings is fetched when it is asked for. @param {Events} events */
function rests(events) {
  void import("./idle.js").then(({ forWords }) => forWords(events)).catch(() => {});
}

class TimelinePage {
  /** @param {HTMLFormElement} form @param {string} base @param {string} root */
  constructor(form, base, root) {
    this.form = form;
    this.base = base;
    this.root = new URL(root).pathname;
    this.box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("order"));
    this.day = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("as-of"));
    this.head = /** @type {HTMLElement} */ (document.querySelector(".tl-head"));
    this.filters = new FilterPanel(form, this.head);
    this.chosen = part("_chosen");
    this.shown = part("_shown");
    this.aloud = part("_aloud");
    this.list = new EventList(part("_list"), this.root, (fetched) => this.told(fetched));
    this.also = part("_also");
    this.banner = part("_banner");
    /** What tells of today. @type {NodeListOf<HTMLElement>} */
    this.today = document.querySelectorAll(".tl-timeline > [data-now]");
    this.sentence = this.shown.textContent ?? "";
    /** @type {Events | null} */
    this.events = null;
    this.question = everything();
    this.turn = 0;
    this.typing = 0;
    /** The date in the box. @type {import("./days.js").Reading | null} */
    this.dated = null;
    /** @type {import("./filtering.js").Answer | null} */
    this.answer = null;
    this.saying = 0;
    this.telling = 0;
  }

  wake() {
    this.box.addEventListener("input", () => void this.typed());
    this.filters.details.addEventListener("toggle", () => void this.open());
    this.head.addEventListener("click", (event) => void this.turned(event));
    this.form.addEventListener("change", (event) => void this.changed(/** @type {HTMLInputElement} */ (event.target)));
    for (const each of [this.form, this.list.element, this.banner]) each.addEventListener("click", (event) => void this.clicked(/** @type {Element} */ (event.target)));
    document.addEventListener("timeline:span", (event) => this.stretch(event));
    document.addEventListener("timeline:asked", () => this.events && tell(this.events, this.question, this.answer));
    addEventListener("popstate", () => void this.arrive());
    addEventListener("pagehide", () => this.typing && this.settle());
    if (location.search) void this.arrive();
    else {
      // what was typed and chosen while this was on its way
      if (this.box.value) void this.typed();
      if (this.order.value !== "oldest") void this.changed(/** @type {any} */ (this.order));
      if (this.day?.value) void this.changed(this.day);
    }
    void this.open();
    this.form.dataset.awake = "";
  }

  async data() {
    return (this.events ??= await this.told(load(this.base)));
  }

  /** What is fetched; without it the page is again what the build made. @template T @param {Promise<T>} fetched */
  async told(fetched) {
    try {
      return await fetched;
    } catch (error) {
      this.turn++;
      for (const timer of [this.typing, this.saying, this.telling]) clearTimeout(timer); // nothing more is told of what was asked
      /** @type {any} */ (window).timeline.fails("timeline", error);
      throw error;
    }
  }

  /** Somebody comes with an address, or goes back to one. */
  async arrive() {
    const events = await this.data();
    this.question = address.read(location.search, events.columns);
    this.list.restart();
    this.box.value = this.question.q;
    await this.render();
  }

  async typed() {
    const turn = ++this.turn;
    this.list.stop();
    if (!this.events) void hasten(this.base, this.box.value);
    const events = await this.data();
    if (turn !== this.turn) return;
    const { question, date } = asked(events, this.box.value);
    if (date || this.dated) Object.assign(this.question, { from: question.from, to: question.to });
    this.dated = date;
    this.question.q = question.q;
    this.list.restart();
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => this.settle(), 250);
    await this.render();
  }

  /** The address follows what was typed once the typing rests. */
  settle() {
    clearTimeout(this.typing);
    this.typing = 0;
    if (this.events) history.replaceState(null, "", location.pathname + address.write(this.question) + location.hash);
  }

  /** @param {Question} question */
  async ask(question) {
    if (this.typing) this.settle();
    this.question = question;
    this.list.restart();
    await this.render();
    history.pushState(null, "", location.pathname + address.write(question));
  }

  /** @param {HTMLInputElement} control */
  async changed(control) {
    if (control === this.box) return;
    const events = await this.data();
    const { name, value, checked } = control;
    const question = { ...this.question, chosen: { ...this.question.chosen } };
    if (FACETS.includes(name)) {
      const rest = question.chosen[name].filter((id) => id !== value);
      question.chosen[name] = checked ? [...rest, value] : rest;
    } else if (name === "key") question.key = checked;
    else if (name === "disputed") question.disputed = checked;
    else if (name === "order") question.order = value;
    else if (name === "as-of") {
      const day = dayOf(value);
      question.asOf = day !== null && day < events.columns.through ? day : null;
    } else return;
    await this.ask(question);
  }

  /** A year, or key events, of what is asked. @param {MouseEvent} event */
  async turned(event) {
    const link = event.target instanceof Element && event.target.closest("a[data-year], a[data-keys]");
    if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.pathname !== location.pathname) return; // the page of the year
    event.preventDefault();
    const events = await this.data();
    const question = address.read(link.search, events.columns);
    this.box.value = question.q;
    this.dated = null;
    await this.ask(question);
  }

  /** @param {Element} target */
  async clicked(target) {
    const button = target.closest("button[data-do]");
    if (!(button instanceof HTMLButtonElement)) return;
    const events = await this.data();
    const action = button.dataset.do;
    if (action === "done") return this.filters.close();
    if (action === "more") return this.answer && this.list.more(events, this.question, this.answer);
    if (action === "copy") return this.copy(events, button);
    if (action === "earlier" || action === "later") return this.walk(action);
    if (action === "try") return this.tries(button.dataset.try ?? "");
    if (action === "as-known") {
      await this.ask({ ...this.question, from: null, to: null, asOf: dayOf(button.dataset.day ?? "") });
      return /** @type {HTMLElement} */ (this.banner.querySelector("button:not(:disabled)") ?? this.box).focus(); // the button is gone, the day is told there
    }
    const question = action === "clear" ? { ...everything(), order: this.question.order } : without(this.question, button.dataset.drop);
    if (!question.q || action === "clear") this.box.value = question.q;
    if (!question.from && !question.to) this.dated = null;
    if (button.dataset.drop === "dates") this.box.value = question.q;
    await this.ask(question);
    this.announce(sentence(events, question, this.answer?.places.length ?? 0));
    /** @type {HTMLElement} */ (this.form.querySelector("[data-do=drop]") ?? this.box).focus();
  }

  /** Other words in place of those that found nothing. @param {string} words */
  tries(words) {
    this.box.value = words;
    this.box.focus();
    void this.typed();
  }

  /** @param {Events} events @param {HTMLButtonElement} button */
  async copy({ words }, button) {
    this.settle();
    await navigator.clipboard.writeText(location.href);
    button.textContent = words.copied;
    this.announce(words.copied);
    setTimeout(() => (button.textContent = words.copy), 2000);
  }

  /** To the day of change before or after. @param {"earlier" | "later"} direction */
  async walk(direction) {
    const events = await this.data();
    const { through } = events.columns;
    const next = events.around(this.question.asOf ?? through)[direction];
    if (next === undefined) return;
    await this.ask({ ...this.question, asOf: next >= through ? null : next });
    const ways = [direction, "earlier", "later"].map((way) => this.banner.querySelector(`[data-do=${way}]:not(:disabled)`));
    /** @type {HTMLElement} */ (ways.find(Boolean) ?? this.box).focus(); // at the end of the row there is no way on
  }

  async open() {
    if (!this.filters.open) return;
    const events = await this.data();
    const anew = this.filters.fill(events);
    await this.render();
    if (anew) void import("./idle.js").then(({ forFacets }) => forFacets(events));
  }

  async render() {
    const events = await this.data();
    const question = this.question;
    if (!events.answers(question)) {
      const turn = ++this.turn;
      this.list.stop();
      await this.told(events.prepare(question));
      if (turn !== this.turn) return; // somebody typed on meanwhile
    }
    if (question.q) rests(events);
    const said = saying(events, question);
    const answer = filtered(events, question, said);
    this.answer = answer;
    this.list.show(events, question, answer);
    this.controls(events, question, answer);
    this.say(events, question, answer.places.length);
    this.form.dispatchEvent(new Event("tl-drawn"));
    /** @type {any} */ (window).timeline.answers("timeline");
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => tell(events, this.question, this.answer), 200);
  }

  /** A stretch that was chosen on a chart. @param {Event} event */
  stretch(event) {
    event.preventDefault();
    const { from, to } = /** @type {CustomEvent<{from: string, to: string}>} */ (event).detail;
    void this.ask({ ...this.question, from: parse(from), to: parse(to) });
  }

  /** Counts, checks and what is chosen. @param {Events} events @param {Question} question @param {import("./filtering.js").Answer} answer */
  controls(events, question, answer) {
    this.order.value = question.order;
    if (this.day) this.day.value = question.asOf === null ? "" : iso(question.asOf);
    this.filters.tell(events, question, answer);
    tellYears(this.head, events, question, answer);
    const focused = document.activeElement instanceof HTMLElement && this.chosen.contains(document.activeElement) ? document.activeElement.dataset.do : "";
    this.chosen.replaceChildren(...chips(events, question), ...dates(events, this.dated, question));
    if (focused) /** @type {HTMLElement | null} */ (this.chosen.querySelector(`[data-do=${focused}]`))?.focus();
    this.banner.hidden = question.asOf === null;
    for (const part of this.today) part.hidden = question.asOf !== null;
    const day = question.asOf;
    const open = Boolean(this.banner.querySelector("details")?.open);
    this.banner.replaceChildren(...(day === null ? [] : banner(events, day, new Links(events.addresses, this.root, day), open)));
  }

  /** @param {Events} events @param {Question} question @param {number} number of events that fit */
  say(events, question, number) {
    const text = plain(question) ? this.sentence : `${sentence(events, question, number)}.`;
    this.shown.textContent = text;
    if (plain(question)) this.also.replaceChildren();
    clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.announce(text);
      if (question.q || this.dated) void this.told(import("./search.js").then(({ elsewhere }) => elsewhere(events, question, this.also, this.root)));
      else this.also.replaceChildren();
    }, 400);
  }

  /** @param {string} text */
  announce(text) {
    this.aloud.textContent = text;
  }
}
