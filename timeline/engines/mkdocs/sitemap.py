"""The sitemap: what MkDocs has not seen joins it here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig

_URL = """
    <url>
         <loc>{address}</loc>
         <lastmod>{edited}</lastmod>
    </url>"""


def with_pages(sitemap: str, addresses: Iterable[str], config: MkDocsConfig, edited: datetime.date) -> str:
    """The sitemap with further pages, in MkDocs' own form; without a `site_url` it lists nothing."""
    if not config.site_url:
        return sitemap
    base = config.site_url.rstrip("/") + "/"
    file = "" if config.use_directory_urls else "index.html"
    urls = (_URL.format(address=escape(urljoin(base, f"{address}{file}")), edited=edited) for address in addresses)
    before, end, after = sitemap.rpartition("</urlset>")
    return before.rstrip() + "".join(urls) + "\n" + end + after if end else sitemap
