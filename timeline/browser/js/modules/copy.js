// @ts-check
/**
 * A citation is copied with the click that shows it. Without this script it is shown, to be marked by hand.
 *
 * @module
 */
const { copied = "", not = "" } = /** @type {HTMLElement | null} */ (document.querySelector("[data-copied]"))?.dataset ?? {};

/** Says aloud what was done. */
const voice = document.createElement("p");
voice.className = "tl-word";
voice.setAttribute("role", "status");

/** @param {Element} fold */
function attend(fold) {
  const head = fold.querySelector("summary");
  const text = fold.querySelector(".tl-copies");
  if (!(fold instanceof HTMLDetailsElement) || !head || !text || head.dataset.attended !== undefined) return;
  head.dataset.attended = "";
  const words = head.dataset.copy ?? "";
  if (text.localName === "p" && !text.textContent?.includes("://")) text.append(` ${address(fold.closest(".tl-claim"))}`);
  head.textContent = words;
  head.addEventListener("click", async () => {
    if (fold.open) return; // it is about to be closed
    voice.textContent = "";
    head.textContent = voice.textContent = (await taken(text)) ? copied : not;
  });
  fold.addEventListener("toggle", () => {
    if (!fold.open) head.textContent = words;
  });
}

/** A link to a claim is followed and taken along with one click. @param {Element} link */
function linked(link) {
  if (!(link instanceof HTMLAnchorElement) || link.dataset.attended !== undefined) return;
  link.dataset.attended = "";
  link.addEventListener("click", async ({ metaKey, ctrlKey, shiftKey, altKey }) => {
    if (metaKey || ctrlKey || shiftKey || altKey) return;
    voice.textContent = "";
    try {
      await navigator.clipboard.writeText(link.href);
      voice.textContent = link.dataset.taken ?? "";
      link.dataset.done = "";
      setTimeout(() => delete link.dataset.done, 2000);
    } catch {
      // it stands in the address of the page all the same
    }
  });
}

const all = () => {
  document.querySelector(".tl-page")?.append(voice);
  document.querySelectorAll(".tl-copy").forEach(attend);
  document.querySelectorAll(".tl-claim-link").forEach(linked);
};
all();
document.addEventListener("timeline:laid", all); // a page of an earlier day

/** Where a claim is read, or the page: a site that does not know its own address leaves that to its reader. @param {Element | null} claim */
function address(claim) {
  return location.origin + location.pathname + (claim ? `#${claim.id}` : "");
}

/** Whether a text came to the clipboard; if not, it is marked. @param {Element} text */
async function taken(text) {
  try {
    await navigator.clipboard.writeText(text.textContent?.trim() ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return false;
  }
}
