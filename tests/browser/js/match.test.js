import assert from "node:assert/strict";
import { test } from "node:test";
import { Concordance } from "../../../timeline/browser/js/modules/search_index.js";
import { fold, holds } from "../../../timeline/browser/js/modules/text_match.js";
import { chunks, numbers } from "../../../timeline/browser/js/modules/numbers.js";
import { excerpt, marked, marksOf } from "../../../timeline/browser/js/modules/matched_terms.js";
import { terms } from "../../../timeline/browser/js/modules/terms.js";
import { meant, typo } from "../../../timeline/browser/js/modules/typos.js";
import { reading, record } from "./record.js";

const finds = (...ways) => marksOf([{ typed: "x", ways, figure: "" }]);

test("words are found without case, accents and typographic signs", () => {
  assert.equal(fold("Straße – naïve “Café”"), 'strasse - naive "cafe"');
});

test("a token stands in a text as a word, begins one, or stands anywhere in a script without spaces", () => {
  assert.deepEqual(["smuggling", "smug*", "ling", "smug"].map((token) => holds("the smuggling of chips", token)), [true, true, false, false]);
  assert.ok(holds("中文字", "文字") && holds("训练r2失败", "r2"));
});

test("what is marked is escaped, and nothing twice", () => {
  assert.equal(marked("A <b> & Bridge", finds("bridge", "bri*")), "A &#60;b&#62; &#38; <mark>Bridge</mark>");
  assert.equal(marked("Ｈ２０ chips, H200", finds("h20")), "<mark>Ｈ２０</mark> chips, H200");
  assert.equal(marked("a Super Micro server", finds("super+micro")), "a <mark>Super Micro</mark> server");
  assert.equal(marked("nothing", []), "nothing");
});

test("a number that is written in another way is marked where its figure stands", () => {
  assert.equal(marked("some 50,000 of them", marksOf([{ typed: "50k", ways: ["#50000"], figure: "50000" }])), "some <mark>50,000</mark> of them");
});

test("a long text is cut around what was found", () => {
  const text = `${"word ".repeat(40)}needle ${"tail ".repeat(60)}`;
  const cut = excerpt(text, finds("needle"));
  assert.ok(cut.startsWith("… word") && cut.endsWith(" …") && cut.includes("<mark>needle</mark>"));
  assert.ok(cut.length < 220);
});

test("the index finds beginnings of words, with places in one digit or several, and says what it has not got", () => {
  const index = new Concordance(["a", "m"], 200);
  index.take(0, "bridge AB\nbrink gG");
  const found = index.find("bri*");
  assert.deepEqual([...found.keys()].filter((place) => found[place]), [0, 1, 192]);
  assert.deepEqual([...index.wanted], []);
  assert.equal(index.has("mayor"), false);
  assert.deepEqual([...index.wanted], [1]);
});

test("numbers in words and figures have one value", () => {
  const value = (text) => numbers(chunks(text), reading).map((number) => number.value);
  assert.deepEqual(["5.5bn", "5,5 bn", "$5.5 bn.", "5500 million", "5,500,000,000"].map(value).flat(), Array(5).fill("5500000000"));
  assert.deepEqual(value("two hundred, and a million"), ["200", "1000000"]);
  assert.deepEqual(value("constructor of h20"), []);
});

test("a word that stands in no text is looked for by its ways, its other endings, or in two", () => {
  const { index } = record();
  const ways = (q) => terms(q, index, reading).map((term) => term.ways);
  assert.deepEqual(ways("the names"), [["names*", "named"]]);
  assert.deepEqual(ways("bridges"), [["bridge"]]);
  assert.deepEqual(ways("mayorcouncil"), [["mayor+council"]]);
  assert.deepEqual(ways("2 dollars"), [["#2", "2*"]]);
});

test("one slip of the keyboard leads to the word that was meant, the more frequent first", () => {
  assert.ok(typo("brigde", "bridge") && typo("bridg", "bridge") && typo("bbridge", "bridge") && typo("bridqe", "bridge"));
  assert.ok(!typo("bridge", "bridge") && !typo("brdiges", "bridge") && !typo("brid", "bridge"));
  assert.deepEqual(meant("flod", [["flood", 2], ["flow", 1], ["bridge", 9]]), ["flood", "flow"]);
  assert.deepEqual(meant("brig", [["bridge", 9]]), ["bridge"]);
});
