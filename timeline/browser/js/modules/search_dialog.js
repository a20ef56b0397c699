// @ts-check
/**
 * The search that every page's header opens: a box, and below it what was found, walked through by keyboard.
 */
import { asOf, write } from "./address.js";
import { speaks } from "./announce.js";
import { inWords, parse } from "./days.js";
import { directed } from "./text_direction.js";
import { load } from "./event_columns.js";
import { Links } from "./links.js";
import { escape } from "./text_match.js";
import { asked, daysOf, everything } from "./question.js";
import { search } from "./search.js";
import { dayInWords } from "./sentence.js";
import { suggestions } from "./suggestions.js";
import { count, figure } from "./wording.js";

const MOST = 5;

/** Gives life to the dialog that a page has opened. @param {HTMLDialogElement} dialog @param {string} base @param {string} root */
export function attach(dialog, base, root) {
  void new Dialog(dialog, base, root).typed();
}

class Dialog {
  /** @param {HTMLDialogElement} dialog @param {string} base @param {string} root */
  constructor(dialog, base, root) {
    this.dialog = dialog;
    this.base = base;
    this.root = new URL(root).pathname;
    this.box = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
    this.results = /** @type {HTMLElement} */ (dialog.querySelector("#_results"));
    this.count = /** @type {HTMLElement} */ (dialog.querySelector(".tl-count"));
    speaks(this.count, dialog.querySelector("[role=status]"));
    this.box.addEventListener("input", () => void this.typed());
    this.results.addEventListener("click", (event) => this.click(event));
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("input", () => delete this.dialog.dataset.entered); // who types on wants something else
    this.at = -1;
    this.turn = 0;
    /** Whether what is shown answers what was typed. */
    this.drawn = false;
  }

  async typed() {
    try {
      await this.finds(++this.turn);
    } catch (error) {
      this.turn++;
      /** @type {any} */ (window).timeline.fails("search", error);
      throw error;
    }
  }

  /** What was typed is looked up, and shown if nothing else was typed meanwhile. @param {number} turn */
  async finds(turn) {
    this.drawn = false;
    const events = await load(this.base);
    const typed = this.box.value;
    const { question, date } = asked(events, typed);
    question.asOf ??= asOf(location.search, events.columns); // what is found is of the day of the page
    const dated = question.asOf !== null;
    if (question.q && !(events.answers(question) && events.said && events.sources && (events.dated || !dated))) {
      this.count.textContent = events.words.loading;
      await Promise.all([events.prepare(question), events.loadWords(), events.loadOthers(dated)]);
    }
    if (question.q) void import("./idle.js").then(({ forWords }) => forWords(events)).catch(() => {});
    if (turn !== this.turn) return;
    const { groups, places } = search(events, question, this.root, MOST);
    const offered = groups.length ? [] : await suggestions(events, question.q, null);
    if (turn !== this.turn) return;
    if (!question.q && !question.from && !question.to) {
      this.results.replaceChildren();
      this.results.dataset.answers = typed;
      this.count.textContent = events.words.hint;
      return;
    }
    const html = groups.map(([name, hits, number]) => {
      const title = `<p class="tl-group" id="_group-${name}">${escape(events.words.groups[name])} <span>${figure(number)}</span></p>`;
      const items = hits.map(
        ({ href, title, when, passage }) =>
          `<a role="option" tabindex="-1" href="${href}"><span class="tl-hit">${title}</span>${when ? `<span class="tl-hit-when">${when}</span>` : ""}${passage ? `<span class="tl-hit-passage">${passage}</span>` : ""}</a>`,
      );
      if (name === "events" && number > hits.length) {
        const all = events.words.all_events.replace("⟦n⟧", figure(number));
        items.push(`<a role="option" tabindex="-1" class="tl-all" href="${new Links(events.addresses, this.root).to("timeline")}${write(question)}">${escape(all)}</a>`);
      }
      return `<div role="group" aria-labelledby="_group-${name}">${title}${items.join("")}</div>`;
    });
    const timeline = new Links(events.addresses, this.root).to("timeline");
    const days = daysOf(events, date).map((day) => {
      const said = events.words.see_as_known.replace("⟦x⟧", dayInWords(events, day));
      return `<a role="option" tabindex="-1" class="tl-all" href="${timeline}${write({ ...everything(), q: question.q, asOf: day })}">${escape(said)}</a>`;
    });
    const tries = offered.map(({ q, number, other }) => tried(events, timeline, q, q, number, other));
    const turned = date?.other ? parse(date.other) : null;
    if (turned) days.push(tried(events, timeline, turned.text, inWords(turned.start, turned.end, events.words.dates), 0, true));
    const exact = places.some((place) => date && events.first[place] >= date.first && events.last[place] <= date.last);
    this.results.innerHTML = directed([...tries, ...(exact || question.q ? [...html, ...days] : [...days, ...html])].join(""));
    this.results.dataset.answers = typed;
    this.options.forEach((option, number) => (option.id = `_hit-${number}`));
    const total = groups.reduce((sum, [, , number]) => sum + number, 0);
    const found = total ? events.words.found.replace("⟦n⟧", figure(total)) : events.words.found_none.replace("⟦x⟧", () => typed.trim());
    const known = question.asOf === null ? "" : `, ${events.words.as_known.replace("⟦x⟧", dayInWords(events, question.asOf))}`;
    this.count.textContent = found + known;
    this.box.setAttribute("aria-expanded", String(this.options.length > 0));
    this.go(this.options.length ? 0 : -1);
    this.drawn = true;
    if (this.dialog.dataset.entered !== undefined) this.enter();
  }

  get options() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.results.querySelectorAll("[role=option]")]);
  }

  /** @param {number} at */
  go(at) {
    const options = this.options;
    this.at = at;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (options[at]) {
      this.box.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    } else this.box.removeAttribute("aria-activedescendant");
  }

  /** Opens the chosen hit, if there is one. */
  enter() {
    delete this.dialog.dataset.entered;
    const hit = this.options[this.at];
    if (!hit) return;
    if (hit.dataset.try) return this.tries(hit.dataset.try);
    location.href = hit.href;
    this.dialog.close();
  }

  /** Other words in place of those that found nothing. @param {string} q */
  tries(q) {
    this.box.value = q;
    this.box.focus();
    void this.typed();
  }

  /** @param {MouseEvent} event */
  click(event) {
    const chosen = event.target instanceof Element && event.target.closest("[data-try]");
    if (!(chosen instanceof HTMLElement) || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.tries(chosen.dataset.try ?? "");
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const last = this.options.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = this.at + (event.key === "ArrowDown" ? 1 : -1);
      this.go(next > last ? 0 : next < 0 ? last : next);
    } else if (event.key === "Enter" && event.target === this.box && this.drawn) this.enter();
    else return;
    event.preventDefault();
  }
}

/** Other words to try. @param {import("./event_columns.js").Events} events @param {string} timeline its address @param {string} q
 * @param {string} words @param {number} number of events @param {boolean} other whether other words are meant, or fewer */
function tried(events, timeline, q, words, number, other) {
  const said = (other ? events.words.meant : events.words.fewer).replace("⟦x⟧", () => words);
  const found = number ? `<span class="tl-hit-when">${count(events.words.events, number)}</span>` : "";
  return `<a role="option" tabindex="-1" data-try="${escape(q)}" href="${timeline}?q=${encodeURIComponent(q)}"><span class="tl-hit">${escape(said)}</span>${found}</a>`;
}
