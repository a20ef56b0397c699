"""One Content-Security-Policy for all pages: what a site serves itself may run, and nothing else.

Themes write short scripts into their pages, and each is allowed by its hash. All pages carry the hashes of
all, since browsers that keep a page open while they load the next one would apply both policies at once.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

_RUNS = {"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"}
_OURS = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
_LETTERS = {"fonts.googleapis.com": "https://fonts.gstatic.com"}  # where a sheet of typefaces has the letters
_CHARSET_WITHIN = 1024  # bytes that browsers read to learn a page's encoding
_AHEAD = {"next", "prefetch", "prerender"}
"""Links at which a browser asks for a page that nobody has opened."""

Hashes = frozenset[tuple[str, str]]
"""`script` or `style`, and the hash that lets it run or its address on another host; and `manifest`."""


class _Reader(HTMLParser):
    """What a page runs and loads, and where its head begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: set[tuple[str, str]] = set()
        self.hosts: set[str] = set()
        self.head: tuple[int, int] | None = None
        """Line and column behind the tag of the head."""
        self.charset: tuple[int, int] | None = None
        """The same behind the page's encoding, where this comes first."""
        self.ahead: list[tuple[tuple[int, int], tuple[int, int]]] = []
        """Where links to a page of which a browser asks beforehand begin and end."""
        self._open: str | None = None
        self._text: list[str] = []
        self._first = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open, given = None, dict(attrs)
        if tag == "head":
            self.head, self._first = self._behind(), True
            return
        if tag == "meta" and "charset" in given and self._first:
            self.charset = self._behind()
        self._first = False
        relations = set((given.get("rel") or "").lower().split()) if tag == "link" else set()
        if relations & _AHEAD:
            self.ahead.append((self.getpos(), self._behind()))
        if "manifest" in relations:
            self.found.add(("manifest", "'self'"))
        loads = given.get("src") if tag in ("script", "img", "iframe") else None
        if "stylesheet" in relations:
            loads = given.get("href")
        if loads and (host := urlsplit(loads.strip()).netloc):
            if tag in ("script", "link"):
                self.found.add(("script" if tag == "script" else "style", _place(loads)))
            else:
                self.hosts.add(host)
        runs = tag == "style" or (tag == "script" and (given.get("type") or "").lower() in _RUNS)
        if runs and "src" not in given:
            self._open, self._text = tag, []

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open == tag:
            text = "".join(self._text).replace("\r\n", "\n").replace("\r", "\n")
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            self.found.add((tag, f"'sha256-{digest}'"))
        self._open = None

    def _behind(self) -> tuple[int, int]:
        line, column = self.getpos()
        tag = self.get_starttag_text() or ""
        lines = tag.count("\n")
        return line + lines, len(tag) - tag.rfind("\n") - 1 if lines else column + len(tag)


def _place(address: str) -> str:
    """A script or a sheet on another host, as a rule names it: this one and no other there."""
    parts = urlsplit(address.strip())
    return f"{parts.scheme or 'https'}://{parts.netloc}{parts.path}"


@lru_cache(maxsize=256)
def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def inline(html: str) -> Hashes:
    """The scripts and style sheets of a page: those in it, and those it loads from elsewhere; data does not run."""
    return frozenset(_read(html).found)


def element(allowed: Hashes) -> str:
    """The element that carries the policy."""
    hosts = {urlsplit(value).netloc for _, value in allowed}
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *sorted(value for tag, value in allowed if tag == "script")]),
        "style-src": " ".join(["'self'", *sorted(value for tag, value in allowed if tag == "style")]),
        "img-src": "'self' data:",
        "font-src": " ".join(["'self'", *(host for sheet, host in _LETTERS.items() if sheet in hosts)]),
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    if ("manifest", "'self'") in allowed:  # WebKit may not know of it, and says so on every page
        rules["manifest-src"] = "'self'"
    policy = "; ".join(f"{name} {value}" for name, value in rules.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def with_policy(html: str, policy: str) -> str:
    """The page with the policy first in its head; behind the charset where that would be found too late."""
    before, ours, after = html.partition(_OURS)
    bare = before + after.partition(">")[2] if ours else html
    top = bare[: bare.find("</head>")] if "</head>" in bare else bare
    reader = _Reader()
    reader.feed(top)
    if reader.head is None:
        return html
    head = _offset(top, reader.head)
    charset = _offset(top, reader.charset) if reader.charset else head
    place = charset if len(top[:charset].encode()) + len(policy) > _CHARSET_WITHIN else head
    return bare[:place] + policy + bare[place:]


def without_prefetch(html: str) -> str:
    """A page that asks for no other beforehand, as Firefox does at `<link rel="next">`: no rule allows that alone."""
    head, end, rest = html.partition("</head>")
    if not any(word in head.lower() for word in _AHEAD):
        return html
    reader = _Reader()
    reader.feed(head)
    for start, behind in reversed(reader.ahead):
        before, after = head[: _offset(head, start)], head[_offset(head, behind) :]
        head = before.rstrip(" \t") + after.removeprefix("\n")
    return head + end + rest


def loaded(html: str) -> set[str]:
    """The hosts from which a page would load pictures and frames, which the policy keeps away."""
    return set(_read(html).hosts)


def _offset(text: str, place: tuple[int, int]) -> int:
    line, column = place
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column
