// @ts-check
/**
 * What a page does when a script, or what it looks up, does not come: it is again what the build made, without the
 * controls that nobody serves, and says so in one sentence where they stood.
 *
 * Every page loads it before any other script of ours, with the words of the site's language in it
 * (`timeline.browser.fallback`), from an address that stays the same from one build to the next. Others speak to it as
 * `window.timeline`. What a page does when this script does not come is in `inline/missing.js`.
 */
(() => {
  const told = /** @type {Record<string, string>} */ ({});
  const OURS = /^(.*\/assets\/timeline\/)(?:([0-9a-f]+)\/)?(?:\w+\/)?(\w+)\.js$/;
  const ASKS = ["q", "topic", "actor", "kind", "status", "course", "source-kind", "place", "from", "to", "key", "disputed", "as-of", "order"];
  const MARKS = '.tl-event a[href^="#_note-"], .tl-event [data-note]';
  const PATIENCE = 5000; // of somebody who has chosen a number and sees nothing happen
  /** What failed. @type {Set<string>} */
  const failed = new Set();
  /** The page as the build made it, by the part that is going to change it. @type {Map<string, Node>} */
  const kept = new Map();
  /** @type {HTMLElement | null} */
  let said = null;
  let [root, stamp] = ["", ""];

  const page = () => document.querySelector(".tl-page, .tp main") ?? document.querySelector("main, [role=main]") ?? document.body;

  /** Which part answers what the address asks, if it asks anything. */
  function asked() {
    const given = [...new URLSearchParams(location.search).keys()];
    const list = document.querySelector("form[data-list]");
    if (list && given.some((name) => name === "q" || list.querySelector(`[name="${CSS.escape(name)}"]`))) return "list_filter";
    if (document.querySelector("form[data-script=timeline]")) return given.some((name) => ASKS.includes(name)) ? "timeline" : "";
    if (document.querySelector(".tp[data-total]")) return given.some((name) => ASKS.includes(name)) || location.hash.startsWith("#ids=") ? "print" : "";
    return given.includes("as-of") && document.querySelector("[data-follows]") ? "as_of" : "";
  }

  /** One sentence, where the controls of a part stand or at the head of the page. @param {string} text @param {boolean} again
   * @param {string} [part] */
  function say(text, again, part) {
    const made = document.createElement("p");
    made.className = "tl-fails";
    made.setAttribute("role", "status");
    made.append(text);
    if (again && location.protocol !== "file:") {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = told.again ?? "";
      button.addEventListener("click", () => location.reload());
      made.append(" ", button);
    }
    const controls = part && document.querySelector(`.tl-page [data-script="${part}"]`);
    const dialog = part === "search" && document.querySelector("dialog[open]");
    if (dialog) {
      for (const each of dialog.querySelectorAll("input, [role=listbox], [role=status]")) each.remove();
      dialog.append(made);
      return made;
    }
    if (said?.isConnected) said.replaceWith(made);
    else if (controls) controls.before(made);
    else page().prepend(made);
    return (said = made);
  }

  /** What it is that did not come, in told. @param {boolean} older */
  function reason(older) {
    const first = location.protocol === "file:" ? told.folder : older ? told.older : told.missing;
    return [first, asked() ? told.asked : ""].filter(Boolean).join(" ");
  }

  /** A part of the page cannot do its work: all its controls go. @param {string} part @param {{older?: boolean} | null} [why] */
  function fails(part, why) {
    if (failed.has(part)) return;
    failed.add(part);
    document.documentElement.dataset.failed = [...failed].join(" ");
    const whole = kept.get(part);
    if (whole) page().replaceWith(whole);
    for (const each of document.querySelectorAll(part === "start" ? "[data-script]" : `[data-script="${part}"]`)) each.setAttribute("hidden", "");
    if (chosen && (part === "start" || part === "notes")) leads();
    if (part !== "search" && !why?.older && said?.isConnected && failed.size > 1) return;
    say(reason(Boolean(why?.older)), true, part === "start" ? "timeline" : part);
    if (!why?.older && location.protocol !== "file:") void outdated().then((older) => older && say(reason(true), true, part));
  }

  /** Whether the site has become another one since this page was made. */
  async function outdated() {
    try {
      const now = await fetch(`${root}version.txt`, { cache: "no-store" });
      return now.ok && Boolean(stamp) && (await now.text()).trim() !== stamp;
    } catch {
      return false;
    }
  }

  /** What the address asked for is shown. @param {string} part */
  function answers(part) {
    if (part === asked() && !failed.size) said?.remove();
    waits = false;
  }

  /** A number that is chosen before the script of notes is there waits for it; should that not come, it leads to its note.
   * @type {Element | null} */
  let chosen = null;
  let waits = true;

  function leads() {
    const mark = chosen;
    chosen = null;
    if (mark) location.hash = mark.getAttribute("href") ?? `#_note-${mark.getAttribute("data-note")}`;
  }

  /** @param {MouseEvent} event */
  function keeps(event) {
    const mark = event.target instanceof Element && event.target.closest(MARKS);
    if (!mark || failed.has("start") || failed.has("notes") || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!chosen) setTimeout(leads, PATIENCE);
    chosen = mark;
  }
  addEventListener("click", keeps);

  Object.assign(window, {
    timeline: {
      fails,
      answers,
      /** The page of today is kept for the case that a part which changes it fails. @param {string} part */
      keeps: (part) => kept.set(part, page().cloneNode(true)),
      /** The script of notes is there: what was chosen before. */
      notes() {
        const mark = chosen;
        chosen = null;
        removeEventListener("click", keeps);
        return { marks: MARKS, mark };
      },
    },
  });

  /** Scripts of ours that a page itself loads, whether they come and whether they get to their end. */
  /** @param {string} address @param {boolean} came */
  function heard(address, came) {
    const found = OURS.exec(address);
    if (!found || !["start", "charts", "print"].includes(found[3])) return;
    [root, stamp] = [found[1], found[2] ?? stamp];
    if (!came || (found[3] === "start" && document.documentElement.dataset.scripts === undefined)) fails(found[3]);
  }
  for (const sign of ["error", "load"]) {
    document.addEventListener(sign, ({ target }) => target instanceof HTMLScriptElement && heard(target.src, sign === "load"), true);
  }
  addEventListener("error", (event) => event instanceof ErrorEvent && heard(event.filename, false));
  for (const address of /** @type {any} */ (window).timelineEarly ?? []) heard(address, false); // Firefox tells of a failure at once
  if (asked()) setTimeout(() => waits && !failed.size && say(told.waiting ?? "", false, asked()), 800); // its script may be long in coming
})();
