// @ts-check
/**
 * Numbers as people type them, each as one value, as `timeline.queries.search.numbers` reads them in texts:
 * "$5.5 billion", "5,5 Mrd.", "five million".
 *
 * @typedef {{scales: Record<string, number>, attached: string[], numbers: Record<string, number>, articles: string[],
 *   currencies: string[], halves: string[], mixed: Record<string, number>, ordinals: Record<string, number>, points: string[], and: string[], small: string[], endings: string[]}} Reading the tables of the build
 * @typedef {{start: number, end: number, value: string, figure: string, other?: string}} Found from which word to before which
 */

const PARTING = /[/-]/g;
const EDGES = "([{<\"'“”‘’„,.;:!?…)]}>%~≈+";
const FIGURE = /^(?:us)?[$€£¥]?(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d+)(?:[.,](\d+))?(\p{L}*)[$€£¥]?$/u;

/** Each run without spaces, dashes and strokes, and without the signs around it. @param {string} folded */
export function chunks(folded) {
  return folded.replace(PARTING, " ").split(/\s+/).filter(Boolean).map(stripped);
}

/** @param {string} chunk */
function stripped(chunk) {
  let start = 0;
  let end = chunk.length;
  while (start < end && EDGES.includes(chunk[start])) start++;
  while (end > start && EDGES.includes(chunk[end - 1])) end--;
  return chunk.slice(start, end);
}

/** The numbers among some words. @param {string[]} words @param {Reading} reading @returns {Found[]} */
export function numbers(words, reading) {
  /** @type {Found[]} */
  const found = [];
  for (let at = 0; at < words.length; ) {
    const head = words[at];
    const one = /^\p{L}+$/u.test(head) ? said(words, at, reading) : figure(words, at, reading);
    if (one) found.push(/^\d{1,3}\.\d{3}$/.test(head) ? { ...one, other: head.replace(".", "") } : one);
    at = one ? one.end : at + 1;
  }
  return found;
}

/** @param {string[]} words @param {number} at @param {Reading} reading @returns {Found | null} */
function figure(words, at, { scales, attached }) {
  const match = FIGURE.exec(words[at]);
  if (!match) return null;
  const [whole, part, letters] = [match[1].replace(/[,.]/g, ""), match[2] ?? "", match[3]];
  const figure = part ? `${whole}.${part}` : whole;
  if (/^(?:st|nd|rd|th)$/.test(letters) && !part) return { start: at, end: at + 1, value: `${whole}th`, figure };
  if (letters) return isNumber(scales[letters]) ? { start: at, end: at + 1, value: shifted(whole, part, scales[letters]), figure } : null;
  const next = words[at + 1] ?? "";
  if (isNumber(scales[next]) && !attached.includes(next)) return { start: at, end: at + 2, value: shifted(whole, part, scales[next]), figure };
  return { start: at, end: at + 1, value: shifted(whole, part, 0), figure };
}

/** A number in words. @param {string[]} words @param {number} at @param {Reading} reading @returns {Found | null} */
function said(words, at, reading) {
  const { scales, numbers, articles, halves, mixed, ordinals, points, and } = reading;
  const digit = (/** @type {number} */ place) => (isNumber(numbers[words[place]]) && numbers[words[place]] < 10 ? numbers[words[place]] : 0);
  const counts = (/** @type {number} */ place) => isNumber(numbers[words[place]]) && !articles.includes(words[place]);
  let value = 0;
  let end = at;
  if (articles.includes(words[at]) && isNumber(scales[words[at + 1] ?? ""])) {
    value = 1;
    end = at + 1;
  }
  const half = at + (articles.includes(words[at]) ? 1 : 0);
  if (halves.includes(words[half])) {
    const scale = half + 1 + (articles.includes(words[half + 1]) ? 1 : 0);
    return isNumber(scales[words[scale]]) ? { start: at, end: scale + 1, value: shifted("0", "5", scales[words[scale]]), figure: "" } : null;
  }
  if (isNumber(mixed[words[at]])) return scaled(words, at, at + 1, String(mixed[words[at]]), "5", reading);
  while (end < words.length) {
    if (and.includes(words[end]) && value > 0 && value % 100 === 0 && counts(end + 1)) end++; // "one hundred and sixty"
    if (!counts(end)) break;
    const number = numbers[words[end]];
    const fits = value > 0 && value < 10 ? number === 100 : (value % 100 >= 20 && value % 10 === 0 && number < 10) || !value;
    if (!fits && !(value && value % 100 === 0 && number < 100)) break;
    value = number === 100 && value ? value * 100 : value + number;
    end++;
  }
  const place = isNumber(ordinals[words[end]]) ? ordinals[words[end]] : 0;
  if (place && (value % 100 === 0 || (value % 100 >= 20 && value % 10 === 0 && place < 10))) {
    return { start: at, end: end + 1, value: `${value + place}th`, figure: "" };
  }
  if (!value) return null;
  if (words.slice(end, end + 3).join(" ") === "and a half" && isNumber(scales[words[end + 3]])) {
    return { start: at, end: end + 4, value: shifted(String(value), "5", scales[words[end + 3]]), figure: "" };
  }
  let part = "";
  if (points.includes(words[end]) && digit(end + 1)) for (end++; digit(end); end++) part += digit(end);
  return scaled(words, at, end, String(value), part, reading);
}

/** A number in words with the scale that may stand behind it. @param {string[]} words @param {number} start @param {number} end
 * @param {string} whole @param {string} part @param {Reading} reading @returns {Found} */
function scaled(words, start, end, whole, part, { scales, attached }) {
  const next = words[end] ?? "";
  const known = isNumber(scales[next]) && !attached.includes(next);
  return { start, end: known ? end + 1 : end, value: shifted(whole, part, known ? scales[next] : 0), figure: "" };
}

/** @param {unknown} value */
const isNumber = (value) => typeof value === "number";

/** A figure with its point moved. @param {string} whole @param {string} part @param {number} noughts */
function shifted(whole, part, noughts) {
  const digits = whole + part.padEnd(noughts, "0");
  const point = whole.length + noughts;
  const front = digits.slice(0, point).replace(/^0+/, "") || "0";
  const back = digits.slice(point).replace(/0+$/, "");
  return back ? `${front}.${back}` : front;
}
