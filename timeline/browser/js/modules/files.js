// @ts-check
/**
 * The files that the build wrote for looking things up, fetched when a reader first asks, each once.
 */

/** @typedef {import("./days.js").Names} Names */
/** @typedef {Record<string, any> & {dates: Names, sheets: Record<string, any>, groups: Record<string, string>}} Words */
/** @typedef {{words: Words, addresses: import("./links.js").Addresses,
 *   reading: import("./numbers.js").Reading,
 *   shards: {words: number[], sources: number[], index: string[], parts: number}}} Interface */

/** @param {string} address */
async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** @param {string} address */
export async function json(address) {
  return (await fetched(address)).json();
}

/** Texts on their way or here, so that none is asked for twice. @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @param {string} address */
export function text(address) {
  let found = texts.get(address);
  if (!found) texts.set(address, (found = fetched(address).then((response) => response.text())));
  found.catch(() => texts.delete(address));
  return found;
}

/** @type {Map<string, Promise<Interface>>} */
const interfaces = new Map();

/** @param {string} base @returns {Promise<Interface>} */
export function loadInterface(base) {
  let found = interfaces.get(base);
  if (!found) interfaces.set(base, (found = json(`${base}interface.json`)));
  found.catch(() => interfaces.delete(base));
  return found;
}
