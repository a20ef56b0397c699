"""The record and the hand-written pages that cite it, read before MkDocs touches the site folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import get_files, set_exclusions

from timeline import markdown, pages
from timeline.checks import read
from timeline.engines.mkdocs.overtaken import Overtaken
from timeline.html.page import Page
from timeline.loader import FilesRead
from timeline.model import Timeline
from timeline.model.reach import Reach
from timeline.problems import Problem, Severity, in_file_order
from timeline.problems.report import one_as_text, summary, texts

_INDENT = 11  # MkDocs' own, below `WARNING -  `
_SHOWN = 10  # faults above a page; all of them stand in the terminal
_NO_BREAK = "\N{NO-BREAK SPACE}"

log = get_plugin_logger("timeline")


@dataclass(frozen=True, slots=True)
class Input:
    """What stands in the files at this moment, with everything that is wrong with it."""

    timeline: Timeline | None  # None when the data itself has errors
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    written: tuple[str, ...] = ()
    """The pages that somebody wrote by hand."""
    folder: str = ""  # the record's, as spans name it
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    """How the addresses answered, as the ledger beside the record has it."""
    overtaken: Overtaken = field(default_factory=Overtaken)
    """What is asked while the site is built; nothing under `serve`, where the next change draws it anew."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def tell(self) -> None:
        """Each fault as it stands in a terminal: MkDocs' own prefix keeps a line to itself."""
        for problem, told in texts(self.problems, self.files):
            text = "\n" + _unbroken(told.rstrip())
            if problem.severity is Severity.ERROR:
                log.error(text)
            elif problem.severity is Severity.WARNING:
                log.warning(text)

    def page(self) -> Page:
        """The faults where the site would be."""
        return pages.faults_page(self.errors, self.files)

    def banner(self) -> str:
        """The first faults, for the top of every page that is shown in spite of them."""
        text = "\n".join(one_as_text(problem, self.files) for problem in self.errors[:_SHOWN])
        text += summary(self.errors) if len(self.errors) > _SHOWN else ""
        return (
            '<div class="timeline-faults" role="alert">'
            "<p><strong>Not to be published until this is mended:</strong></p>"
            f"<pre>{escape(text)}</pre></div>\n"
        )


def read_input(folder: Path, config: MkDocsConfig, *, serving: bool, kept: FilesRead | None = None) -> Input:
    """Data first; hand-written pages are held against it as far as it could be read."""
    overtaken = Overtaken() if serving else Overtaken(folder, _shown)
    loaded = read(folder, _shown(folder), kept=kept)
    written: dict[str, str] = {}
    by_path: dict[str, str] = {}
    in_docs = get_files(config)
    set_exclusions(in_docs, config)
    for file in in_docs.documentation_pages():
        name = _shown(Path(config.docs_dir, file.src_uri))
        written[name] = file.content_bytes.decode("utf-8-sig", errors="replace")  # MkDocs refuses other encodings
        by_path[file.src_uri] = written[name]
    overtaken.checked(loaded, by_path)
    problems = in_file_order([*loaded.problems, *markdown.faults_of_pages(written, loaded)])
    timeline = loaded.timeline if loaded.sound else None
    files = {**loaded.files, **written}
    return Input(timeline, problems, files, tuple(written.values()), _shown(folder), loaded.reaches, overtaken)


def _unbroken(text: str) -> str:
    """MkDocs wraps what it logs to the terminal, at spaces; an excerpt must stay above its caret."""
    room = shutil.get_terminal_size((0, 0)).columns - _INDENT
    lines = text.split("\n")
    return "\n".join(line.replace(" ", _NO_BREAK) if " | " in line and 0 < room < len(line) else line for line in lines)


def _shown(path: Path) -> str:
    """A path as people type it: from where they stand, if the file is below."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
