"""Two sites of Hugo beside one of ours: H2 makes its pages by templates from the same files, H1 wraps bodies of ours.

The frame of a page, and in H1 the bodies, are those of our own site, so that the same number of bytes is written.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

_TEMPLATES = Path(__file__).parent / "hugo"
_KINDS = ("events", "sources")
_BODY = '<article class="tl-page'
_BARE = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "rss", "404", "section", "home"]\n'
_RAW = '[security]\nallowContent = [".*"]\n[markup.goldmark.renderer]\nunsafe = true\n'


def by_templates(data: Path, ours: Path, site: Path) -> None:
    """H2: the templates of this folder, and the files of the record as Hugo's data."""
    shutil.copytree(_TEMPLATES, site)
    shutil.copytree(data, site / "data" / "record")
    frame = _frame(ours).replace("\0", '{{ block "main" . }}{{ end }}')
    head = '{{ block "data" . }}{{ end }}</head>'
    frame = re.sub(r'<script type="application/ld\+json">.*?</script>', "", frame, flags=re.S)
    (site / "layouts" / "_default" / "baseof.html").write_text(frame.replace("</head>", head, 1), "utf-8")


def by_bodies(ours: Path, site: Path) -> None:
    """H1: each page of an event or a document as a file of content, with its body as we drew it."""
    for kind in _KINDS:
        for page in sorted((ours / kind).glob("*/index.html")):
            text = page.read_text("utf-8")
            start, end = _ends(text)
            own = {"title": _title(text), "description": "", "url": f"/{kind}/{page.parent.name}/"}
            written = site / "content" / kind / f"{page.parent.name}.html"
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(json.dumps(own) + "\n" + text[start:end], "utf-8")
    (site / "layouts" / "_default").mkdir(parents=True)
    (site / "layouts" / "_default" / "single.html").write_text(_frame(ours).replace("\0", "{{ .Content }}"), "utf-8")
    (site / "hugo.toml").write_text(_BARE + _RAW, "utf-8")


def _frame(ours: Path) -> str:
    """A page of an event of ours as a template, with a sign where its body stood."""
    text = next(iter(sorted((ours / "events").glob("*/index.html")))).read_text("utf-8")
    start, end = _ends(text)
    own = html.escape(_title(text), quote=False)
    described = re.search(r'<meta name="description" content="([^"]*)">', text)
    frame = text[:start].replace("{{", "{ {") + "\0" + text[end:].replace("{{", "{ {")
    if described:
        frame = frame.replace(described[1], "{{ .Title }}")
    return frame.replace(own, "{{ .Title }}")


def _ends(text: str) -> tuple[int, int]:
    start = text.index(_BODY)
    end = text.index("</article>\n</article>", start) if "</article>\n</article>" in text else text.rindex("</article>")
    return start, end + len("</article>")


def _title(text: str) -> str:
    named = re.search(r"<title>(.*?)</title>", text, re.S)
    return html.unescape(named[1]).rpartition(" - ")[0] if named else ""
