/* The present selection on paper: `print/?ids=one,two` keeps these events and their notes, numbered anew.
   A selection too long for an address waits in the session under `timeline:print`, and `?ids=stored` asks for it. */

const asked = new URLSearchParams(location.search).get("ids");
const ids = asked === "stored" ? sessionStorage.getItem("timeline:print") : asked;

if (ids) keep(new Set(ids.split(",")));

/** @param {Set<string>} wanted */
function keep(wanted) {
  const events = [...document.querySelectorAll(".tp-event")];
  for (const event of events) event.hidden = !wanted.has(event.dataset.id);
  for (const month of document.querySelectorAll(".tp-month")) month.hidden = !month.querySelector(".tp-event:not([hidden])");
  for (const mark of document.querySelectorAll("a.tc-event")) mark.classList.toggle("tc-out", !wanted.has(mark.dataset.id));
  const shown = events.filter((event) => !event.hidden);
  document.querySelector(".tp-words").textContent = `${shown.length} / ${events.length}`;
  renumber(shown);
}

/** Notes that are still asked for, in the order in which they are; those that a note repeats come after them.
    @param {Element[]} shown */
function renumber(shown) {
  const list = document.querySelector(".tp-notes ol");
  const notes = new Map([...list.children].map((note) => [note.id.replace("note-", ""), note]));
  const numbers = new Map();
  const number = (old) => {
    if (!numbers.has(old)) numbers.set(old, numbers.size + 1);
    return numbers.get(old);
  };
  for (const place of shown.flatMap((event) => [...event.querySelectorAll("[data-note]")])) place.textContent = number(place.dataset.note);
  for (const note of notes.values()) note.hidden = true;
  for (const [old] of numbers) {
    const note = notes.get(old);
    for (const place of note.querySelectorAll("[data-note]")) place.textContent = number(place.dataset.note);
    note.hidden = false;
    note.value = numbers.get(old);
    list.append(note);
  }
}
