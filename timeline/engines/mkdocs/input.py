"""The record and the hand-written pages that cite it, read before MkDocs touches the site folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import get_files, set_exclusions

from timeline import markdown, pages
from timeline.checks import judged, refused
from timeline.engines.mkdocs.changed_meanwhile import Overtaken
from timeline.html.page import Page
from timeline.loader import FilesRead, Loaded, load
from timeline.model import Timeline
from timeline.model.ledger import Reach
from timeline.problems import Problem, Severity, in_file_order
from timeline.problems.report import one_as_text, summary, texts

_INDENT = 11  # MkDocs' own, below `WARNING -  `
_SHOWN = 10  # faults above a page; all of them stand in the terminal
_NO_BREAK = "\N{NO-BREAK SPACE}"

log = get_plugin_logger("timeline")


@dataclass(frozen=True)
class Input:
    """What stands in the files at this moment, with everything that is wrong with it."""

    loaded: Loaded
    faults: tuple[Problem, ...]
    """What is wrong with pages that somebody wrote."""
    files: Mapping[str, str]
    written: tuple[str, ...] = ()
    """The pages that somebody wrote by hand."""
    folder: str = ""  # the record's, as spans name it
    overtaken: Overtaken = field(default_factory=Overtaken)
    """What is asked while the site is built; nothing under `serve`, where the next change draws it anew."""

    @property
    def timeline(self) -> Timeline | None:
        """The record; nothing when the data itself has errors."""
        return self.loaded.timeline if self.loaded.sound else None

    @property
    def reaches(self) -> Mapping[str, Reach]:
        """How the addresses answered, as the ledger beside the record has it."""
        return self.loaded.reaches

    @cached_property
    def errors(self) -> tuple[Problem, ...]:
        found = in_file_order([*self.loaded.problems, *self.faults])
        return tuple(problem for problem in found if problem.severity is Severity.ERROR)

    def tell(self) -> None:
        """Each fault as it stands in a terminal: MkDocs' own prefix keeps a line to itself.

        What may be a slip is asked here: no page shows it.
        """
        problems = in_file_order([*judged(self.loaded).problems, *self.faults])
        for problem, told in texts(problems, self.files):
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
    loaded = refused(load(folder, _shown(folder), kept=kept))
    written: dict[str, str] = {}
    by_path: dict[str, str] = {}
    in_docs = get_files(config)
    set_exclusions(in_docs, config)
    for file in in_docs.documentation_pages():
        name = _shown(Path(config.docs_dir, file.src_uri))
        written[name] = file.content_bytes.decode("utf-8-sig", errors="replace")  # MkDocs refuses other encodings
        by_path[file.src_uri] = written[name]
    overtaken.checked(loaded, by_path)
    faults = tuple(markdown.faults_of_pages(written, loaded))
    files = {**loaded.files, **written}
    return Input(loaded, faults, files, tuple(written.values()), _shown(folder), overtaken)


def _unbroken(text: str) -> str:
    """MkDocs wraps what it logs to the terminal, at spaces; an excerpt must stay above its caret."""
    room = shutil.get_terminal_size((0, 0)).columns - _INDENT
    lines = text.split("\n")
    return "\n".join(line.replace(" ", _NO_BREAK) if " | " in line and 0 < room < len(line) else line for line in lines)


def _shown(path: Path) -> str:
    """A path as people type it: from where they stand, if the file is below."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
