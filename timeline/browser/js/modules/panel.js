// @ts-check
/**
 * The timeline's own controls: from what a reader chooses to the list, its sentence and its address.
 *
 * Only a bounded slice of the answer becomes elements. What a reader has not asked for is not fetched.
 */
import * as address from "./address.js";
import { months } from "./cards.js";
import { hasten, load } from "./data.js";
import { day as dayOf, iso, parse, split } from "./days.js";
import { part } from "./elements.js";
import { Links } from "./links.js";
import { words as wordsOf } from "./match.js";
import { banner, chips, fieldsets, loosening, onPaper, step, tallies } from "./parts.js";
import { everything, FACETS, looser, narrows } from "./question.js";
import { elsewhere } from "./search.js";
import { conditions, sentence } from "./sentence.js";
import { saying, sift } from "./sift.js";
import { count, figure } from "./wording.js";
import { tell as tellYears } from "./years.js";

/** @typedef {import("./data.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */

const FIRST = 6;
const SLICE = 60;
const FURTHER = 100;

/** @param {HTMLFormElement} form @param {string} base @param {string} root */
export function start(form, base, root) {
  new Panel(form, base, root).wake();
}

/** What no pause brings is fetched when it is asked for. @param {Events} events */
function rests(events) {
  void import("./pauses.js").then(({ forWords }) => forWords(events)).catch(() => {});
}

class Panel {
  /** @param {HTMLFormElement} form @param {string} base @param {string} root */
  constructor(form, base, root) {
    this.form = form;
    this.base = base;
    this.root = new URL(root).pathname;
    this.box = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
    this.order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("order"));
    this.day = /** @type {HTMLInputElement} */ (form.elements.namedItem("as-of"));
    this.filter = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
    this.facets = /** @type {HTMLElement} */ (form.querySelector(".tl-facets"));
    this.active = /** @type {HTMLElement} */ (form.querySelector(".tl-active"));
    this.done = /** @type {HTMLElement} */ (form.querySelector("[data-do=done]"));
    this.head = /** @type {HTMLElement} */ (document.querySelector(".tl-head"));
    this.chosen = part("_chosen");
    this.shown = part("_shown");
    this.aloud = part("_aloud");
    this.list = part("_list");
    this.also = part("_also");
    this.banner = part("_banner");
    this.paper = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-print]"));
    this.sentence = this.shown.textContent ?? "";
    this.whole = [...this.list.childNodes];
    /** @type {Events | null} */
    this.events = null;
    this.question = everything();
    this.slice = SLICE;
    this.turn = 0;
    this.typing = 0;
    this.filling = 0;
    /** The cards that were drawn last. */
    this.html = "";
    /** How many events fit. */
    this.found = 0;
    /** Whether the box holds a date. */
    this.dated = false;
    /** @type {import("./sift.js").Answer | null} */
    this.answer = null;
    this.saying = 0;
    this.telling = 0;
  }

  wake() {
    this.box.addEventListener("input", () => void this.typed());
    this.filter.addEventListener("toggle", () => void this.open());
    this.head.addEventListener("click", (event) => void this.turned(event));
    this.form.addEventListener("change", (event) => void this.changed(/** @type {HTMLInputElement} */ (event.target)));
    this.form.addEventListener("click", (event) => void this.clicked(/** @type {Element} */ (event.target)));
    this.list.addEventListener("click", (event) => void this.clicked(/** @type {Element} */ (event.target)));
    this.banner.addEventListener("click", (event) => void this.clicked(/** @type {Element} */ (event.target)));
    this.list.addEventListener("keydown", (event) => step(this.list, event));
    document.addEventListener("timeline:span", (event) => this.stretch(event));
    document.addEventListener("timeline:asked", () => this.events && this.tell(this.events));
    addEventListener("popstate", () => void this.arrive());
    addEventListener("pagehide", () => this.typing && this.settle());
    if (location.search) void this.arrive();
    else {
      // what was typed and chosen while this was on its way
      if (this.box.value) void this.typed();
      if (this.order.value !== "oldest") void this.changed(/** @type {any} */ (this.order));
      if (this.day.value) void this.changed(this.day);
    }
    void this.open();
    this.form.dataset.awake = "";
  }

  async data() {
    if (!this.events) {
      this.events = await this.told(load(this.base));
    }
    return this.events;
  }

  /** What is fetched, or word that it did not come. @template T @param {Promise<T>} fetched */
  async told(fetched) {
    try {
      return await fetched;
    } catch (error) {
      this.shown.textContent = this.form.dataset.failed ?? "";
      throw error;
    }
  }

  /** Somebody comes with an address, or goes back to one. */
  async arrive() {
    const events = await this.data();
    this.question = address.read(location.search, events.sift);
    this.slice = SLICE;
    this.box.value = this.question.q;
    await this.render();
  }

  async typed() {
    const turn = ++this.turn;
    if (!this.events) void hasten(this.base, this.box.value);
    const events = await this.data();
    if (turn !== this.turn) return;
    const { words, date } = split(this.box.value, events.words.dates, events.years);
    if (date || this.dated) {
      this.question.from = date && date.start && parse(date.start.text);
      this.question.to = date && date.end && parse(date.end.text);
    }
    this.dated = Boolean(date);
    this.question.q = words;
    this.slice = SLICE;
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
    this.slice = SLICE;
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
      question.asOf = day !== null && day < events.sift.through ? day : null;
    } else return;
    await this.ask(question);
  }

  /** A year, or key events, of what is asked. @param {MouseEvent} event */
  async turned(event) {
    const link = event.target instanceof Element && event.target.closest("a[data-year], a[data-keys]");
    if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!link.search && link.pathname !== location.pathname) return; // the page of the year
    event.preventDefault();
    const events = await this.data();
    const question = address.read(link.search, events.sift);
    this.box.value = question.q;
    this.dated = false;
    await this.ask(question);
  }

  /** @param {Element} target */
  async clicked(target) {
    const button = target.closest("button[data-do]");
    if (!(button instanceof HTMLButtonElement)) return;
    const events = await this.data();
    const action = button.dataset.do;
    if (action === "done") return this.close();
    if (action === "more") return this.more(button);
    if (action === "copy") return this.copy(button);
    if (action === "earlier" || action === "later") return this.walk(action);
    let question = this.question;
    if (action === "clear") question = { ...everything(), order: question.order };
    else question = looser(question).find(([name]) => name === button.dataset.drop)?.[1] ?? question;
    if (!question.q || action === "clear") this.box.value = question.q;
    if (!question.from && !question.to) this.dated = false;
    if (button.dataset.drop === "dates") this.box.value = question.q;
    await this.ask(question);
    this.announce(sentence(events, question, this.found));
    /** @type {HTMLElement} */ (this.form.querySelector("[data-do=drop]") ?? this.box).focus();
  }

  /** To the day of change before or after. @param {"earlier" | "later"} direction */
  async walk(direction) {
    const events = await this.data();
    const { through } = events.sift;
    const next = events.around(this.question.asOf ?? through)[direction];
    if (next === undefined) return;
    await this.ask({ ...this.question, asOf: next >= through ? null : next });
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-do=${direction}]:not(:disabled)`))?.focus();
  }

  /** @param {HTMLButtonElement} button */
  async copy(button) {
    this.settle();
    const { words } = await this.data();
    await navigator.clipboard.writeText(location.href);
    button.textContent = words.copied;
    this.announce(words.copied);
    setTimeout(() => (button.textContent = words.copy), 2000);
  }

  /** From the filters to what they have left. */
  close() {
    this.filter.open = false;
    this.filter.querySelector("summary")?.focus({ preventScroll: true });
    this.head.scrollIntoView({ block: "start" });
  }

  async open() {
    if (!this.filter.open) return;
    const events = await this.data();
    const anew = fieldsets(this.facets, events);
    await this.render();
    if (anew) void import("./pauses.js").then(({ forFacets }) => forFacets(events));
  }

  async render() {
    const events = await this.data();
    const question = this.question;
    if (!events.answers(question)) {
      const turn = ++this.turn;
      await this.told(events.prepare(question));
      if (turn !== this.turn) return; // somebody typed on meanwhile
    }
    if (question.q) rests(events);
    const said = saying(events, question);
    const answer = sift(events, question, said);
    this.answer = answer;
    this.found = answer.places.length;
    this.draw(events);
    this.controls(events);
    this.say(events);
    this.form.dispatchEvent(new Event("tl-drawn"));
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => this.tell(events), 200);
  }

  /** The way to paper leads to what is shown, and charts on the page dim what is out, once the typing rests. @param {Events} events */
  tell(events) {
    const { question, answer } = this;
    const ids = narrows(question) && answer ? Array.from(answer.places, (place) => events.ids.all[place]) : null;
    if (this.paper) onPaper(this.paper, ids ? address.write(question) : "");
    if (!document.querySelector("[data-chart]")) return;
    const day = question.asOf === null ? null : iso(question.asOf);
    document.dispatchEvent(new CustomEvent("timeline:shown", { detail: { ids, day } }));
  }

  /** A stretch that was chosen on a chart. @param {Event} event */
  stretch(event) {
    event.preventDefault();
    const { from, to } = /** @type {CustomEvent<{from: string, to: string}>} */ (event).detail;
    void this.ask({ ...this.question, from: parse(from), to: parse(to) });
  }

  /** The first cards at once, so that typing never waits, and further ones when it rests.
   * @param {Events} events @param {number} [slice] @param {boolean} [filled] whether nothing more comes by itself */
  draw(events, slice = FIRST, filled = false) {
    const { question } = this;
    clearTimeout(this.filling);
    this.filling = 0;
    if (!narrows(question) && question.order === "oldest") {
      if (this.list.firstChild !== this.whole[0]) {
        const focused = this.focused();
        this.list.replaceChildren(...this.whole);
        this.refocus(focused);
      }
      this.also.replaceChildren();
      return;
    }
    const { places } = /** @type {import("./sift.js").Answer} */ (this.answer);
    const forms = events.forms(question.asOf ?? events.sift.through);
    const view = { links: new Links(events.addresses, this.root, question.asOf), sought: wordsOf(question.q) };
    if (!places.length) {
      this.list.replaceChildren(loosening(events, question));
      return;
    }
    const left = places.length - slice;
    const html = months(events, places.subarray(0, slice), forms, view) + (left > 0 ? '<p class="tl-more"><button type="button" data-do="more"></button></p>' : "");
    if (filled && html === this.html) return; // nobody's click is lost for nothing
    this.html = html;
    const focused = this.focused();
    this.list.innerHTML = html;
    const button = this.list.querySelector("[data-do=more]");
    if (button) button.textContent = events.words.more.replace("⟦n⟧", figure(Math.min(left, FURTHER)));
    this.refocus(focused);
    const lacks = slice < Math.min(this.slice, places.length) || (question.q && !events.said) || events.lacking(places.subarray(0, slice)).length;
    if (lacks && !filled) this.filling = window.setTimeout(() => void this.fills(events), 150);
  }

  /** Further cards, their summaries, and the words around what was found. @param {Events} events */
  async fills(events) {
    const { filling, turn, answer, question } = this;
    const lacking = events.lacking(answer ? answer.places.subarray(0, this.slice) : new Int32Array());
    await (question.q ? events.loadWords() : events.loadPieces(lacking)).catch(() => {}); // without them cards still say what was found
    if (filling === this.filling && turn === this.turn) this.draw(events, this.slice, true);
  }

  /** The event in the list that has the focus, by its id. */
  focused() {
    return this.list.contains(document.activeElement) ? (document.activeElement?.closest(".tl-card")?.id ?? "") : "";
  }

  /** @param {string} id */
  refocus(id) {
    if (id) /** @type {HTMLElement | null} */ (this.list.querySelector(`[id="${id}"] .tl-title a`))?.focus({ preventScroll: true });
  }

  /** @param {HTMLButtonElement} button */
  more(button) {
    if (!this.events) return;
    const cards = this.list.querySelectorAll(".tl-card").length;
    this.slice = Math.max(cards, SLICE) + FURTHER;
    this.draw(this.events, this.slice);
    /** @type {HTMLElement | undefined} */ (this.list.querySelectorAll(".tl-card")[cards]?.querySelector(".tl-title a") ?? undefined)?.focus();
  }

  /** Counts, checks and what is chosen. @param {Events} events */
  controls(events) {
    const { question, answer } = this;
    if (!answer) return;
    this.order.value = question.order;
    this.day.value = question.asOf === null ? "" : iso(question.asOf);
    if (this.filter.open) tallies(this.facets, events, question, answer);
    const active = conditions(events, question).filter(([name]) => name !== "q").length + Number(question.order !== "oldest");
    this.active.textContent = active ? String(active) : "";
    this.done.textContent = events.words.done.replace("⟦x⟧", count(events.words.events, this.found));
    tellYears(this.head, events, question, answer);
    const focused = document.activeElement instanceof HTMLElement && this.chosen.contains(document.activeElement) ? document.activeElement.dataset.do : "";
    this.chosen.replaceChildren(...chips(events, question));
    if (focused) /** @type {HTMLElement | null} */ (this.chosen.querySelector(`[data-do=${focused}]`))?.focus();
    this.banner.hidden = question.asOf === null;
    const day = question.asOf;
    const open = Boolean(this.banner.querySelector("details")?.open);
    this.banner.replaceChildren(...(day === null ? [] : banner(events, day, new Links(events.addresses, this.root, day), open)));
  }

  /** @param {Events} events */
  say(events) {
    const { question } = this;
    const plain = !narrows(question) && question.order === "oldest";
    const text = plain ? this.sentence : `${sentence(events, question, this.found)}.`;
    this.shown.textContent = text;
    clearTimeout(this.saying);
    this.saying = window.setTimeout(() => {
      this.announce(text);
      if (question.q) void elsewhere(events, question, this.also, this.root);
      else this.also.replaceChildren();
    }, 400);
  }

  /** @param {string} text */
  announce(text) {
    this.aloud.textContent = text;
  }
}
