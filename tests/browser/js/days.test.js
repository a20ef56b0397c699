import assert from "node:assert/strict";
import { test } from "node:test";
import { day, inWords, iso, parse, read, split } from "../../../timeline/browser/js/modules/days.js";
import { names } from "./record.js";

const reach = (text) => {
  const found = read(text, names);
  return found && [found.start && iso(found.start.first), found.end && iso(found.end.last)];
};

test("a month reaches from its first day to its last", () => {
  for (const text of ["aug 2025", "August 2025", "2025-08", "aug. 2025"]) assert.deepEqual(reach(text), ["2025-08-01", "2025-08-31"]);
});

test("quarters, seasons and decades are stretches of months and years", () => {
  assert.deepEqual(reach("q2 2025"), ["2025-04-01", "2025-06-30"]);
  assert.deepEqual(reach("2025 Q2"), ["2025-04-01", "2025-06-30"]);
  assert.deepEqual(reach("winter 2024"), ["2024-12-01", "2025-02-28"]);
  assert.deepEqual(reach("1920s"), ["1920-01-01", "1929-12-31"]);
});

test("a stretch takes its year from its end", () => {
  assert.deepEqual(reach("april to june 2025"), ["2025-04-01", "2025-06-30"]);
  assert.deepEqual(reach("3 may - 5 may 2025"), ["2025-05-03", "2025-05-05"]);
});

test("a stretch without an end is open there", () => {
  assert.deepEqual(reach("since may 2025"), ["2025-05-01", null]);
  assert.deepEqual(reach("until 2024"), [null, "2024-12-31"]);
});

test("what is no day is no date", () => {
  for (const text of ["2025-02-30", "32 may 2025", "H20", "-0000", "2025-13", "june to may 2025", ""]) assert.equal(read(text, names), null, text);
});

test("the words beside a date are kept, in their order", () => {
  const { words, date } = split("export aug 2025 rule", names, [2020, 2026]);
  assert.equal(words, "export rule");
  assert.equal(date?.text, "2025-08");
});

test("a number outside the years of the record is a word", () => {
  assert.deepEqual(split("model 1999 chips", names, [2020, 2026]), { words: "model 1999 chips", date: null });
});

test("days are counted as Python counts them", () => {
  assert.equal(day("0001-01-01"), 1);
  assert.equal(day("1970-01-01"), 719163);
  assert.equal(iso(739000), "2024-04-24");
});

test("a stretch within a year names the year once", () => {
  const said = (text) => inWords(parse(text)?.start ?? null, parse(text)?.end ?? null, names);
  assert.equal(said("2025-04/2025-06"), "April to June 2025");
  assert.equal(said("2025-05-03/2025-05-05"), "3 to 5 May 2025");
  assert.equal(said("2024-12/2025-02"), "December 2024 to February 2025");
  assert.equal(said("2025-05/.."), "since May 2025");
  assert.equal(said("2025-33"), "first quarter 2025");
});
