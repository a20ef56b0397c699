// @ts-check
/**
 * Elements of a page, made and found.
 */

/** @param {string} tag @param {string} name @param {string} [text] */
export function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** One that the page has. @param {string} id */
export function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
