import assert from "node:assert/strict";
import { test } from "node:test";
import { gist } from "../../../timeline/browser/js/modules/wording.js";

test("a list shows whole sentences and cuts none, as the build does", () => {
  const long = `It was ${"very ".repeat(40)}old`;
  assert.equal(gist("It opened. It closed."), "It opened. It closed.");
  assert.equal(gist(`${long}. It fell.`), `${long}.`);
  assert.equal(gist(long), long);
  assert.equal(gist(`A U.S. rule${" of old".repeat(20)}. It fell.`), `A U.S. rule${" of old".repeat(20)}.`);
  assert.equal(gist(`中文。${"很长".repeat(60)}。`), "中文。");
});
