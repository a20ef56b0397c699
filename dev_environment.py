"""The environment of a clone, `.venv`: made and filled with nothing but Python, left alone while nothing changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
ENOUGH = {"site": ("site", "test"), "test": ("test",)}  # the extra `test` brings `site` with it
UNREACHABLE = ("from versions: none", "connection", "failed to fetch", "resolve host", "timed out", "network")


class Halt(Exception):
    """Why it cannot go on, in one sentence."""


def fingerprint(extra: str) -> str:
    """What decides what is installed, and where: another clone's environment is not ours."""
    digest = hashlib.sha256(repr((extra, sys.version, str(ROOT))).encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamp(extra: str) -> Path:
    return VENV / f"installed-{extra}"


def prepared(extra: str) -> bool:
    return PYTHON.exists() and any(
        stamp(name).is_file() and stamp(name).read_text() == fingerprint(name) for name in ENOUGH[extra]
    )


def prepare(extra: str) -> None:
    """Make `.venv` hold what this tree asks for. A failure leaves no stamp, and no new folder."""
    if prepared(extra):
        return
    uv = shutil.which("uv")
    new = not usable(uv)
    if new:
        create(uv)
    for name in ENOUGH:
        stamp(name).unlink(missing_ok=True)
    say(f"installing what `.[{extra}]` needs; the first time takes up to a minute")
    try:
        install(extra, uv, new)
    except BaseException:  # Ctrl-C too leaves no unfinished folder behind
        if new:
            shutil.rmtree(VENV, ignore_errors=True)
        raise
    stamp(extra).write_text(fingerprint(extra))


def usable(uv: str | None) -> bool:
    """Whether `.venv` is of this Python and whole: one that was made without ensurepip has no pip."""
    if not PYTHON.exists() or output(PYTHON, "-c", "import sys; print(sys.version)") != sys.version.strip():
        return False
    return uv is not None or output(PYTHON, "-m", "pip", "--version") is not None


def create(uv: str | None) -> None:
    if uv is None and find_spec("ensurepip") is None:
        raise Halt("this Python makes no environments; on Debian and Ubuntu: apt install python3-venv")
    say("making .venv")
    if VENV.exists():
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", sys.executable)  # not the one of the .venv just removed
    made = output(uv, "venv", "--python", base, VENV) if uv else output(base, "-m", "venv", VENV)
    if made is None:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Halt(f"`{base} -m venv .venv` failed; nothing was installed.")


def install(extra: str, uv: str | None, new: bool) -> None:
    pip = [uv, "pip", "install", "--python", str(PYTHON)] if uv else [str(PYTHON), "-m", "pip", "install"]
    told: list[str] = []
    with subprocess.Popen(
        [*pip, "-c", "constraints.txt", "-e", f".[{extra}]"],
        cwd=ROOT,
        env=environment(),
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        for line in process.stdout or ():
            told.append(line.strip())
            tick(told[-1])
    tick("")
    if process.returncode:
        reasons = [line for line in told if "error: " in line.lower() and "subprocess-exited" not in line]
        for line in list(dict.fromkeys(reasons or told))[-3:]:
            print(f"  {line}", file=sys.stderr)
        lost = any(word in line.lower() for word in UNREACHABLE for line in told)
        why = "cannot reach the package index" if lost else "the installation failed"
        state = "nothing was installed" if new else ".venv is unfinished until a run succeeds"
        raise Halt(f"{why}; {state}.")


def environment() -> dict[str, str]:
    """Compiled modules are kept: containers often forbid it, and each command would compile all of it anew."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **quiet, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"}


def say(sentence: str) -> None:
    print(f"dev.py: {sentence}", flush=True)


def tick(line: str) -> None:
    """A long installation shows that it lives, on one line, to somebody who watches."""
    if sys.stdout.isatty():
        print(f"\r  {line[:74]:<74}" if line else f"\r{'':<76}\r", end="", flush=True)


def output(*command: str | Path) -> str | None:
    """What it printed, or None if it failed."""
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, errors="replace")
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
