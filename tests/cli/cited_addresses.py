"""A record on the disk that cites documents at given addresses, for what asks about them."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import completed


def record(*urls: str, more: str = "") -> None:
    """A record that cites a document at each address: `a`, `b` and so on."""
    names = "abcdefghij"[: len(urls)]
    sources = "".join(f"  - {{id: {name}, url: '{url}'{more}}}\n" for name, url in zip(names, urls, strict=True))
    text = (
        f"sources:\n{sources}events:\n  - id: opening\n    claims: [{{text: It opened., cite: [{', '.join(names)}]}}]\n"
    )
    Path("data/all.yaml").write_text(completed(text), encoding="utf-8")
