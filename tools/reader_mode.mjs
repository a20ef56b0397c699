// Reads pages by Mozilla's Readability, as Firefox's reading mode does, and says which text it keeps of each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const load = createRequire(join(process.argv[2], "index.js"));
const { Readability } = load("@mozilla/readability");
const { parseHTML } = load("linkedom");

const kept = {};
for (const [address, html] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  kept[address] = new Readability(parseHTML(html).document).parse()?.textContent ?? "";
}
console.log(JSON.stringify(kept));
