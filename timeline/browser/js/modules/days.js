// @ts-check
/**
 * Dates as a reader types them: EDTF, and the plain forms of people, each with the days it reaches to.
 *
 * What `dates.human_dates` reads in one way is read alike, and a test holds the two together. Beyond that, it reads what
 * authors must not write but readers may type: 1.7.2025, "early May 2025", "Ende August 2025", 2025年7月1日. Days are
 * numbers, counted as Python counts them from the year 1.
 *
 * @typedef {{text: string, first: number, last: number}} Point
 * @typedef {{text: string, start: Point | null, end: Point | null, first: number, last: number, other?: string}} Reading
 *   `first` and `last` are open (`ALWAYS`, `NEVER`) where an end is; `other` is what else the text may mean.
 * @typedef {{months: string[], seasons: Record<string, string>, quarters: Record<string, string>,
 *   extent: string, since: string, until: string, typed: Typed}} Names
 * @typedef {{months: Record<string, number>, weekdays: string[], small: string[], seasons: Record<string, number>,
 *   thirds: Record<string, number>, ordinals: Record<string, number>}} Typed what people type for them, folded
 */

import { fold } from "./text_match.js";

export const ALWAYS = -4000000;
export const NEVER = 4000000;
const EPOCH = 719163;
const DAY = 86400000;
const STARTS = { 21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10 };

/** @param {number} year @param {number} month from 1 @param {number} day */
function counted(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY + EPOCH;
}

/** A day's number as EDTF. @param {number} day */
export function iso(day) {
  return new Date((day - EPOCH) * DAY).toISOString().slice(0, -14).replace(/^([-+])00/, "$1");
}

/** The number of a full day, or null. @param {string} text */
export function day(text) {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? point(text) : null;
  return found ? found.first : null;
}

/** @param {string} text @param {number} year @param {number} month @param {number} count @returns {Point | null} */
function months(text, year, month, count) {
  const last = counted(year, month + count, 0);
  return last > 3652059 ? null : { text, first: counted(year, month, 1), last };
}

/** @param {string} text @returns {Point | null} */
function point(text) {
  const match = /^(?:(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(\d{3})X|(\d\d)XX)([~?%]?)$/.exec(text);
  if (!match) return null;
  const [, year, month, day, decade, century] = match;
  if (decade || century) {
    const from = decade ? +decade * 10 : +century * 100;
    return { text, first: counted(from, 1, 1), last: counted(from + (decade ? 9 : 99), 12, 31) };
  }
  if (year === "-0000") return null;
  if (!month) return months(text, +year, 1, 12);
  if (day) {
    const found = counted(+year, +month, +day);
    return iso(found).endsWith(`-${month}-${day}`) ? { text, first: found, last: found } : null;
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

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");

/** @param {string} year @param {string | number} month @param {string | number} [day] */
const dated = (year, month, day) => `${year}-${two(+month)}${day === undefined ? "" : `-${two(+day)}`}`;

/** What stands in figures. @param {string} text */
function figures(text) {
  let match = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\.?$/.exec(text) ?? /^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$/.exec(text);
  if (match) return match[2] ? dated(match[1], match[2], match[3]) : match[1];
  match = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (match) return dated(match[1], match[2], match[3]);
  match = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (match) return dated(match[2], match[1]);
  match = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?((?:\d\d)?\d\d)$/.exec(text);
  if (match) {
    const year = match[4].padStart(4, "20");
    return +match[3] > 12 && match[2] !== "." ? dated(year, match[1], match[3]) : dated(year, match[3], match[1]);
  }
  match = /^(\d{3})0s$/.exec(text) ?? /^(\d{3})0er(?: jahre)?$/.exec(text);
  return match ? `${match[1]}X` : chinese(text);
}

/** A part of a year or a month: "2025年初", "2025年上半年", "2025年8月下旬". @param {string} text */
function chinese(text) {
  const match = /^(\d{4})年(?:(上|下)半年|(?:第?([1-4一二三四])季度)|(?:(\d{1,2})月)?(?:(初|上旬|年初)|(中|中旬)|(底|末|下旬)))$/.exec(text);
  if (!match) return "";
  const [, year, side, quarter, month, early, mid] = match;
  if (side) return half(year, side === "上" ? 1 : 2);
  if (quarter) return `${year}-${32 + (+quarter || "一二三四".indexOf(quarter) + 1)}`;
  const third = early ? 1 : mid ? 2 : 3;
  return month ? thirdOf(dated(year, month), third) : yearThird(year, third);
}

/** @param {string} year @param {number} third */
const yearThird = (year, third) => `${year}-${two(third * 4 - 3)}/${year}-${two(third * 4)}`;

/** @param {string} month as EDTF @param {number} third */
function thirdOf(month, third) {
  const end = third < 3 ? `${third}0` : iso(parse(month)?.last ?? 0).slice(8);
  return `${month}-${two(third * 10 - 9)}/${month}-${end}`;
}

/** What stands in words and figures. @param {string} text @param {Typed} typed */
function worded(text, { months, weekdays, small, seasons, thirds, ordinals }) {
  const parted = text.replace(/(\d)\.(?=\p{L})/gu, "$1 ").replace(/(\p{L}\d?)[-/]|(\d)[-/](?=\p{L})/gu, "$1$2 ").split(/[ ,]+/);
  const tokens = parted.map((token) => token.replace(/(\d)(?:st|nd|rd|th)$/, "$1").replace(/\.$/, ""));
  const said = tokens.filter((token) => token && !small.includes(token) && !weekdays.includes(token));
  const third = (said.length > 1 && number(thirds, said[0])) || 0;
  const year = said.find((token) => /^\d{4}$/.test(token));
  const [one, other, more] = said.slice(third ? 1 : 0).filter((token) => token !== year);
  if (!year || more) return "";
  if (one === undefined) return third ? yearThird(year, third) : year;
  if (other !== undefined) return third ? "" : ofTwo(year, one, other, months, ordinals);
  const quarter = /^q([1-4])$/.exec(one);
  if (quarter) return `${year}-${32 + +quarter[1]}`;
  const part = /^h([12])$/.exec(one);
  if (part) return half(year, +part[1]);
  if (number(seasons, one)) return third ? ofSeason(year, seasons[one], third) : `${year}-${seasons[one]}`;
  if (!month(one, months)) return "";
  const whole = dated(year, month(one, months));
  return third ? thirdOf(whole, third) : whole;
}

/** The first, second or third month of a season. @param {string} year @param {number} season @param {number} third */
function ofSeason(year, season, third) {
  const at = STARTS[/** @type {keyof STARTS} */ (season)] + third - 1;
  return dated(String(+year + (at > 12 ? 1 : 0)), ((at - 1) % 12) + 1);
}

/** A day of a month, a quarter or a half of a year. @param {string} year @param {string} one @param {string} other
 * @param {Record<string, number>} months @param {Record<string, number>} ordinals */
function ofTwo(year, one, other, months, ordinals) {
  if (month(one, months) && /^\d{1,2}$/.test(other)) return dated(year, month(one, months), other);
  if (month(other, months) && /^\d{1,2}$/.test(one)) return dated(year, month(other, months), one);
  if (month(one, months) && month(other, months) && month(one, months) < month(other, months)) return `${dated(year, month(one, months))}/${dated(year, month(other, months))}`;
  const of = number(ordinals, one) || (/^[1-4]$/.test(one) ? +one : 0);
  if (of && /^(?:quarter|quartal)$/.test(other)) return `${year}-${32 + of}`;
  return of && of < 3 && /^(?:half|halfte|halbjahr)$/.test(other) ? half(year, of) : "";
}

/** The number that a table has for a word, else 0. @param {Record<string, number>} table @param {string} word */
function number(table, word) {
  return typeof table[word] === "number" ? table[word] : 0;
}

/** The number of a month by its name or the beginning of that. @param {string} name @param {Record<string, number>} months */
function month(name, months) {
  const whole = name.length > 2 ? Object.keys(months).find((each) => each.startsWith(name)) : undefined;
  return number(months, name) || (whole ? months[whole] : 0);
}

/** @param {string} year @param {number} which */
const half = (year, which) => (which === 1 ? `${year}-01/${year}-06` : `${year}-07/${year}-12`);

/** One date in the words of people, as EDTF; empty when it is none. @param {string} text @param {Names} names */
function human(text, names) {
  if (parse(text)) return text;
  const found = figures(text) || (/\d{4}/.test(text) ? worded(fold(text), names.typed) : "");
  return found && parse(found) ? found : "";
}

/** What a text says as a date, or null. @param {string} typed @param {Names} names @returns {Reading | null} */
export function read(typed, names) {
  const tidy = typed.trim().replace(/[‐‑‒–—]/g, "-").replace(/\s+/g, " ");
  const found = parse(tidy);
  if (found) return found;
  const text = tidy.toLowerCase().replace(/[.,;]+$/, "").replace(/(^|[ ,])['’‘](\d\d)$/, "$120$2");
  const alone = human(text, names);
  if (alone) return { .../** @type {Reading} */ (parse(alone)), ...turned(text) };
  for (const [opening, side] of OPENINGS) {
    const match = opening.exec(text);
    const date = match && parse(human(match[1], names));
    if (date) return side(date);
  }
  const match = /^(?:between|zwischen) (.+?) (?:and|und) (.+)$/.exec(text) ?? /^(?:from |vom |von )?(.+?)(?: to | until | till | bis(?: zum)? | - |\.\.)(.+)$/.exec(text);
  if (!match) return null;
  const end = human(match[2], names);
  const year = /\d{4}$/.exec(match[2]);
  const start = human(match[1], names) || (year ? human(`${match[1]} ${year[0]}`, names) : "");
  return start && end && !/\//.test(start + end) ? parse(`${start}/${end}`) : null;
}

/** @typedef {(date: Reading) => Reading | null} Side */
/** What opens a stretch with one end: what is said "before" a date ends a day earlier.
 * @type {[RegExp, Side][]} */
const OPENINGS = [
  [/^(?:from|since|seit|ab) (.+)$/, ({ start }) => start && parse(`${start.text}/..`)],
  [/^(?:until|till|up to|by|bis(?: zum)?) (.+)$/, ({ end }) => end && parse(`../${end.text}`)],
  [/^(?:after|nach) (.+)$/, ({ last }) => parse(`${iso(last + 1)}/..`)],
  [/^(?:before|vor) (.+)$/, ({ first }) => parse(`../${iso(first - 1)}`)],
];

/** Day and month the other way round, where both may be meant. @param {string} text */
function turned(text) {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-]((?:\d\d)?\d\d)$/.exec(text);
  return match && +match[1] < 13 && +match[2] < 13 && match[1] !== match[2] ? { other: dated(match[3].padStart(4, "20"), match[1], match[2]) } : {};
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
