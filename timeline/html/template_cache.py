"""Templates as Python compiled them, kept where Python keeps compiled modules, and as little asked for.

A tenth of the time of a site goes into compiling, with the same result each time. What is kept names the template's
text, the versions of Python and of Jinja, and all else that says how a template is written as code.
"""

from __future__ import annotations

import os
import sys
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Beside the templates, or where `PYTHONPYCACHEPREFIX` says; nothing is written where Python writes nothing."""

    def __init__(self, folder: Path, made_by: Callable[[], str]) -> None:
        """`made_by` says how the environment makes code of a text; asked each time, since others may change that."""
        self._folder = folder
        self._made_by = made_by

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(Exception), self._file(bucket).open("rb") as file:  # whatever it is, it is made anew
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """At once or not at all, for another process may be reading."""
        if sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent)
            with os.fdopen(handle, "wb") as written:
                bucket.write_bytecode(written)
            Path(name).replace(file)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{name.replace('/', '-')}-{jinja2.__version__}-{zlib.crc32(self._made_by().encode()):08x}"

    def _file(self, bucket: Bucket) -> Path:
        return Path(cache_from_source(str(self._folder / f"{bucket.key}.py")))
