import assert from "node:assert/strict";
import { test } from "node:test";
import { asOf, read, write } from "../../../timeline/browser/js/modules/address.js";
import { day } from "../../../timeline/browser/js/modules/days.js";
import { everything, looser, narrows } from "../../../timeline/browser/js/modules/question.js";
import { filtered, others, saying } from "../../../timeline/browser/js/modules/filtering.js";
import { sentence } from "../../../timeline/browser/js/modules/sentence.js";
import { idsOf, record, columns as data } from "./record.js";

const answered = (search) => {
  const events = record();
  const question = read(search, data);
  return idsOf(events, filtered(events, question, saying(events, question)));
};

test("a question comes back from its address", () => {
  const search = "?q=mayor&topic=bridge&topic=flood&kind=report&from=2025-01&key=true&as-of=2025-02-01&order=newest";
  assert.equal(write(read(search, data)), search);
});

test("an address asks only for what is known, and by former names too", () => {
  const question = read("?topic=crossing,nothing&kind=poem&order=sideways&from=soon", data);
  assert.deepEqual(question.chosen.topic, ["bridge"]);
  assert.deepEqual(question.chosen.kind, []);
  assert.equal(question.from, null);
  assert.equal(write(question), "?topic=bridge");
});

test("a day on which all was known is no earlier day", () => {
  assert.equal(asOf("?as-of=2025-06-30", data), null);
  assert.equal(asOf("?as-of=2025-02-30", data), null);
  assert.equal(asOf("?as-of=2025-02-01", data), day("2025-02-01"));
});

test("nothing asked leaves nothing out", () => {
  assert.equal(narrows(everything()), false);
  assert.deepEqual(answered(""), ["opening", "naming", "flood"]);
  assert.deepEqual(answered("?order=newest"), ["flood", "naming", "opening"]);
});

test("any value of a facet fits, and every facet has to", () => {
  assert.deepEqual(answered("?topic=bridge&topic=flood"), ["opening", "naming", "flood"]);
  assert.deepEqual(answered("?topic=bridge&kind=report"), ["naming"]);
  assert.deepEqual(answered("?status=disputed"), ["flood"]);
  assert.deepEqual(answered("?source-kind=primary"), ["opening", "naming"]);
});

test("a month is in every stretch that touches it", () => {
  assert.deepEqual(answered("?from=2025-01-20&to=2025-02-28"), ["naming"]);
  assert.deepEqual(answered("?to=2025-01-10"), ["opening", "naming"]);
});

test("words are looked for in titles, topics and actors", () => {
  assert.deepEqual(answered("?q=mayor"), ["naming"]);
  assert.deepEqual(answered("?q=counc"), ["opening"]);
  assert.deepEqual(answered("?q=flood"), ["flood"]);
  assert.deepEqual(answered("?q=bridge+flood"), []);
});

test("on an earlier day only what was known then is there, as it stood then", () => {
  assert.deepEqual(answered("?as-of=2025-01-31"), ["opening"]);
  assert.deepEqual(answered("?as-of=2025-01-31&status=confirmed"), []);
  assert.deepEqual(answered("?as-of=2025-02-01&status=confirmed"), ["opening", "naming"]);
  assert.deepEqual(answered("?as-of=2025-01-09"), []);
});

test("a count says what a value would give beside the others that are chosen", () => {
  const events = record();
  const answer = filtered(events, read("?topic=bridge&kind=report", data), null);
  assert.deepEqual([...answer.counts.topic], [1, 0]);
  assert.deepEqual([...answer.counts.kind], [1, 1]);
});

test("a year counts what a question finds in it, whatever stretch of time is asked for", () => {
  const events = record();
  const years = (search) => [...filtered(events, read(search, data), null).years];
  assert.deepEqual(events.calendar.map(({ text }) => text), ["2025"]);
  assert.deepEqual(years(""), [3]);
  assert.deepEqual(years("?topic=bridge&from=2025-03"), [2]);
  assert.deepEqual(years("?topic=bridge&from=2031"), [2]);
  assert.deepEqual(years("?as-of=2025-01-31"), [1]);
});

test("forecasts and tracks stand as they did on the day", () => {
  const events = record();
  assert.deepEqual(others(events, day("2025-01-15") ?? 0).expectations, []);
  assert.deepEqual(others(events, day("2025-01-15") ?? 0).tracks.map(({ state }) => state), [["open", "open"]]);
  assert.deepEqual(others(events, day("2025-04-01") ?? 0).tracks.map(({ state }) => state), [null]);
});

test("each condition can be dropped by itself", () => {
  const question = read("?q=mayor&topic=bridge&from=2025&disputed=true&as-of=2025-02-01", data);
  const dropped = Object.fromEntries(looser(question).map(([name, less]) => [name, write(less)]));
  assert.deepEqual(Object.keys(dropped), ["q", "dates", "topic", "disputed", "as-of"]);
  assert.equal(dropped.topic, "?q=mayor&from=2025&disputed=true&as-of=2025-02-01");
});

test("a sentence says what is shown in the words of the build", () => {
  const events = record();
  Object.assign(events.words, { events: ["⟦n⟧ event", "⟦n⟧ events"], shown: "⟦n⟧ of ⟦all⟧", about: "about ⟦x⟧", newest: "newest first" });
  assert.equal(sentence(events, read("?topic=flood&order=newest", data), 1), "1 of 3 events, about The Flood, newest first");
});

test("the days of change around a day are those before and after it", () => {
  const events = record();
  const on = (text) => Object.values(events.around(day(text) ?? 0));
  assert.deepEqual(on("2025-02-01"), [day("2025-01-10"), day("2025-03-20")]);
  assert.deepEqual(on("2025-01-01"), [undefined, day("2025-01-10")]);
});
