// @ts-check
/**
 * The banner above a page that is shown as it was known on a day, or that is not, though a day was asked for.
 */
import { make } from "./elements.js";
import { dayInWords } from "./sentence.js";

/** @param {import("./event_columns.js").Events} events @param {number} day @param {string} more what else is to be said, `⟦x⟧` for the day
 * @param {Node[]} ways to other days @param {string} [first] what is said first @returns {HTMLElement[]} */
export function banner(events, day, more, ways, first = events.words.banner) {
  const said = dayInWords(events, day);
  const text = make("p", "tl-banner-words");
  text.append(make("strong", "", first.replace("⟦x⟧", said)), ". ", more.replace("⟦x⟧", said));
  const row = make("p", "tl-banner-ways");
  for (const way of ways) row.append(way, " ");
  return [text, row];
}
