// Reads what `timeline export` wrote, in the folder that is given, by libraries of other people, and says what they found.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, libraries] = process.argv.slice(2);
const load = createRequire(join(libraries, "index.js"));
const ICAL = load("ical.js").default ?? load("ical.js");
const { Cite } = load("@citation-js/core");
for (const plugin of ["ris", "csl"]) load(`@citation-js/plugin-${plugin}`);

const text = (name) => readFileSync(join(folder, name), "utf8");
const calendar = new ICAL.Component(ICAL.parse(text("calendar.ics")));
const entries = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
const name = (each) =>
  each.literal ??
  [each.given, each["dropping-particle"], each["non-dropping-particle"], each.family, each.suffix].filter(Boolean).join(" ");
const cited = (entry) => [entry.id, [entry.title ?? "", ...(entry.author ?? []).map(name)]];
console.log(JSON.stringify({
  calendar: entries.map((each) => [each.uid, each.startDate.toString(), each.endDate.toString(), each.summary]),
  ris: new Cite(text("bibliography.ris"), { forceType: "@ris/file" }).data.map(cited),
  csl: new Cite(JSON.parse(text("bibliography.csl.json"))).data.map(cited),
}));
