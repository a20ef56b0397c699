"""Whether the site builds in a new environment, from an index, with nothing that an earlier run kept.

    python tools/fresh.py [constraints-oldest.txt | constraints.txt | newest]

With the oldest versions that `pyproject.toml` allows it is a proof of `dev.py prove`; the workflow of dependencies
asks all three once a week, so that somebody who comes back after a year finds a site that builds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWEST = "newest"


def main(pins: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(Path(folder, "installed"), with_pip=True)
        python = str(Path(folder, "installed", "Scripts" if os.name == "nt" else "bin", "python"))
        bounds = [] if pins == NEWEST else ["--constraint", str(ROOT / pins)]
        install = [python, "-m", "pip", "install", "--quiet", "--no-cache-dir", "--disable-pip-version-check", *bounds]
        subprocess.run([*install, ".[site,import]"], cwd=ROOT, check=True)
        quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        build = [python, "-m", "mkdocs", "build", "--strict", "--site-dir", str(Path(folder, "site"))]
        subprocess.run(build, cwd=ROOT, env=os.environ | quiet, check=True)
        files = sum(path.is_file() for path in Path(folder, "site").rglob("*"))
    print(f"with {pins}, nothing kept from before: a site of {files:,} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "constraints-oldest.txt"))
