// @ts-check
/**
 * What is shown at once is said once: not with each letter that is typed, and only when it is another than before.
 */

const REST = 600; // milliseconds without a change

/** @param {Node} shown what changes with each letter @param {Element | null} aloud a region that is read when it changes */
export function speaks(shown, aloud) {
  if (!aloud) return;
  let timer = 0;
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (aloud.textContent !== shown.textContent) aloud.textContent = shown.textContent;
    }, REST);
  }).observe(shown, { childList: true, characterData: true, subtree: true });
}
