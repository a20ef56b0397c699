// @ts-check
/**
 * What somebody typed, read as terms, as `timeline.queries.search.terms` reads it: all of them must be there, each in one
 * of its ways. A way is one token of a text, or several that stand in one part of it, with "+" between them; a token
 * that ends in "*" is the beginning of one, and one that begins with "#" a number.
 */
import { fold, IS_WIDE, WIDE } from "./text_match.js";
import { chunks, numbers } from "./numbers.js";

/** @typedef {import("./numbers.js").Reading} Reading */
/** @typedef {import("./search_index.js").Concordance} Concordance */
/** @typedef {{typed: string, ways: string[], figure: string}} Term */
/** @typedef {{typed: string, whole: boolean, ways: Set<string>, small: boolean, loose: boolean, figure: string}} Item */

const RUN = new RegExp(`(?:(?![${WIDE}])[\\p{L}\\p{N}])+|(?:(?=[${WIDE}])[\\p{L}\\p{N}])+`, "gu");
const POINTED = new RegExp(`^(?:(?![${WIDE}])[\\p{L}\\p{N}])+(?:\\.(?:(?![${WIDE}])[\\p{L}\\p{N}])+)+$`, "u");
const MOST_JOINED = 4;
const [LEAST_ROOT, LEAST_SPLIT] = [3, 2];

/** @param {string} q @param {Concordance} known @param {Reading} reading @returns {Term[]} */
export function terms(q, known, reading) {
  const items = itemsOf(q, known, reading);
  join(items, known, reading);
  const told = items.some(({ small }) => !small) ? items.filter(({ small }) => !small) : items;
  return told.map(({ typed, ways, figure }) => ({ typed, ways: [...ways], figure }));
}

/** @param {string} q @param {Concordance} known @param {Reading} reading */
function itemsOf(q, known, reading) {
  const words = chunks(fold(q));
  const found = numbers(words, reading);
  const money = new Set(found.flatMap(({ start, end }) => [start - 1, end]));
  /** @type {Item[]} */
  const items = [];
  for (let at = 0; at < words.length; ) {
    const number = found.find(({ start }) => start === at);
    if (number) {
      items.push(numeral(words.slice(at, number.end), number));
      at = number.end;
      continue;
    }
    if (!(money.has(at) && reading.currencies.includes(words[at]))) items.push(...pieces(words[at], known, reading));
    at++;
  }
  return items;
}

/** @param {string[]} words @param {import("./numbers.js").Found} number @returns {Item} */
function numeral(words, { value, figure, other }) {
  const ways = new Set(other ? [`#${value}`, `#${other}`] : [`#${value}`]);
  const plain = words.length === 1 && (/^(?:\p{L}+|\d+)$/u.test(words[0]) || pointed(words[0]));
  if (plain) ways.add(`${words[0]}*`);
  return { typed: words.join(" "), whole: !plain, ways, small: false, loose: plain, figure };
}

/** @param {string} word @param {Concordance} known @param {Reading} reading @returns {Item[]} */
function pieces(word, known, reading) {
  const bare = word.replace(/'s$/, "");
  const found = pointed(bare) ? [bare] : runs(bare);
  return found.map((piece, at) => {
    if (IS_WIDE.test(piece)) {
      const signs = [...piece];
      const way = signs.length > 1 ? signs.slice(1).map((sign, before) => signs[before] + sign).join("+") : `${piece}*`;
      return { typed: piece, whole: true, ways: new Set([way]), small: false, loose: false, figure: "" };
    }
    const whole = at < found.length - 1;
    return { typed: piece, whole, ways: new Set(waysOf(piece, whole, known, reading)), small: reading.small.includes(piece), loose: true, figure: "" };
  });
}

/** The words of a folded text, each script by itself. @param {string} folded @returns {string[]} */
export const runs = (folded) => folded.match(RUN) ?? [];

/** Whether a word is a number with points, or a name with one: "3.5", "b2.1". @param {string} word */
export function pointed(word) {
  return /\d/.test(word) && POINTED.test(word);
}

/** How a typed word may stand in texts. @param {string} word @param {boolean} whole @param {Concordance} known @param {Reading} reading */
function waysOf(word, whole, known, reading) {
  if (whole ? !known.has(word) : !known.begun(word)) return [...forms(word, reading.endings, known), ...parted(word, known)];
  if (whole) return [word, ...known.waysOf(word)];
  const more = others(word, known, reading).filter((way) => !way.split("+").some((token) => token.startsWith(word)));
  return [`${word}*`, ...more]; // what has a token that begins so is met already
}

/** What else is meant by a word and by what begins with it. @param {string} word @param {Concordance} known @param {Reading} reading */
function others(word, known, { endings }) {
  const ways = known.waysOf(word);
  for (const other of word.length >= LEAST_ROOT ? known.typedFor(word) : []) {
    for (const way of other === word ? [] : known.waysOf(other)) if (word.length > LEAST_ROOT || !way.includes("+")) ways.push(way);
  }
  if (!known.has(word)) ways.push(...forms(word, endings.filter((ending) => !ending.includes("er")), known));
  return ways;
}

/** How a word may stand there that is in no table: with another ending. @param {string} word @param {string[]} endings @param {Concordance} known */
function forms(word, endings, known) {
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < LEAST_ROOT) continue;
    const root = word.slice(0, -ending.length);
    const roots = root.length > LEAST_ROOT && root.at(-1) === root.at(-2) ? [root, root.slice(0, -1)] : [root];
    const found = roots.flatMap((each) => ["", ...endings].map((other) => each + other)).filter((each) => known.has(each));
    if (found.length) return found.flatMap((each) => said(each, known));
  }
  return [];
}

/** How it may stand there in two words. @param {string} word @param {Concordance} known */
function parted(word, known) {
  /** @type {string[]} */
  const ways = [];
  for (let at = LEAST_SPLIT; at <= word.length - LEAST_SPLIT; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (!known.has(one) || !known.has(other)) continue;
    for (const first of said(one, known)) for (const second of said(other, known)) if (!first.includes("+") && !second.includes("+")) ways.push(`${first}+${second}`);
  }
  return ways;
}

/** @param {string} word @param {Concordance} known */
function said(word, known) {
  return known.stands(word) ? [word, ...known.waysOf(word)] : known.waysOf(word);
}

/** Words that may be one word: "super micro", "open ai", "wall street journal". @param {Item[]} items @param {Concordance} known @param {Reading} reading */
function join(items, known, reading) {
  for (let start = 0; start < items.length; start++) {
    for (let end = start + 2; end <= Math.min(start + MOST_JOINED, items.length); end++) {
      const span = items.slice(start, end);
      if (!span.every(({ loose }) => loose)) break;
      const whole = span.map(({ typed }) => typed).join("");
      if (!known.has(whole) && !(end === items.length && whole.length > MOST_JOINED && known.begun(whole))) continue;
      const ways = waysOf(whole, span[span.length - 1].whole, known, reading);
      for (const item of span) for (const way of ways) item.ways.add(way);
    }
  }
}
