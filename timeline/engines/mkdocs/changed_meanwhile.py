"""What somebody changes while a site is built: pages are checked again, files of the record are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.utils import meta

from timeline import markdown
from timeline.loader import Loaded
from timeline.loader.files import yaml_files
from timeline.problems import Problem
from timeline.problems.report import one_as_text, summary

State = Mapping[str, tuple[int, int]]
"""Name of a file → when it was written, in nanoseconds, and its size."""

log = get_plugin_logger("timeline")


def state_of(folder: Path) -> State:
    """The files of a record as they lie there at this moment."""
    states = {}
    for name, path in yaml_files(folder).items():
        if path.is_file():
            told = path.stat()
            states[name] = (told.st_mtime_ns, told.st_size)
    return states


class Overtaken:
    """What is read before a build, to be asked for what became of it; without a folder nothing is asked."""

    def __init__(self, folder: Path | None = None, shown: Callable[[Path], str] = str) -> None:
        """`shown` is a path as messages have it."""
        self._folder = folder
        self._shown = shown
        self._before = state_of(folder) if folder else {}
        self._loaded: Loaded | None = None
        self._pages: dict[str, str] = {}
        self._faults: list[Problem] = []

    def checked(self, loaded: Loaded, pages: Mapping[str, str]) -> None:
        """Pages, by their path below the folder of pages, that were held against a record."""
        if self._folder:
            self._loaded, self._pages = loaded, dict(pages)

    def page(self, file: File, body: str) -> None:
        """A page as it is rendered now: with another text than before it is checked again."""
        text = self._pages.get(file.src_uri)
        if self._loaded is None or text is None or meta.get_data(text)[0] == body:
            return
        now = file.content_string if meta.get_data(file.content_string)[0] == body else body
        name = self._shown(Path(str(file.abs_src_path)))
        for problem in markdown.faults_of_pages({name: now}, self._loaded):
            self._faults.append(problem)
            log.error("\n" + one_as_text(problem, {name: now}).rstrip())

    def refuse(self) -> None:
        """Raises PluginError where a page got a fault since it was checked."""
        if self._faults:
            raise PluginError(f"nothing was built: {summary(self._faults)}, since a page was changed meanwhile")

    def tell(self) -> None:
        """Warns of each file of the record that is another one than was read."""
        now = state_of(self._folder) if self._folder else {}
        for name in sorted(now.keys() | self._before.keys()):
            if self._folder and now.get(name) != self._before.get(name):
                path = self._shown(self._folder / name)
                log.warning(f"`{path}` was changed while the site was built, which has it as it was: build again")
