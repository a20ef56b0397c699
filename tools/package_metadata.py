"""What a package says of where it comes from: the addresses of the project, and a first page whose pictures show.

The address stands in no file, for a copy of this tree may be kept anywhere: whoever builds a release gives it as
`PROJECT_URL`, and the tag it is built from as `PROJECT_REF`. Without it a package names no address, and links of the
first page lead nowhere outside the tree, as they are written.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[((?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*)\]\((?!https?://|#|mailto:)([^)\s]+)\)")


class PackageMetadata(MetadataHookInterface):
    """Called by hatchling for every wheel and every archive of sources."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds `urls` and `readme` to what pyproject.toml says."""
        address, ref = os.environ.get("PROJECT_URL", "").rstrip("/"), os.environ.get("PROJECT_REF", "main")
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, address, ref)}
        metadata["urls"] = urls(address, ref)


def urls(address: str, ref: str) -> dict[str, str]:
    """The addresses that a package index shows beside the package; none where the project's is not known."""
    if not address:
        return {}
    return {
        "Source": address,
        "Documentation": f"{address}/blob/{ref}/docs/own-site.md",
        "Changelog": f"{address}/blob/{ref}/CHANGELOG.md",
        "Issues": f"{address}/issues",
    }


def absolute(text: str, address: str, ref: str) -> str:
    """Markdown whose links and pictures lead to the project from wherever it is shown."""
    if not address:
        return text

    def whole(link: re.Match[str]) -> str:
        picture, words, target = link.groups()
        kind = "raw" if picture else "blob"
        return f"{picture}[{_LINK.sub(whole, words)}]({address}/{kind}/{ref}/{target.removeprefix('./')})"

    return _LINK.sub(whole, text)
