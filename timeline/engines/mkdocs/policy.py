"""One Content-Security-Policy for all pages: what a site serves itself may run, and nothing else.

Themes write short scripts into their pages, and each is allowed by its hash. All pages carry the hashes of
all, since browsers that keep a page open while they load the next one would apply both policies at once.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.plugins import get_plugin_logger

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_RUNS = {"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"}
_LINE_END = re.compile(r"\r\n?")
_LOADED = re.compile(
    r"""<(?:script|img|iframe)\b[^>]*?\ssrc=["']?(?:https?:)?//([^/"'\s>]+)"""
    r"""|<link\b(?=[^>]*\srel=["']?stylesheet)[^>]*?\shref=["']?(?:https?:)?//([^/"'\s>]+)""",
    re.IGNORECASE,
)
_HEAD = re.compile(r"<head(?=[\s>])[^>]*>(\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_OURS = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; [^\"]*\">")
_CHARSET_WITHIN = 1024  # bytes that browsers read to learn a page's encoding

Hashes = frozenset[tuple[str, str]]
"""`script` or `style`, and the hash that lets it run."""

log = get_plugin_logger("timeline")


def inline(html: str) -> Hashes:
    """The scripts and style sheets that stand in a page; data in a script element does not run."""
    found = set()
    for tag, attributes, text in _INLINE.findall(html):
        name, kind = tag.lower(), _TYPE.search(attributes)
        if _ELSEWHERE.search(attributes) or (name == "script" and kind and kind[1].lower() not in _RUNS):
            continue
        digest = hashlib.sha256(_LINE_END.sub("\n", text).encode()).digest()
        found.add((name, f"'sha256-{base64.b64encode(digest).decode()}'"))
    return frozenset(found)


def tag(allowed: Hashes) -> str:
    """The element that carries the policy."""
    scripts, styles = (" ".join(["'self'", *sorted(h for n, h in allowed if n == name)]) for name in ("script", "style"))
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": styles,
        "img-src": "'self' data:",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def sealed(html: str, policy: str) -> str:
    """The page with the policy first in its head; behind the charset where that would be found too late."""
    bare = _OURS.sub("", html, count=1)
    head = _HEAD.search(bare)
    if head is None:
        return html
    late = len(bare[: head.end()].encode()) + len(policy) > _CHARSET_WITHIN
    place = head.end() if late or not head[1] else head.start(1)
    return bare[:place] + policy + bare[place:]


@dataclass(slots=True)
class Guard:
    """The policy of a site while it is built."""

    written: dict[str, str] = field(default_factory=dict)
    """Files with a page in them, and what of each is a record's body: nothing that stands there is let run."""
    known: Hashes = frozenset()
    """What the sheets of pressed pages hold."""

    def policy(self) -> str:
        """What the pages need, as they are at this moment."""
        return tag(self.known.union(*(inline(self._frame(path)) for path in self._pages())))

    def seal(self, policy: str, others: Iterable[str] = ()) -> None:
        """Writes the policy into every page, and into others that carry an older one."""
        for path in (*self._pages(), *others):
            file = Path(path)
            file.write_bytes(sealed(file.read_bytes().decode(), policy).encode())

    def tell(self) -> None:
        """Says what stays away from the pages because it would come from elsewhere."""
        hosts = {one or other for path in self._pages() for one, other in _LOADED.findall(self._frame(path))}
        if hosts:
            log.info(f"the policy of the site lets no page load from another host: {', '.join(sorted(hosts))}")

    def _pages(self) -> list[str]:
        return [path for path in self.written if Path(path).is_file()]

    def _frame(self, path: str) -> str:
        html, body = Path(path).read_bytes().decode(), self.written[path]
        return html.replace(body, "", 1) if body else html
