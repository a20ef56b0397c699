// Does what Visual Studio Code does with a record, over the library with which it speaks to servers, and writes what
// came of it: tools/editors.py. Both servers run beside one another: ours, as .vscode/settings.json starts it, and the
// one for YAML, which is given that file's settings.
//
// node tools/editors_vscode.mjs FOLDER SETTINGS REPORT MODULES

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [folder, written, report, modules] = process.argv.slice(2);
const load = createRequire(join(modules, "package.json"));
const lsp = load("vscode-languageserver-protocol/node");
const settings = load("jsonc-parser").parse(readFileSync(written, "utf8"));
const ID = "council-undated-plans";
const told = {};
const open = new Map();
const uri = (name) => pathToFileURL(join(folder, "data", name)).href;

const ABLE = {
  workspace: {
    applyEdit: true, configuration: true, workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"], failureHandling: "textOnlyTransactional" },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
    completion: { dynamicRegistration: true, contextSupport: true, completionItem: {
      snippetSupport: true, insertReplaceSupport: true, resolveSupport: { properties: ["documentation", "detail"] } } },
    hover: { dynamicRegistration: true, contentFormat: ["markdown", "plaintext"] },
    definition: { dynamicRegistration: true, linkSupport: true },
    rename: { dynamicRegistration: true, prepareSupport: true, prepareSupportDefaultBehavior: 1, honorsChangeAnnotations: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true, dataSupport: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
  },
  general: { positionEncodings: ["utf-16"] },
};

const DEFAULT = { yaml: { validate: true, hover: true, completion: true } }; // of the extension for YAML

function section(name) {
  const inner = Object.entries(settings).filter(([key]) => key.startsWith(`${name}.`));
  const own = Object.fromEntries(inner.map(([key, value]) => [key.slice(name.length + 1), value]));
  return DEFAULT[name] || inner.length ? { ...DEFAULT[name], ...own } : null;
}

async function server(command, words) {
  const child = spawn(command, words, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const link = lsp.createProtocolConnection(new lsp.StreamMessageReader(child.stdout), new lsp.StreamMessageWriter(child.stdin));
  const made = { link, underlined: new Map() };
  link.onNotification(lsp.PublishDiagnosticsNotification.type, (sent) => made.underlined.set(sent.uri, sent.diagnostics));
  link.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map((item) => section(item.section)));
  link.onRequest(lsp.RegistrationRequest.type, () => {});
  link.onRequest(lsp.ApplyWorkspaceEditRequest.type, () => ({ applied: false }));
  link.listen();
  const root = { uri: pathToFileURL(folder).href, name: basename(folder) };
  const able = await link.sendRequest(lsp.InitializeRequest.type, {
    processId: process.pid, rootUri: root.uri, capabilities: ABLE, workspaceFolders: [root],
    clientInfo: { name: "Visual Studio Code" },
  });
  made.able = able.capabilities;
  await link.sendNotification(lsp.InitializedNotification.type, {});
  if (command === process.execPath) { // the extension for YAML hands its settings over, the one for any server does not
    await link.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: { yaml: section("yaml") } });
  }
  return made;
}

async function until(what, met) {
  for (let left = 600; left > 0; left -= 1) {
    if (met()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  told.never ??= what;
}

async function show(servers, name) {
  open.set(name, { text: readFileSync(fileURLToPath(uri(name)), "utf8"), version: 1 });
  const textDocument = { uri: uri(name), languageId: "yaml", ...open.get(name) };
  for (const each of servers) await each.link.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
}

// One change of a few letters, as somebody types it.
async function type(servers, name, from, to) {
  const file = open.get(name);
  const at = file.text.indexOf(from);
  const before = file.text.slice(0, at).split("\n");
  const start = { line: before.length - 1, character: before.at(-1).length };
  const range = { start, end: { line: start.line, character: start.character + from.length } };
  file.text = file.text.slice(0, at) + to + file.text.slice(at + from.length);
  file.version += 1;
  const change = { textDocument: { uri: uri(name), version: file.version }, contentChanges: [{ range, text: to }] };
  for (const each of servers) await each.link.sendNotification(lsp.DidChangeTextDocumentNotification.type, change);
  return { line: start.line, character: start.character + to.length };
}

// What an edit makes of a file that it names, in whichever of the two forms it comes.
function edited(edit, name) {
  if (!lsp.WorkspaceEdit.is(edit)) throw new Error(`no edit: ${JSON.stringify(edit)}`);
  const { TextDocument } = load("vscode-languageserver-textdocument");
  const place = uri(name);
  const changes = edit.documentChanges?.find((each) => each.textDocument?.uri === place)?.edits ?? edit.changes?.[place] ?? [];
  const text = open.get(name)?.text ?? readFileSync(fileURLToPath(place), "utf8");
  return TextDocument.applyEdits(TextDocument.create(place, "yaml", 1, text), changes);
}

async function end({ link }) {
  await link.sendRequest(lsp.ShutdownRequest.type);
  await link.sendNotification(lsp.ExitNotification.type);
}

const timeline = await server(settings["glspc.server.command"], settings["glspc.server.commandArguments"]);
const yaml = await server(process.execPath, [load.resolve("yaml-language-server/bin/yaml-language-server"), "--stdio"]);
const both = [timeline, yaml];
await show(both, "events.yaml");
const found = (each) => each.underlined.get(uri("events.yaml")) ?? [];
await until("a word of the server for YAML", () => yaml.underlined.has(uri("events.yaml")));
const quiet = both.map((each) => found(each).map((one) => one.message));

await type(both, "events.yaml", ID, "council-undated-plons");
await until("a fault", () => found(timeline).length > 0);
if (!found(timeline).every((one) => lsp.Diagnostic.is(one))) throw new Error("a fault is none to the protocol");
told.fault = found(timeline)[0].message;
const position = await type(both, "events.yaml", "council-undated-plons", "council-undated-p");
const textDocument = { uri: uri("events.yaml") };
const answer = await timeline.link.sendRequest(lsp.CompletionRequest.type, { textDocument, position, context: { triggerKind: 1 } });
const items = answer.items ?? answer;
told.offered = items.map((each) => each.label);
const place = await type(both, "events.yaml", "council-undated-p,", `${ID},`);
place.character -= 4;
await until("all well again", () => found(timeline).length === 0);
const asked = { textDocument, position: place };
const hover = await timeline.link.sendRequest(lsp.HoverRequest.type, asked);
told.hover = lsp.Hover.is(hover) ? hover.contents.value : "no hover";
const target = [await timeline.link.sendRequest(lsp.DefinitionRequest.type, asked)].flat()[0];
told.definition = basename(fileURLToPath(target.targetUri ?? target.uri));
if (timeline.able.renameProvider?.prepareProvider) await timeline.link.sendRequest(lsp.PrepareRenameRequest.type, asked);
const edit = await timeline.link.sendRequest(lsp.RenameRequest.type, { ...asked, newName: "plans-of-the-bridge" });
told.line = edited(edit, "events.yaml").split("\n")[place.line];
told.other = edited(edit, "sources.yaml");

// The other server has the schema by the settings alone: the line that names it is taken out.
const first = open.get("events.yaml").text.split("\n", 1)[0];
if (first.includes("$schema")) await type(both, "events.yaml", first, "#");
await type(both, "events.yaml", "status: ", "status: x");
await until("a word that no field has, by the schema of the settings", () => found(yaml).some((one) => one.message.includes("confirmed")));
told.schema = JSON.stringify(found(yaml).map((one) => one.message));
told.quiet = quiet;
await Promise.all(both.map(end));
writeFileSync(report, JSON.stringify(told));
process.exit(0);
