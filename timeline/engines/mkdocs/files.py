"""Page values in the form that MkDocs knows: files that nobody wrote, with address, title and edit link."""

from __future__ import annotations

import datetime
import hashlib
import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit, urlunsplit

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from timeline import browser
from timeline.browser import checksums as data_files
from timeline.browser import fallback, minify, styles
from timeline.engines.mkdocs.drawn_pages import Drawn, top
from timeline.html.head import head as html_head
from timeline.html.page import Asset, Page
from timeline.site.file import SiteFile
from timeline.site.settings import Site
from timeline.span import Span

SCRIPTS, STYLES = (Path(browser.__file__).parent / folder for folder in ("js", "css"))
ASSETS_ON_SITE = "assets/timeline"
STYLE = f"{ASSETS_ON_SITE}/timeline.css"
_THEMES_ICON, _ICON = "assets/images/favicon.png", f"{ASSETS_ON_SITE}/icon.svg"
CARD = "assets/card.png"  # in the folder of hand-written pages
HEAD = "timeline_head"  # beside what a page's author may say of it


def name(page: Page | Drawn) -> str:
    """What a `nav` calls the page: `timeline/index.md` is the page at `timeline/`."""
    path = page.address + "index.md"
    if path.startswith(("/", "../")) or posixpath.normpath(path) != path:
        raise ValueError(f"the address {page.address!r} leads out of the site")
    return path


def as_file(page: Page, config: MkDocsConfig) -> File:
    """An empty Markdown file at the page's address: the body joins it after Markdown had its turn."""
    listed = config.nav is None and not page.cached
    inclusion = InclusionLevel.UNDEFINED if listed else InclusionLevel.NOT_IN_NAV
    file = made(config, name(page), "", inclusion)
    if page.span:
        file.abs_src_path = str(Path(page.span.file).absolute())
    file.edit_uri = _edit_uri(page.span, config) if page.span else None
    return file


def made(
    config: MkDocsConfig, path: str, content: str | bytes, inclusion: InclusionLevel = InclusionLevel.UNDEFINED
) -> File:
    """A file that only a build knows. Other plugins ask each file where it lies: this one, in the site's settings."""
    file = File.generated(config, path, content=content, inclusion=inclusion)
    file.abs_src_path = str(Path(config.config_file_path or "mkdocs.yml").absolute())
    return file


def set_meta(target: mkdocs_pages.Page, page: Page) -> None:
    """Themes print titles and descriptions as they are, so both arrive escaped."""
    target.meta["title"] = escape(page.title)
    target.meta["description"] = escape(page.description)
    target.meta["search"] = {"exclude": True}  # what is found of a page is said in its search entry
    target.meta[HEAD] = page.head
    if page.hide:
        target.meta["hide"] = list(page.hide)
    if target.edit_url:
        parts = urlsplit(target.edit_url)
        target.edit_url = urlunsplit(parts._replace(path=posixpath.normpath(parts.path)))


def add_head(html: str, target: mkdocs_pages.Page, site: Site) -> str:
    """A rendered page with what it says of itself at the end of its head: no theme has a place for it."""
    head = target.meta.get(HEAD)
    if head is None:  # written by hand
        # The navigation calls the home page by its place there: who shares it shares the site.
        title = str(target.meta.get("title") or site.name) if target.is_homepage else str(target.title or site.name)
        title = unescape(title)
        words = str(target.meta.get("description") or "")
        head = html_head(site, target.url if target.url != "./" else "", title, words)
    before, end, after = html.partition("</head>")
    help_at = get_relative_url(f"{ASSETS_ON_SITE}/", target.url)
    return f"{before.rstrip()}\n{head}{fallback.element(help_at)}{end}{after}" if end else html


def contents(page: Page) -> TableOfContents:
    """Nothing but the first heading, where themes let the keyboard skip to."""
    anchor = top(page)
    return TableOfContents([AnchorLink(escape(page.title), anchor, 1)] if anchor else [])


def anchors(page: Page) -> set[str]:
    """What a link written by hand may point at within the page; MkDocs checks it."""
    return set(re.findall(r'\sid="([^"]+)"', page.body))


def stamp(texts: Iterable[str]) -> str:
    """A name for everything that the script looks up, and for the script: another text, another name."""
    digest = hashlib.sha256()
    every = (path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.rglob("*.js")))
    for text in (*every, *texts):
        digest.update(text.encode() + b"\0")
    return digest.hexdigest()[:12]


def add_assets(files: Files, config: MkDocsConfig, folder: str | None) -> None:
    """Ours come first, so that a style sheet of the site has the last word."""
    for file in assets(folder):
        if files.get_file_from_path(file.path) is None:
            files.append(made(config, file.path, file.text))
    _add_icon(files, config)
    if STYLE not in config.extra_css:  # a plugin may build more than once with the same settings
        config.extra_css[:0] = [STYLE]
        config.extra_javascript[:0] = started(folder)


def assets(folder: str | None) -> Iterator[SiteFile]:
    """Our style sheets and scripts.

    Scripts that look data up stand beside it, in a folder that is named after its content; without data there
    is nothing for them to do. Those of charts have a folder of their own and stay at one address. Style sheets of
    pages are handed over as one.
    """
    yield SiteFile(STYLE, styles.sheet())
    yield fallback.shared(ASSETS_ON_SITE)
    for path in sorted([*SCRIPTS.rglob("*.js"), *(STYLES / name for name in styles.APART)]):
        if path.parent.name in ("inline", "fallback"):  # in the pages themselves, and with words in it
            continue
        root = SCRIPTS if path.suffix == ".js" else STYLES
        looks_up = root is SCRIPTS and path.parent.name in (SCRIPTS.name, "modules", "print")
        above = folder if looks_up else ASSETS_ON_SITE
        if above is not None:
            text = path.read_text(encoding="utf-8")
            sent = minify.sent(text) if root is SCRIPTS else styles.sent(text)
            yield SiteFile(f"{above}/{path.relative_to(root).as_posix()}", sent)


def started(folder: str | None) -> list[ExtraScriptValue]:
    """The scripts that pages load."""
    return [_module(f"{folder}/{path.name}") for path in sorted(SCRIPTS.glob("*.js")) if folder]


def _add_icon(files: Files, config: MkDocsConfig) -> None:
    """A mark of ours, a tenth of the size, in place of the one that Material has for sites without an icon."""
    own = (Path(config.docs_dir) / _THEMES_ICON).exists()
    if config.theme.get("favicon") == _THEMES_ICON and not own:
        config.theme["favicon"] = _ICON
        files.append(made(config, _ICON, (STYLES / "icon.svg").read_text(encoding="utf-8")))


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script


def below(config: MkDocsConfig, folder: str) -> Path:
    """A folder that the settings name, wherever somebody stands."""
    return (Path(config.config_file_path or "mkdocs.yml").absolute().parent / folder).resolve()


def written(config: MkDocsConfig, handed: Mapping[str, Page], documents: Iterable[File]) -> dict[str, str]:
    """The pages that MkDocs wrote, by their files, with what a record's page says."""
    bodies = {name: page.body for name, page in handed.items()}
    files = {str(Path(file.abs_dest_path)): bodies.get(file.src_uri, "") for file in documents}
    names = [*config.theme.static_templates, *config.extra_templates]
    return files | {str(Path(config.site_dir, name)): "" for name in names if name.endswith(".html")}


def write_asset(asset: Asset, folder: Path) -> None:
    """A file that scripts fetch."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / asset.name).write_text(asset.text, encoding="utf-8", newline="\n")


def list_assets(folder: Path) -> None:
    """What scripts may trust: the list of all files that they fetch from a folder, and which folder holds now."""
    paths = [path for path in folder.iterdir() if path.suffix in (".json", ".txt")]
    contents, version = asset_lists(folder.name, {path.name: path.read_bytes() for path in paths})
    write_asset(contents, folder)
    write_asset(version, folder.parent)


def asset_lists(stamp: str, contents: Mapping[str, bytes]) -> tuple[Asset, Asset]:
    """The same for the contents of a folder: the list stands in it, the name of the folder beside it."""
    return data_files.listed(stamp, contents), Asset(data_files.VERSION, stamp)


def write(html: str, folder: str) -> None:
    """A page of the cache into its own folder of the site, in as few calls as thousands of them deserve."""
    try:
        os.mkdir(folder)  # noqa: PTH102 -- a Path for each of ten thousand pages is what takes the time
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103 -- as above
    except FileExistsError:
        pass
    with open(f"{folder}index.html", "wb", buffering=0) as file:  # noqa: PTH123 -- as above
        file.write(html.encode(errors="xmlcharrefreplace"))


def write_file(kept: SiteFile, site_dir: str) -> None:
    """A file beside a page that was written, or in a folder of its own."""
    path = f"{site_dir}/{kept.path}"
    try:
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115 -- as above; it is closed below
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path))  # noqa: PTH103, PTH120 -- as above
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115 -- as above; it is closed below
    with file:
        for piece in kept.pieces():
            file.write(piece)


def site(folder: Path, shown: str, config: MkDocsConfig, exports: frozenset[str] | None = None) -> Site:
    """What the settings say of where the pages will stand, and of where the record's files are edited."""
    edit = urljoin(f"{(config.repo_url or '').rstrip('/')}/", config.edit_uri) if config.edit_uri else ""
    below = os.path.relpath(folder, config.docs_dir).replace(os.sep, "/")
    return Site(
        config.site_name,
        config.site_url.rstrip("/") + "/" if config.site_url else "",
        CARD if Path(config.docs_dir, CARD).is_file() else "",
        shown.replace(os.sep, "/"),
        urljoin(edit, below) if edit.startswith(("http://", "https://")) and "?" not in edit else "",
        exports,
    )


def moment(day: datetime.date) -> datetime.datetime:
    """The day up to which a record was verified, for templates that print when the site was built."""
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _edit_uri(span: Span, config: MkDocsConfig) -> str:
    """Edit addresses start at `docs`; the record's files stand beside it."""
    path = os.path.relpath(span.file, config.docs_dir)
    return f"{path.replace(os.sep, '/')}#L{span.line}"
