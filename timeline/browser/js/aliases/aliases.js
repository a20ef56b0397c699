// @ts-check
/**
 * The page of a former id leads on without this script; with it, the claim and the day that an address names come along.
 */
const there = document.currentScript?.dataset.there;
if (there) location.replace(new URL(there + location.search + location.hash, location.href));
