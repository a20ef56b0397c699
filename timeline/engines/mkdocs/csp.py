"""One Content-Security-Policy for all pages: what a site serves itself may run, and nothing else.

Themes write short scripts into their pages, and each is allowed by its hash. All pages carry the hashes of
all, since browsers that keep a page open while they load the next one would apply both policies at once.
"""

from __future__ import annotations

import base64
import hashlib
import re

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


def element(allowed: Hashes) -> str:
    """The element that carries the policy."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *sorted(value for tag, value in allowed if tag == "script")]),
        "style-src": " ".join(["'self'", *sorted(value for tag, value in allowed if tag == "style")]),
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


def with_policy(html: str, policy: str) -> str:
    """The page with the policy first in its head; behind the charset where that would be found too late."""
    bare = _OURS.sub("", html, count=1)
    head = _HEAD.search(bare)
    if head is None:
        return html
    late = len(bare[: head.end()].encode()) + len(policy) > _CHARSET_WITHIN
    place = head.end() if late or not head[1] else head.start(1)
    return bare[:place] + policy + bare[place:]


def loaded(html: str) -> set[str]:
    """The hosts from which a page would load scripts, styles, pictures and frames."""
    return {one or other for one, other in _LOADED.findall(html)}
