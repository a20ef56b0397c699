// @ts-check
/**
 * Where pages and claims stand, as the build has said it; the day on which a reader looks goes along.
 */
import { iso } from "./days.js";
import { filled } from "./wording.js";

/** @typedef {{pages: Record<string, string>, dated: string[]}} Addresses
 *   `pages` by name, with `⟦x⟧` for an id and `⟦anchor⟧` for a place on the page; `dated` begin those that follow a day */

/** Links of a page to others. */
export class Links {
  /** @param {Addresses} addresses @param {string} root the path of the site @param {number | null} [day] */
  constructor(addresses, root, day = null) {
    this.addresses = addresses;
    this.root = root;
    this.day = day;
  }

  /** The address of a page on the site. @param {string} name of a kind of page @param {string} [x] the id @param {string} [anchor] */
  page(name, x = "", anchor = "") {
    return filled(this.addresses.pages[name], { x, anchor });
  }

  /** A link to it. @param {string} name @param {string} [x] @param {string} [anchor] */
  to(name, x = "", anchor = "") {
    const [path, hash] = this.page(name, x, anchor).split("#");
    return this.root + path + (this.follows(path) ? this.search : "") + (hash ? `#${hash}` : "");
  }

  /** How a day is asked for. */
  get search() {
    return this.day === null ? "" : `?as-of=${iso(this.day)}`;
  }

  /** Whether the page at an address of the site shows things as of a day. @param {string} path */
  follows(path) {
    return this.addresses.dated.some((start) => path.startsWith(start));
  }
}
