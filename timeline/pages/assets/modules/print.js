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

/** Notes that are still asked for, in the order in which they are. @param {Element[]} shown */
function renumber(shown) {
  const list = document.querySelector(".tp-notes ol");
  const notes = new Map([...list.children].map((note) => [`#${note.id}`, note]));
  const order = [];
  for (const link of shown.flatMap((event) => [...event.querySelectorAll(".tp-refs a")])) {
    const target = link.hash;
    if (!order.includes(target)) order.push(target);
  }
  for (const note of notes.values()) note.hidden = true;
  for (const target of order) {
    const note = notes.get(target);
    note.hidden = false;
    list.append(note);
  }
}
