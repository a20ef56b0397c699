// @ts-check
/* The present selection on paper: `print/?ids=one,two` keeps these events and their notes, numbered anew.
   A selection too long for an address waits in the session under `timeline:print`, and `?ids=stored` asks for it. */

const asked = new URLSearchParams(location.search).get("ids");
const ids = asked === "stored" ? sessionStorage.getItem("timeline:print") : asked;

if (ids) keep(new Set(ids.split(",")));

/** @param {string} selector @returns {NodeListOf<HTMLElement>} */
function all(selector) {
  return document.querySelectorAll(selector);
}

/** @param {Set<string>} wanted */
function keep(wanted) {
  const events = [...all(".tp-event")];
  for (const event of events) event.hidden = !wanted.has(/** @type {string} */ (event.dataset.id));
  for (const month of all(".tp-month")) month.hidden = !month.querySelector(".tp-event:not([hidden])");
  const marks = /** @type {NodeListOf<SVGAElement>} */ (document.querySelectorAll("a.tc-event"));
  for (const mark of marks) mark.classList.toggle("tc-out", !wanted.has(/** @type {string} */ (mark.dataset.id)));
  const shown = events.filter((event) => !event.hidden);
  const words = /** @type {Element} */ (document.querySelector(".tp-words"));
  words.textContent = `${shown.length} / ${events.length}`;
  renumber(shown);
}

/** The numbers that lead to a note. @param {Element} whole @returns {NodeListOf<HTMLElement>} */
function placesOf(whole) {
  return whole.querySelectorAll("[data-note]");
}

/** Notes that are still asked for, in the order in which they are; those that a note repeats come after them.
    @param {Element[]} shown */
function renumber(shown) {
  const list = /** @type {HTMLOListElement} */ (document.querySelector(".tp-notes ol"));
  const items = /** @type {HTMLLIElement[]} */ ([...list.children]);
  const notes = new Map(items.map((note) => [note.id.replace("note-", ""), note]));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const number = (/** @type {HTMLElement} */ place) => {
    const old = /** @type {string} */ (place.dataset.note);
    if (!numbers.has(old)) numbers.set(old, numbers.size + 1);
    place.textContent = String(numbers.get(old));
  };
  for (const place of shown.flatMap((event) => [...placesOf(event)])) number(place);
  for (const note of notes.values()) note.hidden = true;
  for (const [old, now] of numbers) {
    const note = /** @type {HTMLLIElement} */ (notes.get(old));
    for (const place of placesOf(note)) number(place);
    note.hidden = false;
    note.value = now;
    list.append(note);
  }
}
