// @ts-check
/**
 * Text that is written from right to left, as the build sets it apart: `bdi` around a part of a text, `dir="auto"` on an
 * element that holds nothing else.
 */

const LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @param {string} text */
export const rightToLeft = (text) => LETTERS.test(text);

/** A text as HTML, set apart from what it is put into. @param {string} html */
export const apart = (html) => (rightToLeft(html) ? `<bdi>${html}</bdi>` : html);

/** A text that can be put into another one. @param {string} text */
export const isolated = (text) => (rightToLeft(text) ? `\u2068${text}\u2069` : text);

/** HTML whose elements say so themselves, where all that they hold is set apart. @param {string} html */
export const directed = (html) => (html.includes("<bdi>") ? html.replace(/(<[a-z]\w*(?: [^<>]*)?)><bdi>([^]*?)<\/bdi>(?=<\/)/g, '$1 dir="auto">$2') : html);
