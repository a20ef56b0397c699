// @ts-check
/**
 * What the build has written into a drawing, and its parts: days and their places, marks, scales.
 */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{day: number, place: number}} Knot */
/** @typedef {Element & HTMLOrSVGElement} Part of the page or of a drawing, with what the build has written into it */

/* The first of 1970, counted as Python counts days, from the year 1. `modules/days.js` has it too and cannot be asked:
   charts keep one address, which frames on other sites know, and the modules move with their content. */
const EPOCH = 719163;

/** The number of a day in ISO form. @param {string} text */
export const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / 86400000 + EPOCH;

/** @param {number} day */
export const isoOf = (day) => new Date((Math.floor(day) - EPOCH) * 86400000).toISOString().slice(0, 10);

/** A number behind a mark, and what follows it. @param {string} step @returns {[number, string]} */
export function stepOf(step) {
  const [, day, rest] = /^(-?\d+)[: ]?(.*)$/.exec(step) ?? [];
  return [Number(day), rest ?? ""];
}

/** @param {string | undefined} text @returns {Knot[]} */
export function knotsOf(text) {
  return (text ?? "").split(" ").filter(Boolean).map((pair) => {
    const at = pair.lastIndexOf(":");
    return { day: Number(pair.slice(0, at)), place: Number(pair.slice(at + 1)) };
  });
}

/** From one side of the knots to the other, straight between them. @param {Knot[]} knots @param {number} value
    @param {"day" | "place"} from @param {"day" | "place"} to */
export function between(knots, value, from, to) {
  if (!knots.length || value <= knots[0][from]) return knots[0]?.[to] ?? 0;
  for (let n = 1; n < knots.length; n += 1) {
    const [one, other] = [knots[n - 1], knots[n]];
    if (value <= other[from]) {
      const whole = other[from] - one[from];
      return whole ? one[to] + ((other[to] - one[to]) * (value - one[from])) / whole : other[to];
    }
  }
  return knots[knots.length - 1][to];
}

/** @param {ParentNode} whole @param {string} selector @returns {NodeListOf<Part>} */
export const partsOf = (whole, selector) => whole.querySelectorAll(selector);

/** @param {Element} whole @param {string} selector @returns {Part | null} */
export const partOf = (whole, selector) => whole.querySelector(selector);

/** @param {Element} whole @param {string} selector @returns {NodeListOf<SVGAElement>} */
export const linksOf = (whole, selector) => whole.querySelectorAll(selector);

/** The mark that an event is about. @param {EventTarget | null} target @param {string} selector @returns {SVGAElement | null} */
export const markAt = (target, selector) => (target instanceof Element ? target.closest(selector) : null);

/** @param {Element} figure */
export const drawings = (figure) => [.../** @type {NodeListOf<SVGSVGElement>} */ (figure.querySelectorAll(".tc-fit > svg"))];

/** The drawing that is shown at this width. @param {Element} figure */
export const shown = (figure) => drawings(figure).find((svg) => svg.getClientRects().length > 0);

/** The same, where one is sure to be shown. @param {Element} figure */
export const drawn = (figure) => /** @type {SVGSVGElement} */ (shown(figure));

/** The drawing that a mark stands in. @param {SVGAElement} mark */
export const around = (mark) => /** @type {SVGSVGElement} */ (mark.ownerSVGElement);

/** @param {string} name @param {Record<string, string | number>} attributes */
export function piece(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** @param {Element} svg */
export const scaleOf = (svg) => knotsOf(partOf(svg, "[data-across]")?.dataset.across);
