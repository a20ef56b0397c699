"""A record as it was at an earlier revision, from the git repository that keeps it, without network.

What git itself refuses is told as `Unreachable`, a sentence with a remedy. The files are laid into a folder that is
gone afterwards, and read as any other record.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from pathlib import Path

from timeline.loader.folder import Loaded, load

_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


class Unreachable(Exception):
    """Why an earlier revision cannot be had: a sentence without full stop, and a remedy."""

    def __init__(self, sentence: str, help: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.help = help


def former(folder: str | Path, revision: str) -> Loaded:
    """The record of a folder as git has it at a revision, such as `main`, `HEAD~1`, a tag or a hash.

    Files are named `revision:folder/file.yaml` in its problems. Raises `Unreachable`.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise Unreachable(f"there is no folder `{folder}`", "name the folder that holds the YAML files, usually `data`")
    prefix = _git(folder, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    commit = _commit(folder, revision)
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    held = _git(top, "ls-tree", "--name-only", "-r", "-z", "--full-tree", commit, "--", prefix or ".")
    if not any(name.endswith(b".yaml") for name in held.split(b"\0")):
        raise Unreachable(
            f"`{folder.as_posix()}` holds no record at `{revision}`",
            "name a later revision, or the folder where the record is kept now as it was then",
        )
    tree = f"{commit}:{prefix}" if prefix else commit
    raw = _git(top, "archive", "--format=tar", tree)
    with tempfile.TemporaryDirectory(prefix="timeline-former-") as place:
        with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
            archive.extractall(place, filter="data", members=_files(archive))
        return load(place, f"{revision}:{folder.as_posix()}")


def revisions(folder: str | Path) -> list[str]:
    """Every revision that changed a folder, the latest first. Raises `Unreachable`."""
    return _git(Path(folder), "log", "--format=%h", "--", ".").decode().split()


def _files(archive: tarfile.TarFile) -> list[tarfile.TarInfo]:
    return [member for member in archive.getmembers() if member.isreg() and member.name.endswith(".yaml")]


def _commit(folder: Path, revision: str) -> str:
    try:
        return (
            _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
            .decode()
            .strip()
        )
    except Unreachable as refused:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        help = "`git log --oneline` lists revisions, `git branch -a` the names of branches"
        if shallow:
            help = "only a part of the history is here: `git fetch --unshallow` brings the rest"
        raise Unreachable(f"git knows no revision `{revision}`", help) from refused


def _git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], env=os.environ | _QUIET, stdin=subprocess.DEVNULL, capture_output=True
        )
    except FileNotFoundError:
        raise Unreachable("git is not installed here", "install git, or compare on a machine that has it") from None
    if done.returncode == 0:
        return done.stdout
    told = done.stderr.decode(errors="replace").strip().splitlines()
    if any("not a git repository" in line for line in told):
        raise Unreachable(f"`{folder.as_posix()}` is in no git repository", "earlier revisions are taken from git")
    if any("dubious ownership" in line for line in told):
        raise Unreachable(
            f"git does not trust `{folder.as_posix()}`, which belongs to somebody else",
            "run it as the owner, or tell git with `git config --global --add safe.directory`",
        )
    raise Unreachable(f"git refused: {told[-1] if told else 'without a word'}", "try the same with git by hand")
