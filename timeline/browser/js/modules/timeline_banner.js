// @ts-check
/**
 * The banner of the timeline as it was known on a day, with how forecasts and tracks stood.
 */
import { banner as bannerOf } from "./banner.js";
import { act, drop } from "./chips.js";
import { make } from "./elements.js";
import { others } from "./filtering.js";
import { figure } from "./wording.js";

/** @typedef {import("./event_columns.js").Events} Events */
/** @typedef {import("./links.js").Links} Links */

/** The banner of a day, with how forecasts and tracks stood, unfolded where it was. @param {Events} events @param {number} day
 * @param {Links} links @param {boolean} open */
export function banner(events, day, links, open) {
  const { words } = events;
  const [earlier, later] = [act("earlier", words.earlier), act("later", words.later)];
  earlier.disabled = events.around(day).earlier === undefined;
  return [...bannerOf(events, day, words.banner_more, [earlier, later, drop("as-of", words.back)]), ...standing(events, day, links, open)];
}

/** How forecasts and tracks stood. @param {Events} events @param {number} day @param {Links} links @param {boolean} open
 * @returns {HTMLElement[]} */
function standing(events, day, links, open) {
  const { words } = events;
  const { expectations, tracks } = others(events, day);
  const list = make("ul", "tl-then");
  for (const { id, title, state } of tracks) {
    const item = make("li", "");
    item.dataset.track = id;
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", title));
    link.href = links.to("track", id);
    const tone = state ? state[1] : "unknown";
    item.append(link, ": ", make("span", `tl-mark tl-tone tl-tone--${tone}`, state ? state[0] : words.unknown_state));
    list.append(item);
  }
  if (expectations.length) {
    const item = make("li", "");
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", words.expectations));
    link.href = links.to("expectations");
    /** @type {Map<string, number>} */
    const tally = new Map();
    for (const { standing } of expectations) tally.set(standing ?? "", (tally.get(standing ?? "") ?? 0) + 1);
    item.append(link, ": ", [...tally].map(([name, number]) => `${figure(number)} ${words.standings[name]}`).join(", "));
    list.append(item);
  }
  if (!list.childElementCount) return [];
  const fold = /** @type {HTMLDetailsElement} */ (make("details", ""));
  fold.open = open;
  fold.append(make("summary", "", words.stood), list);
  return [fold];
}
