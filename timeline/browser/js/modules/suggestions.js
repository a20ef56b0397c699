// @ts-check
/**
 * What to try where nothing was found, each with how many events it finds: what may have been meant, and fewer words.
 */
import { met } from "./filtering.js";
import { meant } from "./typos.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {{q: string, number: number, other: boolean}} Suggestion `other` for other words, else the same with some left out */

const MOST = 4;

/** @param {Events} events @param {string} q @param {number | null} asOf @returns {Promise<Suggestion[]>} */
export async function suggestions(events, q, asOf) {
  await events.prepare({ q });
  const sought = events.sought(q);
  if (!sought.any) return [];
  const typed = sought.terms.map((term) => term.typed);
  const unknown = sought.columns.map((column) => !column.includes(1));
  /** @type {Map<string, boolean>} */
  const tried = new Map();
  if (unknown.includes(true)) {
    await events.loadAll();
    const others = typed.map((word, at) => (unknown[at] ? meant(word, events.index.words()) : [word]));
    const first = others.map(([one]) => one);
    const least = others.find((each, at) => unknown[at] && each.length) ?? [];
    for (const word of least) tried.set(others.flatMap((each) => (each === least ? [word] : (each[0] ?? []))).join(" "), true);
    tried.set(first.filter(Boolean).join(" "), first.some((word, at) => word && unknown[at]));
    tried.set(typed.filter((_, at) => !unknown[at]).join(" "), false);
  } else for (const [at] of typed.entries()) tried.set(typed.filter((_, other) => other !== at).join(" "), false);
  /** @type {Suggestion[]} */
  const found = [];
  for (const [words, other] of tried) {
    if (!words || words === typed.join(" ")) continue;
    await events.prepare({ q: words });
    const asked = events.sought(words);
    const number = met(events, asked, asOf).reduce((sum, bit) => sum + bit, 0);
    if (number || asked.columns.every((column) => column.includes(1))) found.push({ q: words, number, other });
  }
  const helpful = found.filter(({ number }) => number);
  return (helpful.length ? helpful : found.slice(0, 1)).sort((one, other) => +other.other - +one.other || other.number - one.number).slice(0, MOST);
}
