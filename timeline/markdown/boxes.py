"""Boxes of a hand-written page: short answers, each tied to what it rests on, and doors to other pages.

What stands in a box is Markdown, so links in it are looked after like all others; the box only puts it into place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markupsafe import escape

from timeline.markdown.scanner import Box, Reference
from timeline.problems import Problem
from timeline.problems.pages import LOOSE_ANSWER, NO_QUESTION_MARK, UNCLOSED_BLOCK
from timeline.site.urls import ONE_SHEET, Links
from timeline.span import Span

_QUESTION = re.compile(r"(?P<question>[^?？؟]+[?？؟])\s*(?P<answer>.*)")


def faults(box: Box, references: Sequence[Reference], file: str) -> Iterator[Problem]:
    """What is wrong with a box; `references` are all that its page makes."""
    if box.last is None:
        mark = Span(file, box.line + 1, box.start + 1, box.line + 1, box.end + 1)
        yield UNCLOSED_BLOCK.at(mark, label="never closed", help="add a line `:::` below its last line")
        return
    tied = {reference.line for reference in references if reference.kind != "figure"}
    for line, column, text in box.texts if box.kind == "answers" else ():
        span = Span(file, line + 1, column + 1, line + 1, column + 1 + len(text))
        if not _QUESTION.fullmatch(text):
            help = "write the question with its question mark, then the answer, in one line"
            yield NO_QUESTION_MARK.at(span, label="where the question ends is not said", help=help)
        elif line not in tied:
            help = "put the words that a claim bears into `[[event-id#claim-id|words]]`"
            yield LOOSE_ANSWER.at(span, label="nothing here leads to the record", help=help)


def lines(box: Box, texts: Sequence[str], store: Callable[[str], str], links: Links) -> list[str]:
    """What takes the place of a box; `store` keeps HTML out of Markdown's way.

    Answers open a page that is printed as one sheet.
    """
    if box.kind == "doors":
        return ["", store('<div class="tl-page tl-doors">'), "", *texts, "", store("</div>"), ""]
    made = ["", store('<dl class="tl-page tl-brief">'), ""]
    sheet = f'<link rel="stylesheet" href="{links.to(ONE_SHEET)}" media="print">'
    for text in texts:
        parts = _QUESTION.fullmatch(text)
        question, answer = (parts["question"], parts["answer"]) if parts else ("", text)
        made += [store(f"<div><dt>{escape(question)}</dt><dd>{sheet}"), "", answer, "", store("</dd></div>"), ""]
        sheet = ""
    return [*made, store("</dl>"), ""]
