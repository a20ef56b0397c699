"""Looks for bytes that dates, the loader, Markdown or the import do not answer in words: a proof of `dev.py prove`.

    python tools/fuzz.py [--seconds 60] [--keep] [dates] [loader] [pages] [imports]

Coverage-guided (atheris, for Linux): what leads into code where nothing led before is changed further. It begins with
what was kept in `tests/security/corpus`; with `--keep`, what it found is added there, as little as covers the same.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

ATHERIS = "atheris==3.0.0"
SAMPLE = ROOT / "tests/sample/data"
_FUZZED = """\
#!{python}
import os, sys
import atheris
with atheris.instrument_imports(include=["timeline"]):
    from tests.security.targets import TARGETS
atheris.Setup(sys.argv, TARGETS[os.environ["TARGET"]])
atheris.Fuzz()
"""
"""A program that calls itself once more where it looks for what covers the same."""


def main() -> int:
    from tests.security.targets import TARGETS, keep, kept

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("targets", nargs="*", choices=[[], *TARGETS])
    options.add_argument("--seconds", type=int, default=60, help="for each of them")
    options.add_argument("--keep", action="store_true")
    asked = options.parse_args()
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-q", "--target", f"{folder}/atheris", ATHERIS], check=True
        )
        for name in asked.targets or TARGETS:
            seeds, found, least = (Path(folder, f"{name}-{part}") for part in ("seeds", "found", "least"))
            for each in (seeds, found, least):
                each.mkdir()
            examples = [path.read_bytes() for path in SAMPLE.rglob("*.yaml")] if name == "loader" else []
            for number, raw in enumerate([*kept(name), *examples]):
                (seeds / str(number)).write_bytes(raw)
            limits = ["-max_len=4000", "-timeout=20", "-rss_limit_mb=3000", f"-artifact_prefix={ROOT}/fuzz-{name}-"]
            if _run(folder, name, f"-max_total_time={asked.seconds}", *limits, str(found), str(seeds)):
                failed.append(name)
            if asked.keep:
                _run(folder, name, "-merge=1", *limits, str(least), str(seeds), str(found))
                keep(name, [path.read_bytes() for path in least.iterdir()])
    print(f"not answered in words: {', '.join(failed)}; the bytes lie beside dev.py" if failed else "all was answered")
    return 1 if failed else 0


def _run(folder: str, name: str, *arguments: str) -> int:
    program = Path(folder, "fuzzed.py")
    program.write_text(_FUZZED.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o700)
    paths = os.pathsep.join([str(ROOT), f"{folder}/atheris"])
    return subprocess.run([program, *arguments], env=os.environ | {"PYTHONPATH": paths, "TARGET": name}).returncode


if __name__ == "__main__":
    sys.exit(main())
