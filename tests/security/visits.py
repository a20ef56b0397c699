"""A site of hostile texts without its policy, and a browser that tells what of them ran, loaded or would on a click."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Dialog

from tests.browser.server import built
from tests.security.records import hostile, write

SWEEP = """() => {
  const found = []
  for (const part of document.querySelectorAll('*')) {
    for (const { name, value } of part.attributes) {
      const text = value.replace(/[\\u0000-\\u0020]/g, '').toLowerCase()
      const leads = /^(href|src|srcset|srcdoc|action|formaction|xlink:href|data|background|poster|cite)$/.test(name)
      const runs = leads && /^((java|vb)script|file|blob):|^data:text|^(https?:)?\\/\\/evil/.test(text)
      if (name.startsWith('on') || runs) {
        found.push(`<${part.localName} ${name}=${value.slice(0, 60)}>`)
      }
    }
    const code = part.localName === 'script' && !/json/.test(part.type) ? part.textContent : ''
    if (/ran\\(/.test(code)) found.push(part.outerHTML)
  }
  return found
}"""
_PAGES = (
    "", "timeline/", "timeline/2025/", "timeline/?topic=t1&actor=a1&q=ran(1)%3Cimg%20src=x%20onerror=ran(2)%3E",
    "events/e0/", "events/e7/?asof=2025-06-01", "sources/", "sources/s7/", "actors/a3/", "topics/t4/", "disputes/",
    "expectations/", "tracks/", "evidence/", "updates/", "print/2025/", "data/", "embed/axis/", "404.html",
)  # fmt: skip
"""One of every kind."""


def site(folder: Path, number: int, claims: int) -> Path:
    """The folder to be served, with the site below `record/`."""
    home = folder / "home"
    write(home / "data", hostile(number, claims))
    (home / "docs").mkdir()
    (home / "docs" / "about.md").write_text("# About\n\nIt began with [[e0]].\n", encoding="utf-8")
    settings = {
        "site_name": "Bridges", "site_url": "https://bridges.example/record/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"timeline": {"csp": False, "exports": ["default", "sqlite"]}}],
    }  # fmt: skip
    (home / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return built(home, folder / "built")


def complaints(browser: Browser, address: str, pages: Iterable[str] = _PAGES, search: Iterable[str] = ()) -> list[str]:
    """What ran, what was asked of other hosts, and what on a page would run when somebody clicks on it.

    Every page is read and its notes are opened; the texts of `search` are typed into the search of the first one.
    """
    told: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        page, host = context.new_page(), urlsplit(address).netloc
        context.expose_function("ran", lambda number=None: told.append(f"{page.url}: {number} ran"))

        def heard(dialog: Dialog) -> None:
            told.append(f"{page.url}: {dialog.message}")
            dialog.dismiss()

        context.on("dialog", heard)
        context.on("request", lambda r: told.append(r.url) if _away(r.url, host) else None)
        context.on("weberror", lambda e: told.append(f"{page.url}: {e.error}"))
        for name in pages:
            page.goto(address + name, wait_until="load")
            if name.startswith("events/"):
                page.locator(".tl-claim .tl-refs a").first.click()
                page.wait_for_timeout(100)
            told += [f"{name}: {found}" for found in page.evaluate(SWEEP)]
        if search := list(search):
            page.goto(f"{address}events/e0/", wait_until="load")
            page.keyboard.press("/")
            field = page.locator(".tl-dialog input")
            for text in search:
                field.fill(text)
                page.wait_for_timeout(60)
            told += [f"search: {found}" for found in page.evaluate(SWEEP)]
    finally:
        context.close()
    return told


def _away(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.netloc != host
