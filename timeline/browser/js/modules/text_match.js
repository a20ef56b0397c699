// @ts-check
/**
 * Texts as they are compared, folded as the build folds them, and cut into lines.
 */

/** Scripts without spaces, and such as may stand in them. */
export const WIDE = "\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{1b000}-\\u{1b2ff}\\u{1f200}-\\u{1faff}\\u{20000}-\\u{3fffd}";
export const IS_WIDE = new RegExp(`^[${WIDE}]`, "u");
const LETTER = /[\p{L}\p{N}]/u;
const KEYS = /[‐‑‒–—−’‘ʼ“”„]/g;
const QUOTES = "’‘ʼ";
export const ASCII = /^[\x00-\x7f]*$/;

/** Without case and accents, with the dashes and quotes of a keyboard. @param {string} text */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(KEYS, (sign) => ("“”„".includes(sign) ? '"' : QUOTES.includes(sign) ? "'" : "-"));
  return plain.toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ").normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Lines of one long text, cut out when they are asked for. */
export class Lines {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {Int32Array | undefined} */
    this.known = undefined;
    /** @type {string[] | undefined} */
    this.split = undefined;
  }

  /** Where each line begins, one more for the end. @returns {Int32Array} */
  get starts() {
    return (this.known ??= ends(this.text));
  }

  get size() {
    return this.starts.length - 1;
  }

  /** @param {number} place */
  at(place) {
    return this.text.slice(this.starts[place], this.starts[place + 1] - 1);
  }

  /** All of them. @returns {string[]} */
  get all() {
    return (this.split ??= this.text ? this.text.split("\n") : []);
  }
}

/** @param {string} text */
function ends(text) {
  const starts = [0];
  for (let place = text.indexOf("\n"); place >= 0; place = text.indexOf("\n", place + 1)) starts.push(place + 1);
  starts.push(text.length + 1);
  return Int32Array.from(starts);
}

/** Whether a token stands in a folded text, or begins there with "*" behind it. @param {string} folded @param {string} token */
export function holds(folded, token) {
  const begins = token.endsWith("*");
  const word = begins ? token.slice(0, -1) : token;
  const loose = IS_WIDE.test(word);
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (loose || (!wordy(folded, at - 1) && (begins || !wordy(folded, at + word.length)))) return true;
  }
  return false;
}

/** Whether a character belongs to a word of a script with spaces. @param {string} text @param {number} at */
export function wordy(text, at) {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return LETTER.test(text.charAt(at)) && !IS_WIDE.test(text.charAt(at));
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
