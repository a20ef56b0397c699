"""What zizmor says of the workflows: of this repository, and of the site that `timeline new` makes.

    python tools/workflows.py

It is a program of ten megabytes, so it gets an environment of its own in a temporary folder. It reads the files and
asks nobody about them (--offline).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ZIZMOR = "zizmor==1.32.0"


def files() -> list[Path]:
    """Each workflow, and what keeps the actions fresh."""
    folders = (ROOT / ".github", ROOT / "timeline/starter/site/dot-github")
    return sorted(
        path for folder in folders for path in (*folder.glob("workflows/*.yml"), *folder.glob("dependabot.yml"))
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        place = Path(folder, "Scripts" if os.name == "nt" else "bin")
        subprocess.run([place / "python", "-m", "pip", "install", "--quiet", ZIZMOR], check=True)
        return subprocess.run([place / "zizmor", "--offline", "--pedantic", *files()]).returncode


if __name__ == "__main__":
    sys.exit(main())
