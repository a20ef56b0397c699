// @ts-check
/**
 * Numbers and places in the words that the build hands over: `⟦n⟧` and the like stand for what is put there.
 */

/** A number as people write it. @param {number} n */
export const figure = (n) => (n < 1000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, ","));

/** "3 claims". @param {[string, string]} forms @param {number} n */
export const count = (forms, n) => forms[n === 1 ? 0 : 1].replace("⟦n⟧", figure(n));

/** Words with their places filled. @param {string} words @param {Record<string, string>} values */
export const filled = (words, values) => words.replace(/⟦([a-z]+)⟧/g, (place, name) => values[name] ?? place);
