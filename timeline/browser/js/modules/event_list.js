// @ts-check
/**
 * The list of the timeline: the cards of the events that fit, a few at once and further ones when typing rests.
 *
 * As long as nothing is asked it is as the build made it.
 */
import { months } from "./cards.js";
import { loosening } from "./chips.js";
import { make } from "./elements.js";
import { Links } from "./links.js";
import { plain } from "./question.js";
import { figure } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./filtering.js").Answer} Answer */

const FIRST = 6;
const SLICE = 60;
const FURTHER = 100;

export class EventList {
  /** @param {HTMLElement} list @param {string} root @param {(fetched: Promise<unknown>) => Promise<unknown>} told what waits
   * for a file, and knows what to do without it */
  constructor(list, root, told) {
    this.element = list;
    this.root = root;
    this.told = told;
    this.whole = [...list.childNodes];
    /** The cards that were drawn last. */
    this.html = "";
    /** How many are shown in the end. */
    this.slice = SLICE;
    this.filling = 0;
    list.addEventListener("keydown", (event) => step(list, event));
  }

  /** Another question is asked: what was on its way belongs to none. */
  restart() {
    this.slice = SLICE;
    this.stop();
  }

  stop() {
    clearTimeout(this.filling);
    this.filling = 0;
  }

  /** The first cards at once, so that typing never waits, and further ones when it rests.
   * @param {Events} events @param {Question} question @param {Answer} answer
   * @param {number} [slice] @param {boolean} [filled] whether nothing more comes by itself */
  show(events, question, answer, slice = FIRST, filled = false) {
    this.stop();
    if (plain(question)) {
      if (this.element.firstChild !== this.whole[0]) this.keepingFocus(() => this.element.replaceChildren(...this.whole));
      return;
    }
    const { places } = answer;
    if (!places.length) {
      const shown = loosening(events, question);
      this.element.replaceChildren(shown);
      if (question.q) void this.told(this.offer(events, question, shown));
      return;
    }
    const forms = events.forms(question.asOf ?? events.columns.through);
    const view = { links: new Links(events.addresses, this.root, question.asOf), sought: events.sought(question.q) };
    const left = places.length - slice;
    const html = months(events, places.subarray(0, slice), forms, view) + (left > 0 ? '<p class="tl-more"><button type="button" data-do="more"></button></p>' : "");
    if (filled && html === this.html) return; // nobody's click is lost for nothing
    this.html = html;
    this.keepingFocus(() => {
      this.element.innerHTML = html;
      const button = this.element.querySelector("[data-do=more]");
      if (button) button.textContent = events.words.more.replace("⟦n⟧", figure(Math.min(left, FURTHER)));
    });
    const lacks = slice < Math.min(this.slice, places.length) || (question.q && !events.said) || events.lacking(places.subarray(0, slice)).length;
    if (lacks && !filled) this.filling = window.setTimeout(() => void this.fill(events, question, answer), 150);
  }

  /** What may have been meant stands before what to loosen. @param {Events} events @param {Question} question @param {Element} before */
  async offer(events, question, before) {
    const { offers } = await import("./suggestion_list.js");
    const items = await offers(events, question);
    if (!items.length || !before.isConnected) return;
    if (before.tagName === "UL") return before.prepend(...items);
    const list = make("ul", "tl-looser");
    list.append(...items);
    before.before(list);
  }

  /** Further cards, their summaries, and the words around what was found.
   * @param {Events} events @param {Question} question @param {Answer} answer */
  async fill(events, question, answer) {
    const { filling } = this;
    const lacking = events.lacking(answer.places.subarray(0, this.slice));
    await this.told(question.q ? events.loadWords() : events.loadPieces(lacking));
    if (filling === this.filling) this.show(events, question, answer, this.slice, true);
  }

  /** @param {Events} events @param {Question} question @param {Answer} answer */
  more(events, question, answer) {
    const cards = this.element.querySelectorAll(".tl-card").length;
    this.slice = Math.max(cards, SLICE) + FURTHER;
    this.show(events, question, answer, this.slice);
    /** @type {HTMLElement | undefined} */ (this.element.querySelectorAll(".tl-card")[cards]?.querySelector(".tl-title a") ?? undefined)?.focus();
  }

  /** What is drawn anew leaves the focus on the event that had it. @param {() => void} draw */
  keepingFocus(draw) {
    const id = this.element.contains(document.activeElement) ? (document.activeElement?.closest(".tl-card")?.id ?? "") : "";
    draw();
    if (id) /** @type {HTMLElement | null} */ (this.element.querySelector(`[id="${id}"] .tl-title a`))?.focus({ preventScroll: true });
  }
}

/** To the next or previous event, only while the focus is in the list. @param {HTMLElement} list @param {KeyboardEvent} event */
function step(list, event) {
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

