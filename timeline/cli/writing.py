"""A file replaced in one stroke: whoever looks finds the old one or the new one, never half of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


class Overtaken(OSError):
    """Somebody else has written the file since it was read."""


def replace(path: Path, before: bytes, after: bytes) -> None:
    """Puts `after` in the place of `before`; a link stays a link, and who may read the file stays as it was."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, fresh)
        if target.read_bytes() != before:
            raise Overtaken("it was changed by somebody else in the meantime")
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
