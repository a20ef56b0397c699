import assert from "node:assert/strict";
import { test } from "node:test";
import { begins, excerpt, fold, Hay, marked, simple, words } from "../../../timeline/browser/js/modules/match.js";
import { Concordance } from "../../../timeline/browser/js/modules/concordance.js";

test("words are found without case, accents and typographic signs", () => {
  assert.equal(fold("Straße – naïve “Café”"), 'strasse - naive "cafe"');
  assert.deepEqual(words("  H20 – Export… & "), ["h20", "export…"].map(fold));
});

test("a word is found where one of the text begins with it", () => {
  assert.equal(begins("the smuggling of chips", "smug"), 4);
  assert.equal(begins("the smuggling of chips", "ling"), -1);
  assert.equal(begins("中文字", "文"), 1);
});

test("signs in a word ask for the text, plain words for the index", () => {
  assert.deepEqual(["h20", "3.5", "v4-pro", "中"].map(simple), [true, false, false, false]);
});

test("what is marked is escaped, and nothing twice", () => {
  assert.equal(marked("A <b> & Bridge", ["bridge", "bri"]), "A &#60;b&#62; &#38; <mark>Bridge</mark>");
  assert.equal(marked("Ｈ２０ chips", ["h20"]), "<mark>Ｈ２０</mark> chips");
});

test("a long text is cut around what was found", () => {
  const text = `${"word ".repeat(40)}needle ${"tail ".repeat(60)}`;
  const cut = excerpt(text, ["needle"]);
  assert.ok(cut.startsWith("… word") && cut.endsWith(" …") && cut.includes("<mark>needle</mark>"));
  assert.ok(cut.length < 220);
});

test("many texts are searched line by line", () => {
  const hay = new Hay("the bridge\nof Rhein\nabridged", {}, false);
  assert.deepEqual([...hay.find("bridge")], [1, 0, 0]);
  assert.deepEqual([...hay.find("r")], [0, 1, 0]);
  assert.equal(hay.size, 3);
});

test("the index finds beginnings of words, with places in one digit or several", () => {
  const index = new Concordance(["a", "m"], 200);
  index.take(0, "bridge AB\nbrink gG");
  assert.deepEqual(index.missing(["bri", "mayor"]), [1]);
  const found = index.find("bri");
  assert.deepEqual([...found.keys()].filter((place) => found[place]), [0, 1, 192]);
});
