// @ts-check
/**
 * Elements of a page, made and found.
 */
import { rightToLeft } from "./text_direction.js";

/** @param {string} tag @param {string} name @param {string} [text] */
export function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  if (text && rightToLeft(text)) made.dir = "auto";
  return made;
}

/** One that the page has. @param {string} id */
export function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
