"""What the record says, in the values of the protocol; columns in the units that the client counts in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.workspace import PositionCodec

from timeline.language_server.completion import Asked, Offer
from timeline.language_server.line_edits import line_edits
from timeline.language_server.occurrences import Occurrence
from timeline.problems import Problem, Severity
from timeline.problems.excerpt import lines_of
from timeline.problems.remedies import Remedy
from timeline.span import Span

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class OpenText:
    """A text as the client counts it, and the address it has there."""

    def __init__(self, text: str, uri: str, codec: PositionCodec) -> None:
        self.text, self.uri = text, uri
        self.lines = lines_of(text)
        self._codec = codec

    def range(self, line: int, start: int, end: int, last: int | None = None) -> types.Range:
        """A stretch, from a column of one line to a column of the same or of another."""
        ends = [types.Position(line, start), types.Position(line if last is None else last, end)]
        first, second = (self._codec.position_to_client_units(self.lines, each) for each in ends)
        return types.Range(first, second)

    def spot(self, position: types.Position) -> tuple[int, int]:
        """Line and column of a place that the client names."""
        place = self._codec.position_from_client_units(self.lines, position)
        return place.line, place.character

    def of_span(self, span: Span) -> types.Range:
        """A place of a message, which counts from 1; that of a whole file is its beginning."""
        line = min(max(span.line - 1, 0), len(self.lines) - 1)
        last = min(max(span.end_line - 1, line), len(self.lines) - 1)
        return self.range(line, max(span.column - 1, 0), max(span.end_column - 1, 0), last)

    def of_occurrence(self, one: Occurrence) -> types.Range:
        return self.range(one.line, one.start, one.end)

    def with_lines(self, remedy: Remedy) -> list[types.TextEdit]:
        """The lines that a remedy changes."""
        return [
            types.TextEdit(self.range(number, 0, len(self.lines[number])), line)
            for number, line in remedy.lines.items()
        ]

    def into(self, after: str) -> list[types.TextEdit]:
        """Edits that make another text of it."""
        edits = []
        for edit in line_edits(self.text.splitlines(keepends=True), after.splitlines(keepends=True)):
            place = types.Range(types.Position(edit.start, 0), types.Position(edit.end, 0))
            if edit.end == len(self.text.splitlines()) and not self.text.endswith(("\n", "\r")):
                place.end = self.range(len(self.lines) - 1, 0, len(self.lines[-1])).end
            edits.append(types.TextEdit(place, "".join(edit.lines)))
        return edits


def uri_of(path: Path | str) -> str:
    return uris.from_fs_path(str(path)) or ""


def diagnostic(
    problem: Problem, written: OpenText, elsewhere: Iterable[tuple[str, types.Location]]
) -> types.Diagnostic:
    """A fault, with its remedy in the next line."""
    says = f"{problem.sentence}: {problem.label}" if problem.label else problem.sentence
    return types.Diagnostic(
        range=written.of_span(problem.span),
        message=f"{says}\n{problem.help}" if problem.help else says,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source="timeline",
        related_information=[types.DiagnosticRelatedInformation(place, words) for words, place in elsewhere] or None,
    )


def item(offer: Offer, place: Asked, line: int, written: OpenText) -> types.CompletionItem:
    """An id as it is offered; what it is called finds it too."""
    typed = written.lines[line][place.start : place.end] if line < len(written.lines) else ""
    signs = typed[: len(typed) - len(typed.lstrip("@#"))]
    return types.CompletionItem(
        label=offer.id,
        kind=types.CompletionItemKind.Reference,
        detail=offer.called,
        sort_text=f"{0 if offer.first else 1}{offer.id}",
        filter_text=f"{signs}{offer.id} {offer.called}",
        text_edit=types.TextEdit(written.range(line, place.start, place.end), offer.id),
    )


def quick_fix(remedy: Remedy, written: OpenText, told: types.Diagnostic | None, only: bool) -> types.CodeAction:
    """A remedy that a program can do; the only one is what the client may do without asking."""
    return types.CodeAction(
        title=remedy.title[:1].upper() + remedy.title[1:],
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[told] if told else None,
        is_preferred=only,
        edit=types.WorkspaceEdit(changes={written.uri: written.with_lines(remedy)}),
    )


def overlaps(one: types.Range, other: types.Range) -> bool:
    """Whether two stretches have a place in common, be it an end."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
