// @ts-check
/**
 * A part of a page that the build has drawn on a sheet of its own, since few readers ask for it and it is large.
 *
 * @module
 */

/**
 * Lays the sheet that a fold names into it, and wakes the script the sheet asks for; what stands there until then
 * says what comes, and where it is also found should it not come.
 *
 * @param {HTMLDetailsElement} fold
 * @param {string} base
 */
export async function lay(fold, base) {
  const place = /** @type {HTMLElement} */ (fold.lastElementChild);
  const answer = await fetch(`${base}${fold.dataset.sheet}`);
  if (!answer.ok) return;
  place.innerHTML = await answer.text();
  const scripts = [...place.querySelectorAll("script")].map((script) => script.src);
  await Promise.all(scripts.map((address) => import(address)));
  fold.dataset.laid = "";
  document.dispatchEvent(new Event("timeline:asked"));
}
