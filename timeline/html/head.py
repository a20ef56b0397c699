"""What a page says of itself to machines, in its head: Open Graph, linked data, other forms of the same, feeds.

A description, a canonical link and the title are the theme's own. Addresses that must be whole, and the
picture that goes with them, are left out where the site has no address.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup, escape

from timeline.exports import dublin_core, registry
from timeline.site import inline_markdown
from timeline.site.file import Alternate
from timeline.site.settings import Site

CARD = (1200, 630)
"""The size of the site's card in pixels: what those that show links ask for."""
_SHOWN = 155
"""How many characters of a description search engines show."""

# Material takes `rel="alternate"` and nothing else for a site in another language, and asks for its sitemap.
_RELATION = "alternate {}"


def head(
    site: Site,
    address: str,
    title: str,
    description: str,
    *,
    article: bool = False,
    data: Mapping[str, Any] | None = None,
    cited: Iterable[tuple[str, str]] = (),
) -> str:
    """The elements as HTML, one a line; `cited` are names and values for those who save the page for citing."""
    said = {
        "og:type": "article" if article else "website",
        "og:title": title,
        "og:description": description,
        "og:site_name": site.name,
        "og:url": site.absolute(address),
    }
    lines = [f'<meta property="{name}" content="{escape(text)}">' for name, text in said.items() if text]
    if site.card and site.address:
        lines += [
            f'<meta property="og:image" content="{escape(site.absolute(site.card))}">',
            f'<meta property="og:image:width" content="{CARD[0]}">',
            f'<meta property="og:image:height" content="{CARD[1]}">',
            f'<meta property="og:image:alt" content="{escape(site.name)}">',
            '<meta name="twitter:card" content="summary_large_image">',
        ]
    lines += [_other(other) for other in registry.alternates(site, address, title)]
    if names := [f'<meta name="{name}" content="{escape(value)}">' for name, value in cited]:
        lines += [f'<link rel="schema.DC" href="{dublin_core.SCHEMA}">', *names]
    if data:
        lines.append(f'<script type="application/ld+json">{quoted(data)}</script>')
    return "\n".join(lines) + "\n"


def feeds(site: Site, address: str, root: str = "") -> Markup:
    """The elements by which a reader of feeds that is given the address of a page finds what is new.

    `root` is the path the site lives at, for a page that is served at any depth.
    """
    found = [other for other in registry.alternates(site, address, "") if other.relation == "feed"]
    return Markup("\n").join(Markup(_other(replace(other, link=urljoin(root, other.link)))) for other in found)


def _other(other: Alternate) -> str:
    link, kind, words = escape(other.link), escape(other.kind), escape(other.title)
    return f'<link rel="{_RELATION.format(other.relation)}" type="{kind}" href="{link}" title="{words}">'


def described(text: str) -> str:
    """The beginning of a text in Markdown as a description, ending at a word."""
    return inline_markdown.shortened(inline_markdown.plain(text), _SHOWN)


def quoted(data: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in, whatever a record says."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
