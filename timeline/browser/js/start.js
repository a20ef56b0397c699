// @ts-check
/**
 * The only script that every page loads: it fetches what the page has a place for, and the rest when a reader asks for it.
 */
const base = new URL("./", import.meta.url).href;
const root = new URL("../../../", base).href;
const { answers, fails, keeps, notes } = /** @type {any} */ (window).timeline; // `fallback/fallback.js`

/** A part that cannot do its work takes its controls along. @param {string} part @param {Promise<unknown>} promise */
function comes(part, promise) {
  return promise.catch((error) => {
    fails(part, error);
    throw error;
  });
}

/** The controls of a part come into sight. @param {string} part */
function serves(part) {
  for (const each of document.querySelectorAll(`[data-script="${part}"]`)) each.setAttribute("data-ready", "");
}

/** @type {HTMLDialogElement | null} */
let dialog = null;

/** The box is there at once, so that no letter is lost; what it needs to find something comes after. @param {Event} event */
function opens(event) {
  event.preventDefault();
  const words = link?.textContent?.trim() ?? "";
  if (!dialog) {
    const made = document.createElement("dialog");
    made.className = "tl-dialog";
    made.innerHTML =
      '<form role="search"><input type="search" id="_search" dir="auto" role="combobox" aria-controls="_results" aria-expanded="false" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false">' +
      '<button type="button" class="tl-close">×</button></form><p class="tl-count"></p><p class="tl-word" role="status"></p><div id="_results" role="listbox"></div>';
    for (const part of [made, ...made.querySelectorAll("input, [role=listbox]")]) part.setAttribute("aria-label", words);
    const [close, state] = [made.querySelector("button"), made.querySelector("p")];
    if (state) state.textContent = link?.getAttribute("data-wait") ?? "";
    close?.setAttribute("aria-label", link?.getAttribute("data-close") ?? "");
    made.addEventListener("click", (event) => (event.target === made || event.target === close) && made.close());
    made.addEventListener("submit", (event) => {
      event.preventDefault(); // Enter is kept for the script that finds something
      made.dataset.entered = "";
    });
    document.body.append(made);
    dialog = made;
    comes("search", import("./modules/search_dialog.js").then(({ attach }) => attach(made, base, root)));
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

const link = document.querySelector(".tl-find");
if (link) {
  serves("search");
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", opens);
  link.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === " ") opens(event);
  });
}

addEventListener("keydown", (event) => {
  const target = /** @type {Element | null} */ (event.target);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || target?.closest("input, textarea, select, [contenteditable]")) return;
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector(".tl-controls input[name=q]"));
  if (box?.checkVisibility()) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (link && !link.hasAttribute("hidden")) opens(event);
});

/** All that the controls of the timeline are made of, so that nothing waits for a module to name the next. */
const MODULES = ["address", "banner", "list_links", "cards", "chips", "search_index", "days", "text_direction", "elements", "event_list", "event_columns", "data_files", "filter_panel", "filtering", "links", "text_match", "numbers", "question", "sentence", "text_shards", "matched_terms", "terms", "timeline", "timeline_banner", "wording", "years"];
const form = document.querySelector("form.tl-controls");
let awake = false;

/** Fetches the controls of the timeline, and what they look up, at once and only when somebody turns to them. */
function wakes() {
  if (awake || !(form instanceof HTMLFormElement)) return;
  awake = true;
  for (const name of MODULES) preload("modulepreload", `${base}modules/${name}.js`);
  for (const name of ["events", "files", "interface"]) preload("preload", `${base}${name}.json`);
  keeps("timeline");
  comes("timeline", import("./modules/timeline.js").then(({ start }) => start(form, base, root)));
}

/** @param {string} rel @param {string} href */
function preload(rel, href) {
  const made = document.createElement("link");
  Object.assign(made, { rel, href });
  if (rel === "preload") Object.assign(made, { as: "fetch", crossOrigin: "anonymous" });
  document.head.append(made);
}

/**
 * The theme's own script comes after everything else, for it reads and writes the whole page once; sooner when a
 * reader turns to the header, where its controls are.
 */
const theme = document.querySelector("script[data-theme]")?.getAttribute("data-theme");
let themed = !theme;

function dresses() {
  if (themed || !theme) return;
  themed = true;
  const made = document.createElement("script");
  made.src = theme;
  const waiting = postponed();
  made.addEventListener("load", () => {
    waiting().forEach((acts) => acts());
    const all = /** @type {any} */ (window);
    for (const [name, hears] of all.timelineLater ?? []) all[name]?.subscribe?.(hears); // who asked for the theme's news before
  });
  made.addEventListener("error", waiting);
  document.body.append(made);
}

/**
 * What would be done once the page has been read, which it has: whoever asks for that now is noted, and nobody else hears of
 * it. The function returned ends the noting and gives what was noted.
 */
function postponed() {
  /** @type {(() => void)[]} */
  const noted = [];
  /** @param {string} name @param {EventListenerOrEventListenerObject} listener @param {boolean | AddEventListenerOptions} [options] */
  document.addEventListener = (name, listener, options) => {
    if (name !== "DOMContentLoaded") return EventTarget.prototype.addEventListener.call(document, name, listener, options);
    const event = new Event(name);
    noted.push(() => (typeof listener === "function" ? listener.call(document, event) : listener.handleEvent(event)));
  };
  return () => {
    Reflect.deleteProperty(document, "addEventListener");
    return noted;
  };
}

/** On a first visit nobody has chosen colours: until the theme's script comes, they are those of the reader's system. */
if (theme && !(/** @type {any} */ (window).__md_get?.("__palette"))) {
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const choice = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${wanted})"]`);
  for (const { name, value } of choice?.attributes ?? []) {
    if (name.startsWith("data-md-color-") && name !== "data-md-color-media") document.body.setAttribute(name, value);
  }
}

/** An idle moment may come between the first frames, whose drawing the theme's script would hold up: not before a pause. */
const rests = () => setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(dresses, { timeout: 2000 }) : dresses()), 300);
if (document.readyState === "complete") rests();
else addEventListener("load", rests, { once: true });
for (const sign of ["pointerover", "focusin"]) document.querySelector("header")?.addEventListener(sign, dresses, { once: true });

/** The line of time, drawn on a sheet of its own, comes when it is unfolded. */
const fold = document.querySelector("details[data-sheet]");
if (fold instanceof HTMLDetailsElement) {
  const lays = () => comes("lazy_fold", import("./modules/lazy_fold.js").then(({ lay }) => lay(fold, base)));
  if (fold.open) lays();
  fold.addEventListener("toggle", lays, { once: true });
}

/** Where an address leads to something that is folded, it is unfolded: not every browser does so. */
function reveals() {
  const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  place.parentElement?.querySelector(":scope > h2 + .tl-cards > details:first-child")?.setAttribute("open", ""); // what is folded below the heading of a month
  let folds = place.closest("details:not([open])");
  if (!folds) return;
  for (; folds; folds = place.closest("details:not([open])")) folds.setAttribute("open", "");
  place.scrollIntoView();
}
reveals();
addEventListener("hashchange", reveals);
document.addEventListener("timeline:laid", reveals); // a page of an earlier day

/** A row that is pushed sideways shows all of what the keyboard has reached in it, of which browsers are content with a part. */
for (const row of document.querySelectorAll(".tl-years, .tl-chosen")) {
  const [list, here] = [row.querySelector("ul"), row.querySelector("[aria-current]")];
  if (list && here instanceof HTMLElement) list.scrollLeft = here.offsetLeft - list.offsetLeft - list.clientWidth / 2;
  row.addEventListener("focusin", (event) => event.target instanceof Element && event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));
}

/** Opens what is folded, but for controls and what is only there to be copied, and gives back what it has opened. */
function unfolds() {
  const folds = [...document.querySelectorAll(".tl-page details:not([open], form *, .tl-copy, .tc-fold, .tc-months)")];
  for (const fold of folds) fold.setAttribute("open", "");
  return folds;
}

/** All of a page is printed. */
addEventListener("beforeprint", () => {
  const folds = unfolds();
  addEventListener("afterprint", () => folds.forEach((fold) => fold.removeAttribute("open")), { once: true });
});

/** Somebody who has the browser look for words finds them in what is folded too; most browsers open it by themselves. */
if (!("onbeforematch" in document.body)) {
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "F3" || (key.toLowerCase() === "f" && (ctrlKey || metaKey))) unfolds();
  });
}

/** What is copied brings its sources, which has to be there before somebody copies. */
const quotes = () => void import("./modules/selection.js").catch(() => {});
if (document.querySelector(".tl-claim")) quotes();
else document.addEventListener("selectionchange", quotes, { once: true });
if (document.querySelector(".tl-copy")) comes("copy", import("./modules/copy.js"));
if (document.querySelector("form[data-list]")) comes("list_filter", import("./modules/list_filter.js").then(() => serves("list_filter")));
if (document.querySelector(".tl-event")) {
  comes("notes", import("./modules/notes.js").then(({ attend }) => {
    const { marks, mark } = notes();
    attend(marks, mark);
  }));
}

if (form instanceof HTMLFormElement) {
  serves("timeline");
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const sign of ["focusin", "pointerdown", "pointerenter"]) form.addEventListener(sign, wakes, { once: true });
  if (location.search) wakes();
  if (new URLSearchParams(location.search).has("as-of")) void import("./modules/as_of.js").then(({ show }) => show(base, root)).catch(() => {});
} else if (new URLSearchParams(location.search).has("as-of")) {
  keeps("as_of");
  comes("as_of", import("./modules/as_of.js").then(({ show }) => show(base, root)).then(() => answers("as_of")));
}

document.documentElement.dataset.scripts = ""; // all of this script was there
