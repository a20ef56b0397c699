// @ts-check
/**
 * Notes without leaving the sentence: pointing at a number, or reaching it with the keyboard, shows its note;
 * choosing it keeps the note open. Escape, the button, and leaving close it. Without this script a number
 * leads to its note further down, where all of it stands.
 *
 * @module
 */
import { filled } from "./wording.js";

const WAIT = 180; // so that crossing a number on the way elsewhere shows nothing
const GRACE = 260; // time to move from the number into the note

/** What stands for a note, as a selector. */
let marks = "";
/** @type {HTMLElement | null} */
let box = null;
/** @type {Element | null} */
let shown = null;
let kept = false;
let timer = 0;
/** @type {Element | null} */
let back = null; // the mark that focus is just going back to, which is no wish to see its note again

/**
 * The number of the note that an element stands for.
 *
 * @param {Element | null} element
 * @returns {string}
 */
function numberOf(element) {
  if (!element) return "";
  const link = element.getAttribute("href") ?? "";
  return /^#_note-(\d+)/.exec(link)?.[1] ?? element.getAttribute("data-note") ?? "";
}

/**
 * The nearest thing that stands for a note.
 *
 * @param {EventTarget | null} target
 * @returns {Element | null}
 */
function markAt(target) {
  return target instanceof Element ? target.closest(marks) : null;
}

/**
 * The box, made when it is first needed.
 *
 * @returns {HTMLElement}
 */
function theBox() {
  if (box) return box;
  const made = document.createElement("div");
  made.className = "tl-preview tl-page";
  made.id = "_preview";
  made.popover = "manual";
  made.setAttribute("role", "dialog");
  made.tabIndex = -1;
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", () => later(hide, GRACE));
  document.querySelector(".tl-event")?.parentElement?.append(made);
  box = made;
  return made;
}

/**
 * Shows the note of a mark beside it; `keep` says that it stays until it is closed.
 *
 * @param {Element} mark
 * @param {boolean} keep
 */
function show(mark, keep) {
  const number = numberOf(mark);
  const note = document.getElementById(`_note-${number}`);
  if (!note || !("popover" in HTMLElement.prototype)) return;
  const made = theBox();
  const head = document.createElement("p");
  head.className = "tl-preview-head";
  const { name, close: closes } = /** @type {HTMLElement} */ (mark.closest(".tl-event")).dataset;
  const words = filled(name ?? "", { n: number });
  head.append(words);
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = closes ?? "";
  close.addEventListener("click", leave);
  head.append(close);
  made.setAttribute("aria-label", words);
  made.replaceChildren(head, ...cited(note, mark.getAttribute("data-places")));
  shown?.removeAttribute("aria-describedby");
  shown = mark;
  kept = keep;
  mark.setAttribute("aria-describedby", made.id);
  if (!made.matches(":popover-open")) made.showPopover();
  place(made, mark);
  if (keep) made.focus({ preventScroll: true });
}

/**
 * What a note says; where a claim cites some of its places only, without the others.
 *
 * @param {HTMLElement} note
 * @param {string | null} places by their names
 */
function cited(note, places) {
  const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
  const kept = places?.split(" ");
  for (const place of copy.querySelectorAll("[id]")) {
    if (kept && !kept.includes(place.id)) place.remove();
    place.removeAttribute("id"); // a name stands once on a page
  }
  for (const way of copy.querySelectorAll(".tl-way")) if (!way.querySelector(".tl-places > li")) way.remove();
  return [...copy.childNodes];
}

/**
 * Below the mark, or above it where there is more room; never out of the window, never over the mark.
 *
 * @param {HTMLElement} made
 * @param {Element} mark
 */
function place(made, mark) {
  const at = mark.getBoundingClientRect();
  const under = window.innerHeight - at.bottom - 14;
  made.style.maxHeight = "";
  const below = made.offsetHeight <= under || under >= at.top - 14;
  made.style.maxHeight = `${Math.min(window.innerHeight * 0.6, Math.max(80, below ? under : at.top - 14))}px`;
  const room = document.documentElement.clientWidth - made.offsetWidth - 8;
  made.style.left = `${Math.max(8, Math.min(at.left - 12, room))}px`;
  made.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - made.offsetHeight)}px`;
}

function hide() {
  clearTimeout(timer);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  kept = false;
  if (box?.matches(":popover-open")) box.hidePopover();
}

/** Closes the box and puts the focus back where it was opened from. */
function leave() {
  back = shown;
  hide();
  if (back instanceof HTMLElement) back.focus();
  back = null;
}

/**
 * @param {() => void} act
 * @param {number} wait
 */
function later(act, wait) {
  clearTimeout(timer);
  if (!kept || act !== hide) timer = window.setTimeout(act, wait);
}

/**
 * Attends to the marks of a page, and to what a reader has turned to already.
 *
 * @param {string} selector
 * @param {Element | null} chosen one that was chosen before this script was there
 */
export function attend(selector, chosen) {
  marks = selector;
  document.addEventListener("pointerover", (event) => {
    const mark = markAt(event.target);
    if (mark && event.pointerType === "mouse" && mark !== shown) later(() => show(mark, false), WAIT);
  });
  document.addEventListener("pointerout", (event) => {
    if (markAt(event.target)) later(hide, GRACE);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (mark && mark === back) return;
    if (mark?.matches(":focus-visible")) show(mark, false);
    else if (!(event.target instanceof Node && box?.contains(event.target)) && event.target !== shown) hide();
  });
  document.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (mark) {
      if (!document.getElementById(`_note-${numberOf(mark)}`) || !("popover" in HTMLElement.prototype)) return;
      event.preventDefault();
      clearTimeout(timer);
      show(mark, true);
    } else if (!(event.target instanceof Node && box?.contains(event.target))) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    if (box?.contains(document.activeElement)) leave();
    else hide();
  });
  window.addEventListener("resize", hide);
  document.addEventListener("scroll", () => {
    if (shown && box) place(box, shown);
  }, { passive: true });
  const reached = markAt(document.activeElement);
  const pointed = document.querySelector(`:is(${marks}):hover`);
  if (chosen) show(chosen, true);
  else if (reached?.matches(":focus-visible")) show(reached, false);
  else if (pointed) later(() => show(pointed, false), WAIT);
}
