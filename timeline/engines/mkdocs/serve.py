"""`serve` between MkDocs' server and its builds: a saved record is read, and a file is drawn when it is asked for.

What is drawn is written into the folder that MkDocs serves, so that its own server answers, tells browsers of changes
and sends what it does not know to its page of errors. Its interface is used as it is documented for `on_serve`: the
builder, the observer, the application, what is watched.
"""

from __future__ import annotations

import os
import posixpath
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from timeline.engines.mkdocs.idle import Rest
from timeline.engines.mkdocs.input import Input, read_input
from timeline.engines.mkdocs.watch import Observers, Watch, state_of
from timeline.loader import FilesRead
from timeline.site.file import SiteFile

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from timeline.engines.mkdocs.preview import Preview
    from timeline.engines.mkdocs.theme import Theme

_PAUSE = 0.01
"""Seconds in which further changes are awaited: several files may be saved at once, and each is told of when done."""
_ERROR = "404.html"
_SEARCH_AND_ERRORS = ("search/search_index.json", "sitemap.xml", "sitemap.xml.gz", _ERROR)

log = get_plugin_logger("timeline")


class _Plugin(Protocol):
    """What is asked of the plugin."""

    preview: Preview | None
    static_files: list[SiteFile]
    theme: Theme
    kept: FilesRead | None
    input: Input

    def record_folder(self, config: MkDocsConfig) -> Path: ...


class Live:
    """A site while it is served."""

    def __init__(self, plugin: _Plugin, server: LiveReloadServer, config: MkDocsConfig) -> None:
        self._plugin, self._server, self._config = plugin, server, config
        self._whole: Callable[[], None] = server.builder
        self._lock = threading.RLock()
        """Held while the site is drawn or built."""
        self._moment = 0
        """How often it was."""
        self._drawn: set[str] = set()
        """Files that are as of this moment."""
        self._ours: set[str] = set()
        """Files that were drawn at any."""
        self._rest = Rest(self._tell)
        self._untold: Input | None = None
        """What was read last, until its slips are told."""
        self.watch = Watch(server, self._observe())
        self.watch.follow(plugin.record_folder(config))
        server.build_delay = _PAUSE
        server.builder = self.build
        server.set_app(self.answer)
        self._begin()

    def _observe(self) -> Observers:
        """Sets our observers in the place of the server's, with everything that is watched already."""
        server, config, watched = self._server, self._config, []
        for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
            try:
                server.unwatch(str(path))
            except KeyError:  # it was not watched
                continue
            watched.append(str(path))
        observers: Any = Observers()
        server.observer = observers
        for path in watched:
            server.watch(path)
        own: Observers = observers
        return own

    # -- what was saved ----------------------------------------------------------------------------

    def build(self) -> None:
        """In the place of MkDocs' build, which follows where reading is not enough."""
        with self._lock:
            self._moment += 1
            plugin, start = self._plugin, time.perf_counter()
            folder = plugin.record_folder(self._config)
            self.watch.follow(folder)
            saved = self._saved()
            self._rest.put_off()
            if plugin.preview and saved is not None:
                found = read_input(folder, plugin.theme.config, serving=True, kept=plugin.kept)
                if preview := plugin.preview.after(found, saved):
                    plugin.preview = preview
                    self._drawn.clear()
                    log.info(f"Read in {time.perf_counter() - start:.2f} seconds; pages are drawn when asked for")
                    self._found(found)
                    return
            self._untold = None
            self._whole()
            self._begin()

    def _begin(self) -> None:
        """What holds once MkDocs has built the site."""
        self._files = self._states()
        self._drawn.clear()
        if preview := self._plugin.preview:
            self._ours |= {*_SEARCH_AND_ERRORS, *preview.written, *(file.path for file in self._plugin.static_files)}

    def _saved(self) -> list[Path] | None:
        """Files beside the record that have changed; nothing where some came, went, or are no pages."""
        before, self._files = self._files, self._states()
        if before.keys() != self._files.keys():
            return None
        changed = [Path(path) for path, state in self._files.items() if before[path] != state]
        return changed if all(path.is_relative_to(self._config.docs_dir) for path in changed) else None

    def _states(self) -> dict[str, object]:
        """All files from which the site is built, but the record's."""
        config, record = self._config, str(self._plugin.record_folder(self._config))
        roots = [config.docs_dir, config.config_file_path or "", config.theme.custom_dir or "", *config.watch]
        found = {path: state_of(path) for path in map(str, roots) if path and os.path.isfile(path)}  # noqa: PTH113 -- fast
        for root in filter(None, map(str, roots)):
            for above, folders, names in os.walk(root):
                if above == record:
                    folders.clear()
                    continue
                found |= {path: state_of(path) for path in (f"{above}{os.sep}{name}" for name in names)}
        return dict(found)

    def _found(self, found: Input) -> None:
        """What keeps a record from being published is told at once, and what may be a slip when nobody waits."""
        if found.errors:
            found.tell()
        else:
            self._untold = found

    def _tell(self) -> None:
        found, self._untold = self._untold, None
        if found:
            found.tell()

    # -- what is asked for -------------------------------------------------------------------------

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """In the place of the server's application, which answers once the file is there."""
        path = self._path(environ)
        while path is not None:
            with self._lock:
                moment = self._moment
                self._bring(path)
            said: list[tuple[Any, ...]] = []
            body = self._server.serve_request(environ, lambda *words, said=said: said.append(words))
            if moment == self._moment:
                start_response(*said[-1])
                return body
            if close := getattr(body, "close", None):
                close()  # it was built meanwhile, and this may be of the time before
        return self._server.serve_request(environ, start_response)

    def _path(self, environ: dict[str, Any]) -> str | None:
        """The file that is asked for, below the site; nothing for what is none of the site."""
        asked = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        mount = self._server.mount_path
        if self._plugin.preview is None or not asked.startswith(mount) or asked.startswith("/livereload/"):
            return None
        name = asked[len(mount) :]
        path = f"{name}index.html" if asked.endswith("/") else name
        return posixpath.normpath(f"/{path}").lstrip("/")

    def _bring(self, path: str) -> None:
        """Draws a file, and the page of errors where there is none."""
        if self._plugin.preview is None:
            return
        target = Path(self._server.root, path)
        self._rest.put_off()
        self._draw(path)
        if not target.exists():
            folder = f"{path}/index.html"
            self._draw(folder)
            if not Path(self._server.root, folder).is_file():
                self._draw(_ERROR)

    def _draw(self, path: str) -> None:
        target, preview = Path(self._server.root, path), self._plugin.preview
        changes = path in self._ours or path.endswith(".html") or not target.is_file()
        if path in self._drawn or not changes or preview is None:
            return
        files = preview.draw(path)
        for file in files:
            self._put(file)
        if path not in self._drawn:
            self._drawn.add(path)
            if path in self._ours:
                target.unlink(missing_ok=True)  # of another moment

    def _put(self, file: SiteFile) -> None:
        target = Path(self._server.root, file.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f"{target.name}.new")
        file.write(new)
        new.replace(target)
        self._drawn.add(file.path)
        self._ours.add(file.path)
