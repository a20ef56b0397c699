// @ts-check
/**
 * What to try where words find no event, as buttons.
 */
import { tries } from "./chips.js";
import { make } from "./elements.js";
import { suggestions } from "./suggestions.js";
import { count } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */

/** Each with how many events it finds. @param {Events} events @param {import("./question.js").Question} question */
export async function offers(events, { q, asOf }) {
  const { words } = events;
  return (await suggestions(events, q, asOf)).map(({ q, number, other }) => {
    const item = make("li", "");
    item.append(tries(q, (other ? words.meant : words.fewer).replace("⟦x⟧", () => q)), number ? ` ${count(words.events, number)}` : "");
    return item;
  });
}
