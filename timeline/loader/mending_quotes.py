"""Mends of punctuation: quotation marks and brackets left open, and texts that need quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.loader.mending import Draft, Mend, error_line, indent
from timeline.loader.record_lists import FIELDS
from timeline.problems.fields import UNCLOSED_BRACKET, UNCLOSED_QUOTE, UNQUOTED_TEXT, YAML_SYNTAX

_BACK = 60
_LONGEST = 200
_OPENING = re.compile(r"(?:^ *(?:- +)*|: +|[\[{,] *)([\"'])")
_NEXT_FIELD = re.compile(r", *\w+:(?: |$)|, *\{|[\]}][\]} ,]*$")
_VALUE = re.compile(r"^( *(?:- +)*(?:[\w-]+: +|- +))(?=\S)(.*?)(\s+#.*|\s*)$")
_IN_FLOW = re.compile(r"(?:[{,] *[\w-]+: +|\[ *)(?=\S)")
_HALVES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_CLOSER = {"[": "]", "{": "}"}


def quotation_marks(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A mark that opens a text and has no partner on its line."""
    last = min(int(error_line(error)), len(draft.lines) - 1)
    lines = list(range(last, max(-1, last - _BACK), -1))
    if error.context_mark is not None and error.context_mark.line < last - _BACK:
        lines.append(error.context_mark.line)
    for number in lines:
        line = draft.lines[number]
        for opening in _OPENING.finditer(line):
            mark, start = opening[1], opening.end()
            if _closes(line, start, mark):
                continue
            for end in _ends(line, start):
                written = f"{mark}{line[start:end].rstrip()}{mark}"
                help = (
                    f"close it on the same line: `{written}`" if len(written) <= _LONGEST else f"close it with `{mark}`"
                )
                problem = UNCLOSED_QUOTE.at(draft.span(number, start - 1), label="opened here", help=help)
                yield Mend((problem,), {number: line[: start - 1] + written + line[end:]})


def _closes(line: str, start: int, mark: str) -> bool:
    """Whether a quoted text ends on its line as YAML ends one, with nothing but structure behind it."""
    inner = r'(?:[^"\\]|\\.)*"' if mark == '"' else r"(?:[^']|'')*'"
    return re.match(inner, line[start:]) is not None


def _ends(line: str, start: int) -> Iterator[int]:
    """Where a text may end: in front of the next field of a mapping on one line, or with the line."""
    if re.search(r"[{\[]", line[:start]):
        yield from (match.start() for match in _NEXT_FIELD.finditer(line, start))
    comment = re.search(r"\s+#.*$", line[start:])
    if comment:
        yield start + comment.start()
    yield len(line)


def halves(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A character written as JSON writes it, in two halves, or one half that stands for nothing."""
    if "Unicode character escape code" not in str(error.problem):
        return
    number = min(int(error_line(error)), len(draft.lines) - 1)
    line = draft.lines[number]
    for match in _HALVES.finditer(line):
        whole = match[0].encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        label = "two halves of one character" if whole else "half of a character, which stands for nothing"
        help = f"write `{whole}`, the character itself" if whole else "leave it out, or write the whole character"
        problem = YAML_SYNTAX.at(draft.span(number, match.start(), len(match[0])), label=label, help=help)
        yield Mend((problem,), {number: line[: match.start()] + whole + line[match.end() :]})


def whole_texts(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A text put in quotation marks as a whole, because a sign in it means something to YAML."""
    mark = error.problem_mark or error.context_mark
    last = min(int(error_line(error)), len(draft.lines) - 1)
    if "escape character" in str(error.problem):
        yield from _unescaped(draft, error)
    for number in (last, *range(last - 1, max(-1, last - 12), -1)):
        line = draft.lines[number]
        column = mark.column if mark and mark.line == number else None
        for start, end in _texts(line, column):
            yield from _quoted(draft, number, start, end, column)
        value = _VALUE.match(line)
        if value and (below := _continued(draft, number)):
            yield from _quoted_block(draft, number, value, below, last, mark.column if mark else 0)


def _texts(line: str, column: int | None) -> Iterator[tuple[int, int]]:
    """The texts of a line that could be meant, from where to where."""
    if column is not None:
        starts = [match.end() for match in _IN_FLOW.finditer(line) if match.end() <= column]
        for start in reversed(starts[-6:]):
            for match in _NEXT_FIELD.finditer(line, start):
                yield start, len(line[: match.start()].rstrip())
    if value := _VALUE.match(line):
        yield value.start(2), value.end(2)


def _quoted(draft: Draft, number: int, start: int, end: int, column: int | None) -> Iterator[Mend]:
    line = draft.lines[number]
    text = line[start:end]
    if not text or (text[0] in "|>" and len(text) < 3):
        return
    literal = quoted(text)
    at, label = _cause(text, start, column)
    help = "put the text in quotation marks"
    if text in ("-", "?"):
        help = "leave the line out if nothing is known, or " + help
    if len(literal) <= _LONGEST:
        help += f": `{literal}`"
    problem = UNQUOTED_TEXT.at(draft.span(number, at), label=label, help=help)
    yield Mend((problem,), {number: line[:start] + literal + line[end:]})


def _cause(text: str, start: int, column: int | None) -> tuple[int, str]:
    """The sign to point at, and what it does."""
    if text[0] in "\"'":
        closing = text.find(text[0], 1)
        return start + max(closing, 0), "the text goes on behind this mark" if closing > 0 else "a text begins here"
    if text[0] in "[{" and column is not None and column > start:
        return start, "this opens a list" if text[0] == "[" else "this opens a mapping"
    colon = re.search(r":(?= |$)", text)
    if text[0] in "@`%*&!|>[]{},?-#":
        return start, f"`{text[0]}` at the start means something to YAML"
    if colon:
        return start + colon.start(), "a colon and a space begin a value"
    at = start if column is None else max(start, column)
    return at, "this means something to YAML"


def _continued(draft: Draft, number: int) -> list[int]:
    """The lines below that belong to a value, because they stand deeper than its key."""
    start = re.match(r"( *(?:- +)*)([\w-]+:)?", draft.lines[number])
    depth = 0 if start is None else len(start[1]) if start[2] else indent(draft.lines[number])
    lines = []
    for below in range(number + 1, min(number + 20, len(draft.lines))):
        line = draft.lines[below]
        if not line.strip() or indent(line) <= depth:
            break
        lines.append(below)
    return lines


def _quoted_block(
    draft: Draft, number: int, value: re.Match[str], below: list[int], at: int, column: int
) -> Iterator[Mend]:
    """A text over several lines, given quotation marks at both ends."""
    if at not in below or value[2][0] in "|>[{\"'":
        return
    first, last = draft.lines[number], below[-1]
    if any('"' in draft.lines[n] or "\\" in draft.lines[n] for n in (number, *below)):
        return
    lines = {number: f'{value[1]}"{first[value.end(1) :]}', last: draft.lines[last].rstrip() + '"'}
    help = f'put `"` in front of the text in line {number + 1} and behind its last word, in line {last + 1}'
    problem = UNQUOTED_TEXT.at(draft.span(at, column), label="a colon and a space begin a value", help=help)
    yield Mend((problem,), lines)


def _unescaped(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A backslash in double quotation marks that was meant as one."""
    start, mark = error.context_mark, error.problem_mark
    if start is None or mark is None or start.line != mark.line:
        return
    line = draft.lines[start.line]
    match = re.compile(r'"((?:[^"\\]|\\.)*)"').match(line, start.column)
    if match:
        literal = "'" + match[1].replace('\\"', '"').replace("'", "''") + "'"
        help = f"put the text in single quotation marks: `{literal}`"
        problem = UNQUOTED_TEXT.at(
            draft.span(mark.line, mark.column), label="a backslash in double quotation marks starts a sign", help=help
        )
        yield Mend((problem,), {start.line: line[: match.start()] + literal + line[match.end() :]})


def quoted(text: str) -> str:
    """A text in the quotation marks that need the least added to it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" and _one_text(text[1:-1], text[0]):
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _one_text(inner: str, mark: str) -> bool:
    """Whether the marks around it were meant as a pair, and not those of two words: `"a" and "b"`."""
    at = inner.find(mark)
    return at < 0 or inner[at - 1 : at] in (" ", "(", "") or (mark == "'" and inner[at + 1 : at + 2].isalpha())


def brackets(draft: Draft, error: yaml.MarkedYAMLError) -> Iterator[Mend]:
    """A bracket without its partner, or a comma left out between two fields in brackets."""
    mark, context = error.problem_mark, error.context_mark
    if mark is None or mark.line >= len(draft.lines):
        return
    line = draft.lines[mark.line]
    if line[mark.column : mark.column + 1] in ("]", "}"):
        sign = line[mark.column]
        problem = YAML_SYNTAX.at(
            draft.span(mark.line, mark.column), label="this closes nothing", help=f"delete `{sign}`"
        )
        yield Mend((problem,), {mark.line: line[: mark.column] + line[mark.column + 1 :]})
    if context is None or "flow" not in str(error.context):
        return
    for gap in re.finditer(r"(?<=[^\s,{\[]) +(?=(\w+): )", line):
        if gap[1] in FIELDS:
            problem = YAML_SYNTAX.at(
                draft.span(mark.line, gap.end(), len(gap[1])),
                label="a comma is missing in front of this",
                help=f"write `, {gap[1]}`",
            )
            yield Mend((problem,), {mark.line: line[: gap.start()] + "," + line[gap.start() :]})
    opened = draft.lines[context.line]
    bracket = opened[context.column : context.column + 1]
    closer = _CLOSER.get(bracket, "]")
    for number in dict.fromkeys((context.line, max(context.line, mark.line - 1))):
        comment = re.search(r"\s+#.*$", draft.lines[number])
        end = comment.start() if comment else len(draft.lines[number])
        for more in (closer, closer + "]", closer + "}"):
            text = draft.lines[number][:end].rstrip().rstrip(",") + more + draft.lines[number][end:]
            written = text[context.column :].strip() if number == context.line else ""
            help = f"close it with `{closer}`" if not written or len(written) > _LONGEST else f"close it: `{written}`"
            problem = UNCLOSED_BRACKET.at(draft.span(context.line, context.column), label="opened here", help=help)
            yield Mend((problem,), {number: text})
