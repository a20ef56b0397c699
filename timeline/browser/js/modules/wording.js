// @ts-check
/**
 * Numbers and places in the words that the build hands over: `⟦n⟧` and the like stand for what is put there.
 */

/** A number as people write it. @param {number} n */
export const figure = (n) => (n < 1000 ? String(n) : new Intl.NumberFormat(language()).format(n));

/** "3 claims": forms for one and for all else, or by the categories of a language that has others.
 * @param {[string, string] | Record<string, string>} forms @param {number} n */
export function count(forms, n) {
  const form = Array.isArray(forms) ? forms[n === 1 ? 0 : 1] : (forms[new Intl.PluralRules(language()).select(n)] ?? forms.other);
  return form.replace("⟦n⟧", figure(n));
}

/** The language of the page. */
const language = () => document.documentElement.lang || "en";

/** Words with their places filled. @param {string} words @param {Record<string, string>} values */
export const filled = (words, values) => words.replace(/⟦([a-z]+)⟧/g, (place, name) => values[name] ?? place);

/** How many signs of a summary a list shows, unless its first sentence is longer; `inline_markdown.py` has the same. */
const ROOM = 110;

/** And how many of a first sentence that never ends. */
const LONGEST = 240;

/** As many sentences as find room in a list, at least the first, which is cut only if it never ends. @param {string} text */
export function gist(text) {
  const said = sentences(text);
  return said.length <= LONGEST ? said : `${said.slice(0, LONGEST).replace(/ [^ ]*$/, "").replace(/[,;:.]+$/, "")}…`;
}

/** @param {string} text */
function sentences(text) {
  let end = 0;
  for (const stop of text.matchAll(/[.!?…]["’”)]?(?=\s+[^a-z\s])|[。！？]/g)) {
    if (!stop.index || (stop[0] < "⺀" && /(^|[\W_])[A-Z]$/.test(text.slice(0, stop.index)))) continue;
    const after = stop.index + stop[0].length;
    if (end && after > ROOM) return text.slice(0, end);
    end = after;
  }
  return end && text.length > ROOM ? text.slice(0, end) : text;
}
