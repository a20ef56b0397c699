"""A file that may be too large to be held: drawn in pieces while it is written, and read from there ever after."""

from __future__ import annotations

import hashlib
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PIECE = 1 << 20
"""Bytes that are held at once, about."""


class Large(ABC):
    """What such a file holds."""

    def __init__(self) -> None:
        self.place: Path | None = None
        """Where it lies, once it was put somewhere."""
        self._keeper: object = None

    @abstractmethod
    def _draw(self) -> Iterator[bytes]:
        """All of it, made now."""

    def pieces(self) -> Iterator[bytes]:
        """All of it, so that none is held for long."""
        if self.place is None:
            yield from self._draw()
            return
        with self.place.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece

    def write(self, path: Path) -> None:
        """A file with it, that belongs to somebody else."""
        with path.open("wb") as file:
            file.writelines(self.pieces())

    def put(self, path: Path, keeper: object = None) -> None:
        """Its own file, from which it is read from now on; `keeper` takes it away when nobody knows it any more."""
        self.write(path)
        self.place, self._keeper = path, keeper

    def move(self, path: Path) -> None:
        """Gives its file another place on the same disk."""
        assert self.place
        path.parent.mkdir(parents=True, exist_ok=True)
        self.place, self._keeper = self.place.replace(path), None

    @property
    def size(self) -> int:
        """In bytes; what lies nowhere yet is drawn for it, and not kept."""
        return self.place.stat().st_size if self.place else sum(map(len, self._draw()))


class LargeText(Large):
    """Text, line by line."""

    def __init__(self, lines: Callable[[], Iterable[str]]) -> None:
        """`lines` begins anew each time."""
        super().__init__()
        self._lines = lines
        self._measured: tuple[int, str] | None = None

    @property
    def size(self) -> int:
        return self._measure()[0]

    @property
    def sha256(self) -> str:
        """The sum of its bytes, in hexadecimal digits."""
        return self._measure()[1]

    def _measure(self) -> tuple[int, str]:
        if self._measured is None:
            for _ in self._draw():
                pass
        assert self._measured
        return self._measured

    def _draw(self) -> Iterator[bytes]:
        size, digest = 0, hashlib.sha256()
        for piece in _gathered(self._lines()):
            size += len(piece)
            digest.update(piece)
            yield piece
        self._measured = size, digest.hexdigest()


class LargeBinary(Large):
    """What a library writes into a file that it is given, and nowhere else."""

    def __init__(self, make: Callable[[Path], object]) -> None:
        """`make` fills an empty file."""
        super().__init__()
        self._make = make

    def write(self, path: Path) -> None:
        if self.place is not None:
            super().write(path)
            return
        path.write_bytes(b"")
        self._make(path)

    def _draw(self) -> Iterator[bytes]:
        with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
            made = Path(folder, "made")
            self._make(made)
            with made.open("rb") as file:
                while piece := file.read(PIECE):
                    yield piece


def _gathered(lines: Iterable[str]) -> Iterator[bytes]:
    """Short lines together: none is written by itself."""
    held: list[str] = []
    length = 0
    for line in lines:
        held.append(line)
        length += len(line)
        if length >= PIECE // 4:  # a character may take four bytes
            yield "".join(held).encode()
            held.clear()
            length = 0
    if held:
        yield "".join(held).encode()
