"""A site under `serve` without a port: MkDocs' own server, asked for files and told of saves by the test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.util import FileWrapper

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.engines.sites import Site
from timeline.engines.mkdocs import TimelinePlugin

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; [^>]*>')
_RELOADING = re.compile(rb"<script>\nvar livereload = .*?</script>", re.DOTALL)


def without_policy(text: bytes) -> bytes:
    """A built page without the policy that a served one has no use for."""
    return _POLICY.sub(b"", text)


class Served:
    """What `mkdocs serve` does before it waits for the first browser."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site, self.folder = site, folder
        self.builds = 0
        """How often MkDocs built the site from the ground up."""
        config = self._config()
        config.plugins.on_startup(command="serve", dirty=False)
        self.server = LiveReloadServer(self._build, "127.0.0.1", 1, str(folder), mount_path="/record/")
        self.server.error_handler = lambda code: (folder / f"{code}.html").read_bytes()
        self._build(config)
        self.server.watch(config.docs_dir)
        self.plugins = dict(config.plugins)
        config.plugins.on_serve(self.server, config=config, builder=self._build)

    def end(self) -> None:
        """The plugins, which MkDocs keeps for all builds of this process, are told that the next one is no server."""
        self.server.server_close()
        for plugin in self.plugins.values():
            if isinstance(plugin, TimelinePlugin):
                plugin.on_startup(command="build", dirty=False)

    def _config(self) -> MkDocsConfig:
        return load_config(config_file=str(self.site.root / "mkdocs.yml"), site_dir=str(self.folder))

    def _build(self, config: MkDocsConfig | None = None) -> None:
        self.builds += 1
        build(config or self._config())

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Other builds in this process have the same plugins, for MkDocs keeps those that outlive a build."""
        kept = {name: dict(plugin.__dict__) for name, plugin in self.plugins.items()}
        yield
        for name, state in kept.items():
            self.plugins[name].__dict__.clear()
            self.plugins[name].__dict__.update(state)

    def save(self, name: str, text: str) -> None:
        """Writes a file, which the server is told of."""
        self.site.write(name, text)
        self.noticed()

    def noticed(self) -> None:
        """The server has heard that something is different."""
        self.server.builder()

    def get(self, path: str) -> tuple[int, bytes]:
        """The status, and a file as a browser gets it, without the script that reloads it."""
        said: list[Any] = []
        environ = {"PATH_INFO": f"/record/{path}", "REQUEST_METHOD": "GET", "wsgi.input": BytesIO()}
        app: Any = self.server.get_app()
        answer = app(environ, lambda *words: said.append(words))
        body = b"".join(answer)
        if isinstance(answer, FileWrapper):
            answer.close()
        return int(said[0][0].partition(" ")[0]), _RELOADING.sub(b"", body)

    def page(self, address: str) -> str:
        """A page that is there."""
        status, body = self.get(address)
        assert status == 200, address
        return body.decode()
