// @ts-check
/**
 * A part of a page that the build has drawn on a sheet of its own, since few readers ask for it and it is large.
 *
 * @module
 */

import { text } from "./data_files.js";

/**
 * Lays the sheet that a fold names into it, and wakes the script the sheet asks for; what stands there until then
 * says what comes, and where it is also found should it not come.
 *
 * @param {HTMLDetailsElement} fold
 * @param {string} base
 */
export async function lay(fold, base) {
  const place = /** @type {HTMLElement} */ (fold.lastElementChild);
  const sheet = document.createElement("template");
  sheet.innerHTML = await text(`${base}${fold.dataset.sheet}`);
  const scripts = [...sheet.content.querySelectorAll("script")];
  for (const script of scripts) script.remove();
  const before = [...place.childNodes];
  place.replaceChildren(sheet.content);
  try {
    await Promise.all(scripts.map((script) => import(new URL(script.getAttribute("src") ?? "", document.baseURI).href)));
  } catch (error) {
    place.replaceChildren(...before);
    throw error;
  }
  fold.dataset.laid = "";
  document.dispatchEvent(new Event("timeline:asked"));
}
