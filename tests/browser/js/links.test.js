import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../../timeline/browser/js/modules/days.js";
import { Links } from "../../../timeline/browser/js/modules/links.js";
import { count, figure, filled } from "../../../timeline/browser/js/modules/wording.js";
import { addresses } from "./record.js";

test("a link leads where the build says", () => {
  const links = new Links(addresses, "/record/");
  assert.equal(links.to("event", "opening"), "/record/events/opening/");
  assert.equal(links.to("claim", "opening", "claim-2"), "/record/events/opening/#claim-2");
});

test("the day goes along to pages that follow one, before the place on the page", () => {
  const links = new Links(addresses, "/", day("2025-02-01"));
  assert.equal(links.to("claim", "opening", "rope"), "/events/opening/?as-of=2025-02-01#rope");
  assert.equal(links.to("track", "crossing"), "/tracks/?as-of=2025-02-01#_crossing");
  assert.equal(links.to("topic", "bridge"), "/topics/bridge/");
});

test("numbers are grouped as the language of the page has it, and a name is put in as it is", () => {
  const page = { documentElement: { lang: "de" } };
  Object.assign(globalThis, { document: page });
  assert.equal(figure(1234567), "1.234.567");
  page.documentElement.lang = "";
  assert.equal(figure(1234567), "1,234,567");
  assert.equal(count(["⟦n⟧ claim", "⟦n⟧ claims"], 1), "1 claim");
  assert.equal(filled("⟦n⟧ of ⟦all⟧ ⟦other⟧", { n: "$&", all: "9" }), "$& of 9 ⟦other⟧");
});
