// @ts-check
/**
 * What is marked and copied brings its sources: numbers of notes become documents with their addresses below the text,
 * and so does a claim in a list, or a link of a hand-written page. What rests on nothing is copied as the browser does.
 *
 * @module
 */

/** A few letters of a sentence are no quotation of it. */
const ENOUGH = 24;
const NOTE = 'a[href^="#_note-"], a[href^="#note-"]';
const LED = "a.tl-begun, .tl-side > p > a, .tl-growth a[href*='#'], a[data-link]";
const KEPT = ["href", "lang", "dir", "value", "datetime"];

/** @typedef {{text: string, href: string}} Entry what stands below, and where it leads */

/** @param {string | null | undefined} text */
const line = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** How much of an element is marked, in letters. @param {Range} range @param {Element} element */
function marked(range, element) {
  if (!range.intersectsNode(element)) return 0;
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return line(part.toString()).length;
}

/** Whether so much of it is marked that it is quoted. @param {Range} range @param {Element} element */
const quoted = (range, element) => marked(range, element) >= Math.min(ENOUGH, line(element.textContent).length || 1);

/** A document that a number stands for: who and when, title, place, address, and to whom it leads back. @param {Element} link */
function note(link) {
  const named = document.getElementById((link.getAttribute("href") ?? "").slice(1));
  const item = named?.closest("ol.tl-notes > li");
  if (!item) return null;
  const steps = [...item.querySelectorAll(".tl-steps > li > a:first-child")].map((step) => line(step.textContent));
  const [first, last] = [steps[0] ?? line(item.querySelector(".tl-soft")?.textContent), steps.length > 1 ? steps[steps.length - 1] : ""];
  const places = (link.getAttribute("data-places") ?? "").split(" ").map((id) => id && line(document.getElementById(id)?.textContent));
  const title = item.querySelector("cite");
  const out = item.querySelector("a.tl-out, a[data-address]");
  const href = out?.getAttribute("data-address") ?? (out ?? item.querySelector("a"))?.getAttribute("href") ?? "";
  const said = [first, title && `“${line(title.textContent)}”`, ...places.filter(Boolean)].filter(Boolean).join(", ");
  return { text: said + (last ? ` ← ${last}` : ""), href: new URL(href, location.href).href };
}

/** What a link to a claim brings: the documents, where they stand beside it or below the text. @param {HTMLAnchorElement} link */
function led(link) {
  const listed = document.querySelector(`.tl-linked li[value="${link.dataset.link}"]`);
  const beside = [...(link.closest(".tl-side")?.querySelectorAll(".tl-behind-documents a") ?? [])];
  const words = listed ? line(listed.firstChild?.textContent) : beside.map((source) => line(source.textContent)).join("; ");
  return { text: words.replace(/\.$/, ""), href: link.href };
}

/** What is marked, with numbers in brackets and the sources that they stand for; nothing where it quotes nothing.
 * @param {Selection} selection */
function quotation(selection) {
  const box = document.createElement("div");
  /** @type {Map<string, Entry>} */
  const sources = new Map();
  const claims = new Set();
  /** @param {string} number @param {Entry | null} entry */
  const cites = (number, entry) => entry && sources.set(number, entry);
  for (let n = 0; n < selection.rangeCount; n++) {
    const range = selection.getRangeAt(n);
    const piece = document.createElement("div");
    piece.append(range.cloneContents());
    const whole = range.commonAncestorContainer;
    const within = (whole instanceof Element ? whole : whole.parentElement)?.closest(".tl-claim");
    for (const claim of document.querySelectorAll(".tl-claim")) {
      const text = claim.querySelector(".tl-claim-text");
      if (!text || claim.closest("[hidden]") || !quoted(range, text)) continue;
      claims.add(claim.id);
      const copy = claim === within ? piece : [...piece.querySelectorAll(".tl-claim")].find(({ id }) => id === claim.id);
      if (copy && !copy.querySelector(NOTE)) copy.append(...[...claim.querySelectorAll(".tl-refs")].map((refs) => refs.cloneNode(true)));
    }
    const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(LED)].filter((link) => !link.closest("[hidden]") && quoted(range, link)));
    const copies = [...piece.querySelectorAll(LED)];
    links.forEach((link, at) => {
      const number = link.dataset.link ?? String(sources.size + 1);
      const sign = document.createTextNode(` [${number}]`);
      if (copies.length === links.length) copies[at].after(sign);
      else piece.append(sign);
      cites(number, led(link));
    });
    for (const shut of piece.querySelectorAll("details:not([open]):not(.tl-more-refs), .tl-extra, .tl-word, .tl-more-refs > summary, [hidden]")) shut.remove();
    for (const fold of piece.querySelectorAll(".tl-more-refs")) fold.replaceWith(...fold.childNodes);
    for (const mark of piece.querySelectorAll(NOTE)) {
      const number = line(mark.textContent);
      cites(number, note(mark));
      mark.textContent = `[${number}]`;
    }
    for (const part of piece.querySelectorAll("*")) {
      if (part instanceof HTMLAnchorElement) part.setAttribute("href", part.href);
      for (const { name } of [...part.attributes]) if (!KEPT.includes(name)) part.removeAttribute(name);
    }
    box.append(piece);
  }
  return sources.size ? { box, sources, claim: claims.size === 1 ? [...claims][0] : "" } : null;
}

/** As it is seen, line by line. @param {HTMLElement} box */
function plain(box) {
  box.style.cssText = "position: fixed; top: 0; opacity: 0; white-space: normal";
  document.body.append(box);
  const text = box.innerText;
  box.remove();
  box.removeAttribute("style");
  return text.replace(/\n{2,}/g, "\n").trim();
}

/** @param {string} tag @param {string} text @param {string} [href] */
function put(tag, text, href) {
  const made = document.createElement(tag);
  made.textContent = text;
  if (href) made.setAttribute("href", href);
  return made;
}

document.addEventListener("copy", (event) => {
  const [selection, target] = [getSelection(), event.target];
  if (!selection || selection.isCollapsed || !event.clipboardData || event.defaultPrevented) return;
  if (target instanceof Element && target.closest("input, textarea, pre, .tl-copies")) return;
  const found = quotation(selection);
  if (!found) return;
  const { box, sources, claim } = found;
  const page = location.origin + location.pathname + location.search + (claim ? `#${claim}` : "");
  const rows = [...sources].sort(([one], [other]) => Number(one) - Number(other));
  const list = rows.map(([number, { text, href }]) => `[${number}] ${text ? `${text}, ` : ""}${href}`);
  event.clipboardData.setData("text/plain", [plain(box), "", ...list, "", document.title, page].join("\n"));
  for (const [number, { text, href }] of rows) {
    const row = put("p", `[${number}] ${text ? `${text}, ` : ""}`);
    row.append(put("a", href, href));
    box.append(row);
  }
  const foot = put("p", "");
  foot.append(put("a", document.title, page));
  box.append(foot);
  event.clipboardData.setData("text/html", box.innerHTML);
  event.preventDefault();
});
