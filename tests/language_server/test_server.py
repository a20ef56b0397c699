"""An editor at the other end of two pipes: what it is told, offered and given while a record is typed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.client import LanguageClient

from tests.problems.golden import BASE, write

EVENTS = BASE["events.yaml"]


class Editor:
    """A client with some files open."""

    def __init__(self) -> None:
        self.folder = Path()
        self.client = LanguageClient("an editor", "1")
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.met = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator] # pygls's own
        def tell(params: types.PublishDiagnosticsParams) -> None:
            self.told[Path(params.uri).name] = list(params.diagnostics)
            self.met.set()

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "timeline", "language-server")
        able = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=["utf-16"]))
        await self.client.initialize_async(types.InitializeParams(able, root_uri=None))
        self.client.initialized(types.InitializedParams())

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        item = types.TextDocumentItem(self.uri(name), "yaml", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, name: str, text: str, version: int = 2) -> None:
        """The whole of a file anew, without saving it."""
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def underlined(self, name: str) -> list[types.Diagnostic]:
        """What the server says next of a file."""
        self.told.pop(name, None)
        while name not in self.told:
            self.met.clear()
            await asyncio.wait_for(self.met.wait(), 60)
        return self.told[name]

    def place(self, name: str, text: str, words: str, shift: int = 0) -> dict[str, Any]:
        """Where some words of a file stand, in UTF-16 units."""
        index = text.index(words) + shift
        before = text[:index].rpartition("\n")[2]
        position = types.Position(text.count("\n", 0, index), len(before.encode("utf-16-le")) // 2)
        return {"text_document": types.TextDocumentIdentifier(self.uri(name)), "position": position}

    async def end(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


Session = tuple[asyncio.AbstractEventLoop, Editor]


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """One editor for all tests, for a server takes a second to start."""
    loop, editor = asyncio.new_event_loop(), Editor()
    loop.run_until_complete(asyncio.wait_for(editor.start(), 60))
    yield loop, editor
    loop.run_until_complete(asyncio.wait_for(editor.end(), 60))
    loop.close()


def edited(text: str, edits: list[types.TextEdit]) -> str:
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda each: each.range.start.line, reverse=True):
        start, end = edit.range.start, edit.range.end
        front = lines[start.line][: start.character]
        back = lines[end.line][end.character :] if end.line < len(lines) else ""
        lines[start.line : end.line + 1] = (front + edit.new_text + back).split("\n")
    return "\n".join(lines)


def test_a_record_is_told_of_while_it_is_typed(session: Session, tmp_path: Path) -> None:
    loop, editor = session
    editor.folder = folder = tmp_path / "data"
    write(folder, BASE)
    spoilt = EVENTS.replace("cite: gazette-1931", "cite: gazete-1931")
    spoilt = spoilt.replace("The bridge opened.", "\U0001f309 The bridge opened.")

    async def walk() -> None:
        editor.open("events.yaml", EVENTS)
        editor.type("events.yaml", spoilt)
        (source,) = await editor.underlined("events.yaml")
        assert source.code == "unknown-source"
        assert source.message.endswith("a source with a similar id is `gazette-1931`")
        document = types.TextDocumentIdentifier(editor.uri("events.yaml"))
        asked = types.CodeActionParams(document, source.range, types.CodeActionContext([source]))
        actions = await editor.client.text_document_code_action_async(asked)
        assert actions is not None
        (fix,) = actions
        assert isinstance(fix, types.CodeAction)
        assert (fix.title, fix.is_preferred) == ("Write gazette-1931", True)
        assert fix.edit is not None
        assert fix.edit.changes is not None
        mended = edited(spoilt, list(fix.edit.changes[editor.uri("events.yaml")]))
        editor.type("events.yaml", mended.replace("reported", "reprted"), 3)
        assert [each.code for each in await editor.underlined("events.yaml")] == ["unknown-word"]
        editor.type("events.yaml", mended, 4)
        assert await editor.underlined("events.yaml") == []

    loop.run_until_complete(asyncio.wait_for(walk(), 60))


def test_ids_are_offered_explained_followed_and_renamed(session: Session, tmp_path: Path) -> None:
    loop, editor = session
    editor.folder = folder = tmp_path / "data"
    write(folder, BASE)
    write(tmp_path / "docs", {"story.md": "The bridge was late [@gazette-1931].\n"})
    typed = EVENTS + "      - text: \U0001f309 It rained.\n        cite: [min"
    sound = EVENTS.replace("The bridge opened.", "\U0001f309 The bridge opened.")

    async def walk() -> None:
        editor.open("events.yaml", typed)
        editor.open("sources.yaml", BASE["sources.yaml"])
        place = editor.place("events.yaml", typed, "[min", 4)
        offered = await editor.client.text_document_completion_async(types.CompletionParams(**place))
        assert isinstance(offered, list)
        assert {"minutes-1929", "gazette-1931", "evening-post-1931"} == {each.label for each in offered}
        chosen = next(each for each in offered if each.label == "minutes-1929")
        assert edited(typed, [chosen.text_edit]).endswith("cite: [minutes-1929")
        assert chosen.detail == "Minutes of the town council (Town council)"

        editor.type("events.yaml", sound)
        place = editor.place("events.yaml", sound, "gazette-1931", 3)
        hover = await editor.client.text_document_hover_async(types.HoverParams(**place))
        assert hover is not None
        assert "Harbour Gazette, 3 May 1931" in hover.contents.value
        defined = await editor.client.text_document_definition_async(types.DefinitionParams(**place))
        assert [(Path(each.uri).name, each.range.start.line) for each in defined] == [("sources.yaml", 8)]
        context = types.ReferenceContext(include_declaration=True)
        named = await editor.client.text_document_references_async(types.ReferenceParams(context=context, **place))
        assert [Path(each.uri).name for each in named] == ["sources.yaml", "earlier.yaml", "events.yaml"]

        wish = types.RenameParams(new_name="gazette-of-may", **place)
        renamed = await editor.client.text_document_rename_async(wish)
        changes = {Path(uri).name: list(edits) for uri, edits in renamed.changes.items()}
        assert "cite: gazette-of-may" in edited(sound, changes["events.yaml"])
        assert "\U0001f309 The bridge opened." in edited(sound, changes["events.yaml"])
        assert "aliases: [gazette-1931]" in edited(BASE["sources.yaml"], changes["sources.yaml"])
        assert "[@gazette-of-may]" in edited("The bridge was late [@gazette-1931].\n", changes["story.md"])
        assert (folder / "events.yaml").read_text("utf-8") == EVENTS
        with pytest.raises(JsonRpcException, match="write `gazette-of-may`"):
            await editor.client.text_document_rename_async(types.RenameParams(new_name="Gazette of May", **place))
        with pytest.raises(JsonRpcException, match="is taken by another source"):
            await editor.client.text_document_rename_async(types.RenameParams(new_name="minutes-1929", **place))
        begun = asyncio.ensure_future(editor.client.text_document_rename_async(wish))
        await asyncio.sleep(0)
        editor.type("events.yaml", sound + "# typed while the new id was tried\n", 3)
        with pytest.raises(JsonRpcException, match="edited meanwhile"):
            await begun

    loop.run_until_complete(asyncio.wait_for(walk(), 60))


def test_a_file_in_a_folder_of_the_record_names_the_schema_where_it_lies(session: Session, tmp_path: Path) -> None:
    loop, editor = session
    editor.folder = tmp_path / "data"
    write(editor.folder, {**BASE, "later/events.yaml": EVENTS.replace("bridge-opening", "feast")})
    (editor.folder / "timeline.schema.json").write_text("{}", encoding="utf-8")

    async def walk() -> str:
        editor.open("later/events.yaml", EVENTS)
        wish = types.DocumentFormattingParams(
            types.TextDocumentIdentifier(editor.uri("later/events.yaml")), types.FormattingOptions(2, True)
        )
        return edited(EVENTS, list(await editor.client.text_document_formatting_async(wish) or ()))

    shaped = loop.run_until_complete(asyncio.wait_for(walk(), 60))
    assert shaped.startswith("# yaml-language-server: $schema=../timeline.schema.json\n")
