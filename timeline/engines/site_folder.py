"""The folder of a site, which holds the old site or the new one: a build writes beside it and swaps at the end.

Beside it, in `.NAME.building`, because only there a folder can change places with it in one stroke. Where nothing can
stand beside it (a mount point, a folder in one that belongs to somebody else) the new site is written within it, in
`.building`, and its files take their places one by one, each of them whole.
Hidden files at the top of the folder, such as `.git`, are no part of any build: they stay, as MkDocs leaves them.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from timeline.engines.exchange import exchange
from timeline.engines.lock import Lock

_ELSEWHERE = {errno.EBUSY, errno.EXDEV, errno.EINVAL}
"""What systems say where a folder cannot be given another place though both stand side by side."""
_SHUT = {errno.EACCES, errno.EPERM, errno.EROFS}


class SiteFolder:
    """Where a build writes until it is done: `fresh`. Only one build at a time has it."""

    def __init__(self, place: Path) -> None:
        """Sweeps away what a killed build has left. Raises `Locked` and OSError."""
        self.place = place.resolve()  # a link stays a link
        self.whole = not os.path.ismount(self.place)
        """Whether the new site takes the place of the old one in one stroke."""
        self._lock = self._locked()
        folder, prefix = (self.place.parent, f".{self.place.name}.") if self.whole else (self.place, ".")
        self.fresh = folder / f"{prefix}building"
        self._old = folder / f"{prefix}old"
        try:
            self._sweep()
            self.fresh.mkdir()
        except BaseException:
            self._lock.release()
            raise

    def put(self) -> None:
        """The new site in the place of the old one. Raises OSError, and the old one stands."""
        for hidden in self._hidden():
            _link(hidden, self.fresh / hidden.name)
        if self.whole:
            self._put_whole()
        else:
            _move_in(self.fresh, self.place)
        self.discard()

    def discard(self) -> None:
        """Ends a build; what was not put in place goes. May be said twice."""
        for left in (self.fresh, self._old):
            shutil.rmtree(left, ignore_errors=True)
        self._lock.release()

    def _locked(self) -> Lock:
        if self.whole:
            try:
                self.place.parent.mkdir(parents=True, exist_ok=True)
                return Lock(self.place.with_name(f".{self.place.name}.lock"))
            except OSError as error:
                if error.errno not in _SHUT or not self.place.is_dir():
                    raise
                self.whole = False
        return Lock(self.place / ".building.lock")

    def _sweep(self) -> None:
        """A build that was killed between two strokes has left the site aside; any other has left nothing of worth."""
        if self.whole and self._old.exists() and not self.place.exists():
            self._old.rename(self.place)
        for left in (self.fresh, self._old):
            if left.exists():
                shutil.rmtree(left)

    def _hidden(self) -> Iterator[Path]:
        if self.whole and self.place.is_dir():
            yield from (path for path in self.place.iterdir() if path.name.startswith("."))

    def _put_whole(self) -> None:
        if not self.place.exists():
            self.fresh.rename(self.place)
            return
        with suppress(OSError):  # whose they are is for their owner to say
            shutil.copystat(self.place, self.fresh)
            if hasattr(os, "chown"):
                owner = self.place.stat()
                os.chown(self.fresh, owner.st_uid, owner.st_gid)
        try:
            exchange(self.fresh, self.place, self._old)
        except OSError as error:
            if error.errno not in _ELSEWHERE:
                raise
            self.whole = False
            self._put_within()

    def _put_within(self) -> None:
        """By way of the folder's own disk, so that nothing is replaced before there is room for all of it."""
        within = self.place / ".building"

        def there(folder: str, names: list[str]) -> list[str]:
            """Hidden files that were linked and not built."""
            pairs = {name: self.place / Path(folder, name).relative_to(self.fresh) for name in names}
            return [name for name, old in pairs.items() if old.is_file() and old.samefile(Path(folder, name))]

        try:
            shutil.copytree(self.fresh, within, symlinks=True, ignore=there)
            _move_in(within, self.place)
        finally:
            shutil.rmtree(within, ignore_errors=True)


def _link(file: Path, goal: Path) -> None:
    """The same file, or folder of files, at a second place; what stands there already is the newer one."""
    if file.is_dir() and not file.is_symlink():
        goal.mkdir(exist_ok=True)
        shutil.copystat(file, goal)
        for within in file.iterdir():
            _link(within, goal / within.name)
    elif not os.path.lexists(goal):
        try:
            os.link(file, goal, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system that knows no such thing
            shutil.copy2(file, goal, follow_symlinks=False)


def _move_in(fresh: Path, place: Path) -> None:
    """Each file of a folder into another: what pages ask for before the pages, and last goes what is no more."""
    new = sorted(_files(fresh), key=lambda name: (name.endswith(".html"), name))
    for name in new:
        goal = place / name
        _make_way(goal, place)
        (fresh / name).replace(goal)
    kept = set(new)
    for name in [name for name in _files(place) if name not in kept and not name.startswith(".")]:
        (place / name).unlink()
    for folder, _, _ in os.walk(place, topdown=False):
        if not Path(folder).relative_to(place).as_posix().startswith("."):
            with suppress(OSError):  # there is something in it
                Path(folder).rmdir()


def _make_way(goal: Path, place: Path) -> None:
    """A folder for a file, where a file of the old site may have had its name, and the other way round."""
    for above in [*reversed(goal.relative_to(place).parents)][1:]:
        if (place / above).is_file():
            (place / above).unlink()
    goal.parent.mkdir(parents=True, exist_ok=True)
    if goal.is_dir():
        shutil.rmtree(goal)


def _files(folder: Path) -> Iterator[str]:
    """The names of all files below a folder."""
    for above, _, names in os.walk(folder):
        yield from ((Path(above) / name).relative_to(folder).as_posix() for name in names)
