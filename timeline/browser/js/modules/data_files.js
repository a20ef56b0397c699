// @ts-check
/**
 * The files that the build wrote for looking things up, fetched when a reader first asks, each once.
 */

/** @typedef {import("./days.js").Names} Names */
/** @typedef {Record<string, any> & {dates: Names, sheets: Record<string, any>, groups: Record<string, string>}} Words */
/** @typedef {{words: Words, addresses: import("./links.js").Addresses,
 *   reading: import("./numbers.js").Reading,
 *   shards: {words: number[], sources: number[], index: string[], parts: number}}} Interface */

/** What each file of a folder is, and the name of the folder: a length and a sum. @typedef {{stamp: string, files: Record<string, [number, number]>}} Listed */

const HOME = new URL("../", import.meta.url).href;
const PATIENCE = 30000; // until a file counts as lost

/** A file as it was sent. @param {string} address */
async function sent(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {Uint8Array} bytes */
const read = (bytes) => new TextDecoder().decode(bytes);

/** What the build wrote into each folder. @type {Map<string, Promise<Listed>>} */
const lists = new Map();

/** @param {string} folder @returns {Promise<Listed>} */
function listed(folder) {
  let found = lists.get(folder);
  if (!found) lists.set(folder, (found = sent(`${folder}files.json`).then((bytes) => JSON.parse(read(bytes)))));
  found.catch(() => lists.delete(folder));
  return found;
}

/** Adler-32. @param {Uint8Array} bytes */
function sum(bytes) {
  let [one, other] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) other += one += bytes[at];
    one %= 65521;
    other %= 65521;
  }
  return other * 65536 + one;
}

/** A file that is whole and of this build: half an answer is worse than none. @param {string} address */
async function fetched(address) {
  const name = address.slice(address.lastIndexOf("/") + 1);
  const folder = address.slice(0, -name.length);
  if (folder !== HOME) return read(await sent(address)); // what stands beside a page says itself of which version it is
  const [bytes, { stamp, files }] = await Promise.all([sent(address), listed(folder)]);
  if (!folder.endsWith(`/${stamp}/`)) throw Object.assign(new Error(`foreign: ${address}`), { older: true });
  const [length, whole] = files[name] ?? [];
  if (bytes.length !== length || sum(bytes) !== whole) throw new Error(`broken: ${address}`);
  return read(bytes);
}

/** @param {string} address */
export async function json(address) {
  return JSON.parse(await fetched(address));
}

/** Texts on their way or here, so that none is asked for twice. @type {Map<string, Promise<string>>} */
const texts = new Map();

/** @param {string} address */
export function text(address) {
  let found = texts.get(address);
  if (!found) texts.set(address, (found = fetched(address)));
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
