"""Whether a site and the files of a record stay whole whatever ends a command: it is really killed, filled and raced.

    python tools/interruptions.py [TIMES]

TIMES is how often each is tried, 100 by default. A small disk is one in memory where this may be mounted (root on
Linux); elsewhere the size of files is limited.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "sample"
BUILD = (sys.executable, "-m", "mkdocs", "build", "-q")
TIMELINE = (sys.executable, "-m", "timeline")
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}

SETTINGS = """\
site_name: The bridge
site_url: https://aldermoor.example/
theme: {name: material, font: false}
plugins: [timeline]
markdown_extensions: [admonition, attr_list]
"""

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*command: str | Path, cwd: Path, **how: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env=QUIET, text=True, capture_output=True, check=False, **how)  # type: ignore[call-overload, no-any-return] # whatever it takes


def killed(seconds: float, *command: str | Path, cwd: Path) -> None:
    """A command that is ended without a word after so many seconds."""
    with subprocess.Popen(
        command, cwd=cwd, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()


def whole(what: str, held: object, states: Mapping[str, object], met: Counter[str]) -> None:
    """Counts in which of the states something is; ends the proof where it is in none."""
    state = next((name for name, state in states.items() if state == held), None)
    if state is None:
        sys.exit(f"{what}: neither the old nor the new")
    met[state] += 1


def site(place: Path) -> Path:
    shutil.copytree(SAMPLE, place)
    (place / "mkdocs.yml").write_text(SETTINGS)
    return place


def edited(place: Path, number: int) -> None:
    path = place / "data" / "record.yaml"
    title = f"The record of state {number % 2}"
    lines = [f"  title: {title}" if line.startswith("  title:") else line for line in path.read_text().splitlines()]
    path.write_text("\n".join(lines) + "\n")


def states_of(place: Path) -> tuple[dict[str, Tree], float]:
    """Two sites of one record in two states, and how long a build takes."""
    found: dict[str, Tree] = {}
    for number in (1, 0):
        edited(place, number)
        started = time.monotonic()
        done = run(*BUILD, cwd=place)
        if done.returncode:
            sys.exit(done.stderr)
        found[f"state {number}"] = tree(place / "site")
    return found, time.monotonic() - started


# -- what is proved ------------------------------------------------------------------------------------


def builds_killed(folder: Path, times: int) -> str:
    place, met = site(folder / "killed"), Counter[str]()
    states, lasts = states_of(place)
    for number in range(times):
        edited(place, number)
        killed(random.uniform(0, 1.1 * lasts), *BUILD, cwd=place)
        whole("a build that was killed", tree(place / "site"), states, met)
    run(*BUILD, cwd=place)
    left = sorted(path.name for path in place.iterdir() if path.name.startswith(".site"))
    if left:
        sys.exit(f"a build left {', '.join(left)}")
    return f"{times} builds killed: {dict(met)}"


def builds_on_a_full_disk(folder: Path, times: int) -> str:
    place, met, words = site(folder / "full"), Counter[str](), Counter[str]()
    states, _ = states_of(place)
    size = sum(len(raw) + 4_096 for raw in states["state 0"].values())
    for number in range(times):
        edited(place, number + 1)
        room = int(size * random.uniform(1.02, 2.2))
        with small_disk(place / "disk", room) as limit:
            goal = place / "disk" / "site" if number % 2 else place / "disk"  # a mount point is written from within
            shutil.copytree(place / "site", goal, dirs_exist_ok=True)
            done = run(*BUILD, "-d", goal, cwd=place, preexec_fn=limit)
            whole("a build on a full disk", tree(goal), states, met)
        if "Traceback" in done.stderr:
            sys.exit(done.stderr)
        words["said why" if "as it was" in done.stderr else "fitted" if not done.returncode else "other words"] += 1
    return f"{times} builds on a full disk: {dict(met)}, {dict(words)}"


def builds_at_once(folder: Path, times: int) -> str:
    place, met, words = site(folder / "raced"), Counter[str](), Counter[str]()
    states, _ = states_of(place)
    for number in range(times):
        edited(place, number)
        both = [
            subprocess.Popen(BUILD, cwd=place, env=QUIET, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
            for _ in range(2)
        ]
        for process in both:
            said = process.communicate()[1]
            if "Traceback" in said:
                sys.exit(said)
            words["built" if not process.returncode else "refused" if "another build" in said else said] += 1
        whole("two builds at once", tree(place / "site"), states, met)
    return f"{times} pairs of builds: {dict(met)}, {dict(words)}"


def readers_beside_builds(folder: Path, times: int) -> str:
    """Somebody who opens pages by their addresses all the time."""
    place, ended, met = site(folder / "read"), threading.Event(), Counter[str]()
    states, _ = states_of(place)
    pages = [{name: raw for name, raw in state.items() if name.endswith(".html")} for state in states.values()]
    wrong: list[str] = []

    def read() -> None:
        while not ended.is_set():
            name = random.choice(list(pages[0]))
            try:
                held = (place / "site" / name).read_bytes()
            except FileNotFoundError:
                wrong.append(f"{name} was not there")
                continue
            met["pages"] += 1
            if held not in (state[name] for state in pages):
                wrong.append(f"{name} was half a file")

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(max(1, times // 10)):
        edited(place, number + 1)
        run(*BUILD, cwd=place)
    ended.set()
    reader.join()
    if wrong:
        sys.exit(wrong[0])
    return f"{met['pages']:,} pages read while {max(1, times // 10)} builds took the place of one another, each whole"


def files_killed(folder: Path, times: int) -> str:
    """`fmt`, `rename` and `add`, each ended at some moment, on files that it would change."""
    told = []
    for name, command in COMMANDS.items():
        place, met = folder / name, Counter[str]()
        shutil.copytree(SAMPLE / "data", place / "data")
        untidy(place / "data")
        before = tree(place / "data")
        started = time.monotonic()
        done = run(*TIMELINE, *command, cwd=place)
        lasts, after = time.monotonic() - started, tree(place / "data")
        if after == before:
            sys.exit(f"{name} changed nothing: {done.stderr}")
        for _ in range(times):
            shutil.rmtree(place / "data")
            restore(place / "data", before)
            killed(random.uniform(0.5, 1.05) * lasts, *TIMELINE, *command, cwd=place)
            for file, raw in before.items():
                whole(f"{name}, {file}", (place / "data" / file).read_bytes(), {"old": raw, "new": after[file]}, met)
            run(*TIMELINE, *command, cwd=place)
            if name != "add" and tree_of_record(place / "data") != tree_of_record_in(after):
                sys.exit(f"{name}: what was cut off was not taken up")
        told.append(f"{name} killed {times} times: {dict(met)}")
    return "\n".join(told)


def files_on_a_full_disk(folder: Path, times: int) -> str:
    words: Counter[str] = Counter()
    place = folder / "files-full"
    shutil.copytree(SAMPLE / "data", place / "data")
    untidy(place / "data")
    before = tree(place / "data")
    size = sum(4_096 * (1 + len(raw) // 4_096) for raw in before.values()) + 8 * 4_096
    for _ in range(max(1, times // 4)):
        with small_disk(place / "disk", size + random.randrange(0, 16) * 4_096) as limit:
            restore(place / "disk" / "data", before)
            done = run(*TIMELINE, "fmt", "data", cwd=place / "disk", preexec_fn=limit)
            held = tree(place / "disk" / "data")
        if (
            any(len(raw) < len(before[name]) / 2 for name, raw in held.items() if name in before)
            or "Trace" in done.stderr
        ):
            sys.exit(f"fmt on a full disk: {done.stdout}{done.stderr}")
        words["said why" if "left as it is" in done.stdout else "fitted"] += 1
    return f"fmt on a full disk: {dict(words)}"


def untidy(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        path.write_text(path.read_text().replace("    title:", "    title:   ", 40))


def restore(folder: Path, files: Tree) -> None:
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def tree_of_record(folder: Path) -> Tree:
    return tree_of_record_in(tree(folder))


def tree_of_record_in(files: Tree) -> Tree:
    return {name: raw for name, raw in files.items() if name.endswith(".yaml")}


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Callable[[], None] | None]:
    """A folder with little room; what limits a process where no disk can be mounted."""
    place.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)]
    if sys.platform.startswith("linux") and os.geteuid() == 0 and subprocess.run(mount, check=False).returncode == 0:
        try:
            yield None
        finally:
            subprocess.run(["umount", str(place)], check=True)
        return
    most = random.choice((0, 4_000, 20_000, 100_000))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    finally:
        shutil.rmtree(place)


COMMANDS = {
    "fmt": ("fmt", "data"),
    "rename": ("rename", "plans-in-a-drawer", "plans-that-were-found"),
    "add": ("add", "topic", "A topic of its own"),
}
PROOFS = (
    builds_killed,
    builds_on_a_full_disk,
    builds_at_once,
    readers_beside_builds,
    files_killed,
    files_on_a_full_disk,
)


def main(times: int) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="timeline-interruptions-") as folder:
        for proof in PROOFS:
            print(proof(Path(folder), times if proof is builds_killed else max(1, times // 4)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
