// @ts-check
/* Charts that answer: the keyboard moves from mark to mark, a stretch of the axis narrows the list, and what is not shown, or was
   not yet known on a chosen day, steps back. Everything is looked up in what the build has written into the drawing.

   Others speak to the charts by events on the document (docs/design/charts.md):
     timeline:shown {ids?: Iterable<string> | null, day?: string | null}   what is shown, and as of which day
     timeline:span  {from: string, to: string}                             sent when a stretch was chosen
*/

import { around, between, dayOf, drawings, drawn, isoOf, knotsOf, linksOf, markAt, partOf, partsOf, piece, scaleOf, shown, stepOf } from "./drawing.js";

/** @typedef {import("./drawing.js").Part} Part */
/** @typedef {{ids?: Iterable<string> | null, day?: string | null}} Told */

const NEXT = { ArrowRight: 1, ArrowLeft: -1 };

// -- the keyboard ---------------------------------------------------------------------------------------

const MARK = "a.tc-event, .tc-row > a";

/** @param {Element} svg */
const marksOf = (svg) => [...linksOf(svg, MARK)].sort((a, b) => Number(a.dataset.n ?? 0) - Number(b.dataset.n ?? 0));

/** Of the marks in the next lane that has any, the one nearest in time. @param {SVGAElement} mark @param {number} step */
function across(mark, step) {
  const lanes = [...around(mark).querySelectorAll(".tc-lane")];
  const here = mark.getBoundingClientRect();
  for (let n = lanes.indexOf(/** @type {Element} */ (mark.closest(".tc-lane"))) + step; lanes[n]; n += step) {
    const marks = [...linksOf(lanes[n], "a.tc-event:not(.tc-out)")];
    const far = (/** @type {Element} */ other) => Math.abs(other.getBoundingClientRect().left - here.left);
    if (marks.length) return marks.reduce((best, each) => (far(each) < far(best) ? each : best));
  }
  return undefined;
}

/** One stop of the keyboard for all marks. @param {SVGAElement} mark */
function settle(mark) {
  for (const other of linksOf(around(mark), '[tabindex="0"]')) other.setAttribute("tabindex", "-1");
  mark.setAttribute("tabindex", "0");
}

/** @param {HTMLElement} figure */
function walkable(figure) {
  for (const svg of drawings(figure)) marksOf(svg)[0]?.setAttribute("tabindex", "0");
  /** @type {SVGAElement | null} */
  let anchor = null;
  const lanes = figure.dataset.chart === "axis";
  figure.addEventListener("focusin", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target.matches(MARK)) settle(/** @type {SVGAElement} */ (target));
  });
  figure.addEventListener("keydown", (event) => {
    const mark = markAt(event.target, MARK);
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
    const marks = marksOf(around(mark)).filter((each) => each === mark || !each.classList.contains("tc-out"));
    const place = marks.indexOf(mark);
    const goal = /** @type {Record<string, SVGAElement | undefined>} */ ({
      Home: marks[0],
      End: marks[marks.length - 1],
      ArrowUp: lanes ? across(mark, -1) : marks[place - 1],
      ArrowDown: lanes ? across(mark, 1) : marks[place + 1],
      ArrowRight: marks[place + 1],
      ArrowLeft: marks[place - 1],
    })[event.key];
    if (event.key === "Escape" && anchor) {
      anchor = null;
      unmark(figure);
    } else if (event.key === "Enter" && anchor) {
      event.preventDefault();
      choose(figure, spanOf(figure, anchor, mark));
      anchor = null;
    } else if (event.key in NEXT || ["Home", "End", "ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      if (!goal) return;
      anchor = lanes && event.shiftKey && scaleOf(around(mark)).length ? (anchor ?? mark) : null;
      goal.focus();
      if (anchor) outline(figure, spanOf(figure, anchor, goal));
      else unmark(figure);
    }
  });
}

// -- a stretch of time ----------------------------------------------------------------------------------

/** What two marks reach over, in shares of the width. @param {Element} figure @param {Element} one @param {Element} other */
function spanOf(figure, one, other) {
  const all = drawn(figure).getBoundingClientRect();
  const boxes = [one, other].map((mark) => [...mark.querySelectorAll("use, rect")].map((part) => part.getBoundingClientRect()));
  const middle = (/** @type {DOMRect} */ box) => box.left + box.width / 2;
  const flat = boxes.flat().filter((box) => box.width);
  const wide = flat.map((box) => (box.width > 12 ? [box.left, box.right] : [middle(box), middle(box)])).flat();
  return [(Math.min(...wide) - all.left) / all.width, (Math.max(...wide) - all.left) / all.width];
}

/** @param {Element} figure @param {number[]} shares */
function outline(figure, [low, high]) {
  unmark(figure);
  const svg = drawn(figure);
  svg.append(piece("rect", { class: "tc-span", x: `${low * 100}%`, y: 20, width: `${(high - low) * 100}%`, height: "100%" }));
}

/** @param {Element} figure */
const unmark = (figure) => figure.querySelectorAll(".tc-span").forEach((each) => each.remove());

/** Tells the stretch to whoever lists events; where nobody does, the timeline is opened at it.
    @param {HTMLElement} figure @param {number[]} shares */
function choose(figure, [low, high]) {
  const knots = scaleOf(drawn(figure));
  const [from, to] = [low, high].map((share) => isoOf(between(knots, share, "place", "day")));
  const told = new CustomEvent("timeline:span", { detail: { from, to }, cancelable: true, bubbles: true });
  if (figure.dispatchEvent(told)) location.assign(`${figure.dataset.timeline}?from=${from}&to=${to}`);
}

/** A stretch can be drawn with the mouse or a pen; a finger scrolls. @param {HTMLElement} figure */
function drawable(figure) {
  const fit = /** @type {HTMLElement} */ (figure.querySelector(".tc-fit"));
  fit.addEventListener("pointerdown", (event) => {
    const svg = shown(figure);
    if (event.pointerType === "touch" || event.button || !svg || !scaleOf(svg).length || markAt(event.target, "a.tc-event")) return;
    const box = svg.getBoundingClientRect();
    const share = (/** @type {PointerEvent} */ moved) => Math.min(1, Math.max(0, (moved.clientX - box.left) / box.width));
    const begun = share(event);
    const reach = (/** @type {PointerEvent} */ moved) => [Math.min(begun, share(moved)), Math.max(begun, share(moved))];
    const move = (/** @type {PointerEvent} */ moved) => {
      if (Math.abs(share(moved) - begun) * box.width > 4) outline(figure, reach(moved));
    };
    const done = (/** @type {PointerEvent} */ moved) => {
      document.removeEventListener("pointermove", move);
      const long = Math.abs(share(moved) - begun) * box.width > 4;
      if (!long) return;
      swallow(svg);
      choose(figure, reach(moved));
    };
    event.preventDefault();
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", done, { once: true });
  });
}

/** The click that ends a stretch opens nothing. @param {Element} svg */
function swallow(svg) {
  const stop = (/** @type {Event} */ event) => event.preventDefault();
  svg.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => svg.removeEventListener("click", stop, { capture: true }), 0);
}

// -- what is shown, and as of which day -----------------------------------------------------------------

/** Whether it was not known yet. @param {Part} element @param {number | null} day */
const unknown = (element, day) => day !== null && Boolean(element.dataset.known) && Number(element.dataset.known) > day;

/** The last step that was taken by a day. @param {[number, string][]} steps @param {number} day */
const lastBy = (steps, day) => steps.filter(([since]) => since <= day).pop();

/** @param {Element} figure @param {Set<string> | null} ids @param {number | null} day */
function show(figure, ids, day) {
  for (const mark of linksOf(figure, "a.tc-event")) {
    mark.classList.toggle("tc-out", (ids ? !ids.has(/** @type {string} */ (mark.dataset.id)) : false) || unknown(mark, day));
  }
  for (const part of partsOf(figure, "[data-known]:not(a.tc-event)")) part.classList.toggle("tc-later", unknown(part, day));
  for (const row of partsOf(figure, ".tc-row")) {
    restate(row, day);
    const line = document.getElementById(/** @type {string} */ (row.dataset.id));
    if (line) line.hidden = unknown(row, day);
  }
  for (const svg of drawings(figure)) cover(svg, day);
}

/** A forecast with what had come of it. @param {Part} row @param {number | null} day */
function restate(row, day) {
  const mark = row.querySelector(".tc-outcome");
  if (!mark) return;
  const steps = (row.dataset.steps ?? "").split(" ").map(stepOf);
  const now = (day !== null ? lastBy(steps, day) : steps[steps.length - 1])?.[1];
  if (now) mark.setAttribute("class", /** @type {string} */ (mark.getAttribute("class")).replace(/tc-window--[a-z]+/, `tc-window--${now}`));
}

/** A track with the state that was known; without a day, what the build wrote. @param {Part} item @param {number | null} day */
function name(item, day) {
  const said = /** @type {HTMLElement} */ (item.querySelector("strong"));
  said.dataset.last ??= said.textContent ?? "";
  said.className = day === null ? item.dataset.tone ?? "" : "";
  const then = day !== null && lastBy((item.dataset.steps ?? "").split(" | ").map(stepOf), day);
  said.textContent = day === null ? said.dataset.last : (then && then[1]) || (item.dataset.unknown ?? "");
}

/** What lies after the day steps back. @param {Element} svg @param {number | null} day */
function cover(svg, day) {
  svg.querySelectorAll(".tc-cover, .tc-day").forEach((each) => each.remove());
  if (day === null) return;
  const [down, wide] = [knotsOf(partOf(svg, "[data-down]")?.dataset.down), scaleOf(svg)];
  if (down.length) {
    const y = between(down, day + 1, "day", "place");
    if (!svg.closest(".tc-axis")) svg.append(piece("rect", { class: "tc-cover", x: 0, y, width: "100%", height: Math.max(0, svg.clientHeight - y - 26) }));
    svg.append(piece("line", { class: "tc-day", x1: 0, x2: "100%", y1: y, y2: y }));
  } else if (wide.length) {
    const x = between(wide, day + 1, "day", "place") * 100;
    const rest = piece("rect", { class: "tc-cover", x: `${x}%`, y: 20, width: `${100 - x}%`, height: "100%" });
    const bands = svg.querySelector(".tc-bands");
    if (bands) bands.after(rest);
    else if (!svg.closest(".tc-axis")) svg.append(rest);
    svg.append(piece("line", { class: "tc-day", x1: `${x}%`, x2: `${x}%`, y1: 20, y2: "100%" }));
  }
}

/** @param {HTMLFormElement} form */
const fieldOf = (form) => /** @type {HTMLInputElement} */ (form.querySelector("input"));

/** @param {HTMLFormElement} form */
const buttonOf = (form) => /** @type {HTMLButtonElement} */ (form.querySelector("button"));

/** A day to choose, above the first chart of a page that follows one.
    @param {HTMLFormElement} form @param {(day: string | null) => void} choose */
function choosable(form, choose) {
  form.hidden = false;
  const field = fieldOf(form);
  field.addEventListener("change", () => choose(field.value || null));
  buttonOf(form).addEventListener("click", () => choose(null));
  form.addEventListener("submit", (event) => event.preventDefault());
}

// -- all charts of a page -------------------------------------------------------------------------------

const figures = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-chart]"))];
const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".tc-choose"));

/** @param {string | null} day */
const valid = (day) => (day && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(dayOf(day)) ? day : null);

/** @param {Told} told */
function follow({ ids = null, day = null }) {
  const [chosen, known] = [ids ? new Set(ids) : null, valid(day)];
  for (const figure of figures) show(figure, chosen, known ? dayOf(known) : null);
  for (const item of partsOf(document, "p[data-steps]")) name(item, known ? dayOf(known) : null);
  for (const part of partsOf(document, "[data-today]")) part.toggleAttribute("hidden", Boolean(known));
  if (form) {
    fieldOf(form).value = known ?? "";
    buttonOf(form).disabled = !known;
  }
}

/** The page of a day is asked for by its address, so that all of it follows and it can be shared. @param {string | null} day */
function remember(day) {
  const address = new URL(location.href);
  if (day) address.searchParams.set("as-of", day);
  else address.searchParams.delete("as-of");
  location.assign(address);
}

for (const figure of figures) {
  if (["axis", "forecasts"].includes(/** @type {string} */ (figure.dataset.chart))) walkable(figure);
  if (figure.dataset.chart === "axis") drawable(figure);
}
if (form) choosable(form, remember);
document.addEventListener("timeline:shown", (event) => follow(/** @type {CustomEvent<Told | null>} */ (event).detail ?? {}));
const told = document.querySelector('[data-known]:not([data-known=""]), .tc-growth'); // a record that looks back tells of no other day
const asked = told && valid(new URLSearchParams(location.search).get("as-of"));
if (asked) follow({ day: asked });
