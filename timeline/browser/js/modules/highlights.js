// @ts-check
/**
 * What was looked for, marked in texts that are shown.
 */
import { apart } from "./direction.js";
import { ASCII, escape, fold, IS_WIDE, WIDE } from "./match.js";

/** @typedef {import("./terms.js").Term} Term */

/** Finds in folded texts whatever meets one of some terms; null for none. @param {Term[]} terms */
export function marker(terms) {
  /** @type {[loose: string[], whole: string[], begun: string[], figures: string[]]} */
  const [loose, whole, begun, figures] = [[], [], [], []];
  for (const { typed, ways, figure } of terms) {
    if (IS_WIDE.test(typed)) loose.push(quoted(typed));
    if (figure) figures.push(quoted(figure), quoted(figure.replace(/\B(?=(\d{3})+$)/g, ",")));
    for (const way of ways) {
      const tokens = way.split("+");
      if (tokens.some((token) => token.startsWith("#") || IS_WIDE.test(token))) continue;
      const said = tokens.map((token) => quoted(token.replace("*", ""))).join("[^\\p{L}\\p{N}]+");
      (way.endsWith("*") ? begun : whole).push(said);
    }
  }
  const choice = (/** @type {string[]} */ each) => `(?:${each.sort((one, other) => other.length - one.length).join("|") || "(?!)"})`;
  const words = `${choice(whole)}(?!(?![${WIDE}])[\\p{L}\\p{N}])|${choice(figures)}(?!\\d)|${choice(begun)}`;
  return terms.length ? new RegExp(`(^|[^\\p{L}\\p{N}]|[${WIDE}])(?:${words})|${choice(loose)}`, "gu") : null;
}

/** @param {string} text */
function quoted(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Where in a folded text something is found, from which place to before which. @param {string} folded @param {RegExp} marker @returns {[number, number][]} */
function hits(folded, marker) {
  return Array.from(folded.matchAll(marker), (match) => [match.index + (match[1]?.length ?? 0), match.index + match[0].length]);
}

/** A text as HTML, with what was looked for marked. @param {string} text @param {RegExp | null} marker */
export const marked = (text, marker) => apart(found(text, marker));

/** @param {string} text @param {RegExp | null} marker */
function found(text, marker) {
  if (!marker) return escape(text);
  const [folded, places] = folding(text);
  let html = "";
  let done = 0;
  for (const [start, end] of hits(folded, marker)) {
    if (end === start || places[start] < done) continue;
    html += `${escape(text.slice(done, places[start]))}<mark>${escape(text.slice(places[start], places[end]))}</mark>`;
    done = places[end];
  }
  return html + escape(text.slice(done));
}

/** A text folded character by character, and where each piece stood. @param {string} text @returns {[string, number[]]} */
function folding(text) {
  if (ASCII.test(text)) return [text.toLowerCase(), Array.from({ length: text.length + 1 }, (_, place) => place)];
  let folded = "";
  /** @type {number[]} */
  const places = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let n = 0; n < piece.length; n++) places.push(at);
    folded += piece;
    at += character.length;
  }
  places.push(at);
  return [folded, places];
}

/** The part of a text around the first thing found, marked. @param {string} text @param {RegExp | null} marker */
export function excerpt(text, marker) {
  const [folded, places] = folding(text);
  const first = marker && hits(folded, marker)[0];
  const hit = first ? places[first[0]] : 0;
  const start = hit > 70 ? text.indexOf(" ", hit - 60) + 1 : 0;
  const end = text.length > start + 170 ? text.lastIndexOf(" ", start + 165) : text.length;
  return apart(`${start ? "… " : ""}${found(text.slice(start, Math.max(end, hit + 20)), marker)}${end < text.length ? " …" : ""}`);
}
