// @ts-check
/**
 * Dates as a reader types them: EDTF, and the plain forms of people, each with the days it reaches to.
 *
 * It reads less than the build does and nothing otherwise: what is read here, `dates.readings` reads alike,
 * and a test holds the two together. Days are numbers, counted as Python counts them from the year 1.
 *
 * @typedef {{text: string, first: number, last: number}} Point
 * @typedef {{text: string, start: Point | null, end: Point | null, first: number, last: number}} Reading
 *   `first` and `last` are open (`ALWAYS`, `NEVER`) where an end is.
 * @typedef {{months: string[], seasons: Record<string, string>, quarters: Record<string, string>,
 *   extent: string, since: string, until: string}} Names
 */

export const ALWAYS = 0;
export const NEVER = 4000000;
const EPOCH = 719163;
const DAY = 86400000;
const SEASONS = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };
const STARTS = { 21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10 };

/** @param {number} year @param {number} month from 1 @param {number} day */
function number(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH;
}

/** A day's number as EDTF. @param {number} day */
export function iso(day) {
  return new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);
}

/** The number of a full day, or null. @param {string} text */
export function day(text) {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? point(text) : null;
  return found ? found.first : null;
}

/** @param {string} text @param {number} year @param {number} month @param {number} count @returns {Point | null} */
function months(text, year, month, count) {
  const last = number(year, month + count, 0);
  return year < 1 || last > 3652059 ? null : { text, first: number(year, month, 1), last };
}

/** @param {string} text @returns {Point | null} */
function point(text) {
  const match = /^(?:(\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d\d)XX)([~?%]?)$/.exec(text);
  if (!match) return null;
  const [, year, month, day, decade, century] = match;
  if (decade || century) {
    const from = decade ? +decade * 10 : +century * 100;
    return from < 1 ? null : { text, first: number(from, 1, 1), last: number(from + (decade ? 9 : 99), 12, 31) };
  }
  if (+year < 1) return null;
  if (!month) return months(text, +year, 1, 12);
  if (day) {
    const found = number(+year, +month, +day);
    return iso(found) === `${year}-${month}-${day}` ? { text, first: found, last: found } : null;
  }
  const start = STARTS[/** @type {keyof typeof STARTS} */ (+month)];
  if (start) return months(text, +year, start, 3);
  return +month >= 1 && +month <= 12 ? months(text, +year, +month, 1) : null;
}

/** A text that is EDTF, or null. @param {string} text @returns {Reading | null} */
export function parse(text) {
  const bracketed = /^\[(.+)\.\.(.+)\]$/.exec(text);
  const [one, other] = bracketed ? [bracketed[1], bracketed[2]] : text.includes("/") ? text.split("/", 2) : [text, text];
  if (!bracketed && text.split("/").length > 2) return null;
  const start = one === ".." && !bracketed ? null : point(one);
  const end = other === ".." && !bracketed ? null : point(other);
  if ((!start && (one !== ".." || bracketed)) || (!end && (other !== ".." || bracketed)) || (!start && !end)) return null;
  if (start && end && end.last < start.first) return null;
  return { text, start, end, first: start ? start.first : ALWAYS, last: end ? end.last : NEVER };
}

/** @param {string} word @param {Names} names */
function month(word, names) {
  const plain = word.toLowerCase().replace(/\.$/, "");
  if (plain.length < 3) return 0;
  if (plain === "sept") return 9;
  return names.months.findIndex((name) => name.toLowerCase() === plain || name.toLowerCase().slice(0, 3) === plain) + 1;
}

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");

/** One date in the words of people, as EDTF; empty when it is none. @param {string} text @param {Names} names */
function human(text, names) {
  if (parse(text)) return text;
  let match = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (match) return [match[1], ...match.slice(2).filter(Boolean).map((part) => two(+part))].join("-");
  match = /^(\d{3})0s$/.exec(text);
  if (match) return `${match[1]}X`;
  match = /^q([1-4]),? (\d{4})$/.exec(text);
  if (match) return `${match[2]}-${32 + +match[1]}`;
  match = /^(\d{4})[- ]?q([1-4])$/.exec(text);
  if (match) return `${match[1]}-${32 + +match[2]}`;
  match = /^([a-z]+),? (\d{4})$/.exec(text);
  if (match && match[1] in SEASONS) return `${match[2]}-${SEASONS[/** @type {keyof typeof SEASONS} */ (match[1])]}`;
  match = /^(\p{L}+\.?),? (\d{4})$/u.exec(text);
  if (match && month(match[1], names)) return `${match[2]}-${two(month(match[1], names))}`;
  match = /^(\d{1,2})(?:\.|st|nd|rd|th)? (\p{L}+\.?),? (\d{4})$/u.exec(text);
  if (match && month(match[2], names)) return `${match[3]}-${two(month(match[2], names))}-${two(+match[1])}`;
  match = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(text);
  if (match && month(match[1], names)) return `${match[3]}-${two(month(match[1], names))}-${two(+match[2])}`;
  return "";
}

/** What a text says as a date, or null. @param {string} typed @param {Names} names @returns {Reading | null} */
export function read(typed, names) {
  const tidy = typed.trim().replace(/[‐‑‒–—]/g, "-").replace(/\s+/g, " ");
  const found = parse(tidy);
  if (found) return found;
  const text = tidy.toLowerCase().replace(/[.,;]+$/, "");
  const alone = human(text, names);
  if (alone) return parse(alone);
  let match = /^(?:from|since) (.+)$/.exec(text);
  if (match && human(match[1], names)) return parse(`${human(match[1], names)}/..`);
  match = /^(?:until|till|up to) (.+)$/.exec(text);
  if (match && human(match[1], names)) return parse(`../${human(match[1], names)}`);
  match = /^(?:from )?(.+?)(?: to | until | till | - |\.\.)(.+)$/.exec(text);
  if (!match) return null;
  const end = human(match[2], names);
  const year = /\d{4}$/.exec(match[2]);
  const start = human(match[1], names) || (year ? human(`${match[1]} ${year[0]}`, names) : "");
  return start && end ? parse(`${start}/${end}`) : null;
}

/** The longest part of a text that is a date within some years, and the words beside it.
 * @param {string} typed @param {Names} names @param {[number, number]} years @returns {{words: string, date: Reading | null}}
 */
export function split(typed, names, years) {
  const whole = read(typed, names);
  if (whole) return { words: "", date: whole };
  const tokens = typed.trim().split(/\s+/);
  for (let length = Math.min(tokens.length - 1, 7); length > 0; length--) {
    for (let start = 0; start + length <= tokens.length; start++) {
      const text = tokens.slice(start, start + length).join(" ");
      const date = /\d/.test(text) ? read(text, names) : null;
      const within = date && [date.start, date.end].every((end) => !end || year(end.last) >= years[0] && year(end.first) <= years[1]);
      if (date && within) return { words: [...tokens.slice(0, start), ...tokens.slice(start + length)].join(" "), date };
    }
  }
  return { words: typed.trim(), date: null };
}

/** @param {number} day */
export function year(day) {
  return +iso(Math.min(day, 3652059)).slice(0, 4);
}

/** One point in words, with or without its year. @param {Point} point @param {Names} names @param {boolean} [bare] */
function said({ text }, names, bare) {
  const [year, month, day] = text.replace(/[~?%]$/, "").split("-");
  const tail = bare ? "" : ` ${+year}`;
  if (!month) return year.endsWith("X") ? text : String(+year);
  if (names.seasons[month]) {
    return `${names.seasons[month]} ${+month === 24 ? `${+year}/${String(+year + 1).slice(2)}` : +year}`;
  }
  if (names.quarters[month]) return `${names.quarters[month]}${tail}`;
  return `${day ? `${+day} ` : ""}${names.months[+month - 1]}${tail}`;
}

/** A stretch of time in words. @param {Point | null} start @param {Point | null} end @param {Names} names */
export function inWords(start, end, names) {
  if (!start || !end) {
    const one = start || end;
    return one ? (start ? names.since : names.until).replace("⟦x⟧", said(one, names)) : "";
  }
  if (start.text === end.text) return said(start, names);
  const plain = [start, end].every((each) => /^\d{4}-(0\d|1[0-2])(-\d\d)?$/.test(each.text));
  const shared = plain && start.text.slice(0, 4) === end.text.slice(0, 4);
  const days = shared && start.text.length === 10 && end.text.length === 10 && start.text.slice(0, 7) === end.text.slice(0, 7);
  const from = days ? String(+start.text.slice(8)) : said(start, names, shared);
  return names.extent.replace("⟦a⟧", from).replace("⟦b⟧", said(end, names));
}
