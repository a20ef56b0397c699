"""The server itself: which record a file is part of, when it is read anew, and the answers to what a client asks."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from timeline.edits.files import Refused
from timeline.edits.rename import Renamed, rename
from timeline.edits.rename_claim import rename_claim
from timeline.formatter import Astray, restate, way_to_schema
from timeline.language_server import completion, hover
from timeline.language_server.occurrences import Occurrence
from timeline.language_server.open_record import OpenRecord, folder_of
from timeline.language_server.protocol import OpenText, diagnostic, item, overlaps, quick_fix, uri_of
from timeline.problems import Problem
from timeline.problems.remedies import remedies

PAUSE = 0.2
"""Seconds without a key after which a record is read anew."""
_FAILED = -32803
"""A request that was understood and cannot be met (LSP 3.17, RequestFailed)."""


class RecordServer(LanguageServer):
    """Keeps for each record what was last read of it."""

    def __init__(self, data: str) -> None:
        super().__init__("timeline", metadata.version("sourced-timeline"))
        self.data = data
        self._read: dict[Path, OpenRecord] = {}
        self._waiting: dict[Path, asyncio.Task[None]] = {}
        self._told: dict[Path, set[str]] = {}

    def folder(self, uri: str) -> Path | None:
        path = uris.to_fs_path(uri)
        return folder_of(Path(path), self.data) if path else None

    def record(self, folder: Path) -> OpenRecord:
        """The record as it stands in the editor now."""
        unsaved = {
            path.relative_to(folder).as_posix(): document.source.encode("utf-8", "replace")
            for document in self.workspace.text_documents.values()
            if (path := Path(uris.to_fs_path(document.uri) or "")).is_relative_to(folder) and path.suffix == ".yaml"
        }
        known = self._read.get(folder)
        if known is None or known.unsaved != unsaved:
            self._read[folder] = known = OpenRecord(folder, unsaved)
        return known

    def changed(self, folder: Path | None, on_disk: bool = False) -> None:
        """Reads a record anew once nobody types for a moment."""
        if folder is None:
            return
        if on_disk:
            self._read.pop(folder, None)
        if waiting := self._waiting.get(folder):
            waiting.cancel()
        self._waiting[folder] = asyncio.get_running_loop().create_task(self._check(folder))

    async def _check(self, folder: Path) -> None:
        await asyncio.sleep(PAUSE)
        record = self.record(folder)
        await asyncio.get_running_loop().run_in_executor(None, lambda: record.loaded)
        if self._read.get(folder) is record:
            self._tell(record)

    def _tell(self, record: OpenRecord) -> None:
        """Underlines what is wrong, in files that are not open too, and nothing where all is well again."""
        files = record.loaded.files
        by_file: dict[str, list[types.Diagnostic]] = {file: [] for file in self._told.get(record.folder, ())}
        first = next((f"{record.folder.as_posix()}/{name}" for name in record.unsaved), next(iter(files), ""))
        for problem in record.loaded.problems:
            file = problem.span.file if problem.span.file in files else first
            by_file.setdefault(file, []).append(self.diagnostic(problem, record, file))
        self._told[record.folder] = {file for file, told in by_file.items() if told}
        for file, told in by_file.items():
            uri = self.written(file, record).uri
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def diagnostic(self, problem: Problem, record: OpenRecord, file: str) -> types.Diagnostic:
        elsewhere = [
            (words, types.Location(there.uri, there.of_span(span)))
            for words, span in problem.elsewhere
            if span.file in record.loaded.files and (there := self.written(span.file, record))
        ]
        return diagnostic(problem, self.written(file, record), elsewhere)

    def written(self, file: str, record: OpenRecord) -> OpenText:
        """A file of a record by its name in messages, under the address by which the client opened it."""
        wanted = Path(file)
        uri = next((uri for uri in self.workspace.text_documents if Path(uris.to_fs_path(uri) or "") == wanted), "")
        return OpenText(record.loaded.files.get(file, ""), uri or uri_of(file), self.workspace.position_codec)

    def opened(self, uri: str) -> tuple[OpenRecord, OpenText] | None:
        """The record that a file is part of, and the file."""
        folder = self.folder(uri)
        if folder is None:
            return None
        record = self.record(folder)
        return record, self.written(Path(uris.to_fs_path(uri) or "").as_posix(), record)

    def at(self, uri: str, position: types.Position) -> tuple[OpenRecord, OpenText, Occurrence] | None:
        """The id at a place."""
        if not (found := self.opened(uri)):
            return None
        record, written = found
        file = Path(uris.to_fs_path(written.uri) or "").as_posix()
        one = record.at(file, *written.spot(position))
        return (record, written, one) if one else None

    def location(self, one: Occurrence, record: OpenRecord) -> types.Location:
        written = self.written(one.file, record)
        return types.Location(written.uri, written.of_occurrence(one))

    def edits(self, renamed: Renamed, record: OpenRecord) -> types.WorkspaceEdit:
        """What a new id changes, in the files of the record and in hand-written pages."""
        changes: dict[str, list[types.TextEdit]] = {}
        for change in renamed.changes:
            file = change.path.as_posix()
            written = self.written(file, record)
            if file not in record.loaded.files:
                text = (change.before or b"").decode()
                written = OpenText(text, written.uri, self.workspace.position_codec)
            changes[written.uri] = written.into(change.after.decode("utf-8-sig"))
        return types.WorkspaceEdit(changes=changes)


def _renamed(record: OpenRecord, one: Occurrence, typed: str) -> Renamed:
    docs, new = record.folder.parent / "docs", typed.strip()
    if one.thing == "claim":
        return rename_claim(record.folder, docs, one.id, new, record.unsaved)
    return rename(record.folder, docs, one.id, new, one.thing, record.unsaved)


def _reason(refused: Refused) -> str:
    """Why an edit is not made; of what would be wrong afterwards the first, with its remedy."""
    parts = [refused.sentence, refused.help]
    if refused.faulty and refused.faulty.problems:
        problem = refused.faulty.problems[0]
        parts = [problem.sentence, problem.label, problem.help]
    return "; ".join(part for part in parts if part)


def made(data: str) -> RecordServer:
    """A server for records in folders called `data`."""
    server = RecordServer(data)
    _watch(server)
    _read(server)
    _write(server)
    return server


def _watch(server: RecordServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def typed(params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams) -> None:
        server.changed(server.folder(params.text_document.uri))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def kept(params: types.DidCloseTextDocumentParams | types.DidSaveTextDocumentParams) -> None:
        server.changed(server.folder(params.text_document.uri), on_disk=True)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def other(params: types.DidChangeWatchedFilesParams) -> None:
        for folder in {server.folder(change.uri) for change in params.changes}:
            server.changed(folder, on_disk=True)

    @server.feature(types.INITIALIZED)
    async def begun(params: types.InitializedParams) -> None:
        able = server.client_capabilities.workspace
        if able and able.did_change_watched_files and able.did_change_watched_files.dynamic_registration:
            watchers = [types.FileSystemWatcher(glob_pattern="**/*.yaml")]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            wish = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await server.client_register_capability_async(types.RegistrationParams([wish]))


def _read(server: RecordServer) -> None:
    signs = types.CompletionOptions(trigger_characters=[" ", "[", "@", "#", "-", ","])

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, signs)
    def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        if not (found := server.opened(params.text_document.uri)):
            return []
        record, written = found
        line, column = written.spot(params.position)
        place = completion.asked(written.lines, line, column)
        if place is None:
            return []
        return [item(offer, place, line, written) for offer in completion.offers(place, record.loaded)]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def explain(params: types.HoverParams) -> types.Hover | None:
        if not (found := server.at(params.text_document.uri, params.position)):
            return None
        record, written, one = found
        told = hover.told(one, record.loaded.timeline)
        words = types.MarkupContent(types.MarkupKind.Markdown, told)
        return types.Hover(words, written.of_occurrence(one)) if told else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(params: types.DefinitionParams) -> list[types.Location]:
        found = server.at(params.text_document.uri, params.position)
        return [server.location(one, found[0]) for one in found[0].same(found[2]) if one.defines] if found else []

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def refer(params: types.ReferenceParams) -> list[types.Location]:
        found, whole = server.at(params.text_document.uri, params.position), params.context.include_declaration
        same: Iterable[Occurrence] = found[0].same(found[2]) if found else ()
        return [server.location(one, found[0]) for one in same if found and (whole or not one.defines)]


def _write(server: RecordServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def ask(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        if not (found := server.at(params.text_document.uri, params.position)):
            return None
        _, written, one = found
        return types.PrepareRenamePlaceholder(written.of_occurrence(one), one.id.rpartition("#")[2])

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def give(params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Elsewhere than on the loop: the whole record is read and proved, and meanwhile somebody may type."""
        if not (found := server.at(params.text_document.uri, params.position)):
            return None
        record, _, one = found
        try:
            renamed = await asyncio.get_running_loop().run_in_executor(None, _renamed, record, one, params.new_name)
        except Refused as refused:
            raise JsonRpcException(_reason(refused), _FAILED) from None
        if server.record(record.folder).unsaved != record.unsaved:
            raise JsonRpcException("the record was edited meanwhile; rename once more", _FAILED)
        return server.edits(renamed, record)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def mend(params: types.CodeActionParams) -> list[types.CodeAction]:
        if not (found := server.opened(params.text_document.uri)):
            return []
        record, written = found
        file = Path(uris.to_fs_path(written.uri) or "").as_posix()
        actions = []
        for problem in record.loaded.problems:
            if problem.span.file == file and overlaps(written.of_span(problem.span), params.range):
                choices = remedies(problem, written.lines)
                told = server.diagnostic(problem, record, file)
                actions += [quick_fix(remedy, written, told, len(choices) == 1) for remedy in choices]
        return actions

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def tidy(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        if not (found := server.opened(params.text_document.uri)):
            return []
        _, written = found
        schema = way_to_schema(Path(uris.to_fs_path(written.uri) or ""))
        try:
            after = restate(written.uri, written.text.encode("utf-8", "replace"), schema).after.decode()
        except Astray:
            return []
        return written.into(after) if after != written.text else []
