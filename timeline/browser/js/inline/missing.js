// @ts-check
/**
 * What stands in the head of every page itself: what to say when the script that says what is missing does not come.
 *
 * It keeps the scripts that fail before that one is there, and says so where that one is long in coming. Without it none
 * of the others begins, and the page reads as without script.
 */
(() => {
  const { missing = "", waiting = "" } = document.currentScript?.dataset ?? {};
  const all = /** @type {any} */ (window);
  /** @type {string[]} */
  const early = (all.timelineEarly = []);
  /** @type {HTMLElement | undefined} */
  let said;

  /** @param {string} text */
  function say(text) {
    said ??= document.createElement("p");
    said.className = "tl-fails";
    said.setAttribute("role", "status");
    said.textContent = text;
    (document.querySelector(".tl-page, .tp main") ?? document.querySelector("main, [role=main]") ?? document.body).prepend(said);
  }

  function fails() {
    document.documentElement.dataset.failed = "start";
    say(missing);
  }

  for (const sign of ["error", "load"]) {
    document.addEventListener(sign, ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) return;
      if (!/\/timeline\/fallback-[\w-]+\.js$/.test(target.src)) return void (sign === "error" && !all.timeline && early.push(target.src));
      if (all.timeline) said?.remove();
      else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", fails);
      else fails();
    }, true);
  }
  const asks = () => location.search && document.querySelector("form[data-list], form[data-script=timeline], .tp[data-total], [data-follows]");
  document.addEventListener("readystatechange", () => setTimeout(() => all.timeline || said || (asks() && say(waiting)), 800), { once: true });
})();
