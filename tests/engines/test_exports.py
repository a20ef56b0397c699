"""The switch of each export in `mkdocs.yml`."""

from __future__ import annotations

import csv
import functools
import html
import http.server
import json
import re
import shutil
import socketserver
import subprocess
import threading
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort

from tests.engines.sites import Site, tree
from tests.repository import git
from timeline.engines.mkdocs.export_options import Exports
from timeline.pages.data import size


def plugin(*names: str) -> list[object]:
    return [{"timeline": {"exports": list(names)}}]


def test_a_site_has_the_exports_that_its_settings_name_and_no_other(site: Site) -> None:
    assert "updates/feed.xml" in tree(site.build())

    built = tree(site.build(plugins=plugin("ris")))

    assert {"events/opening/citation.ris", "sources/bibliography.ris"} <= built.keys()
    assert not {"updates/feed.xml", "sources/bibliography.bib"} & built.keys()
    assert "feed.xml" not in site.html("updates/")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["atm"], "no export is called `atm`; a similar one is `atom`"),
        (["Parquet"], "no export is called `Parquet`; there are default, json, "),
        ("json", r"a list of names is needed, such as \[default, json\]; \[\] for none"),
        ([{"json": "true"}], "a list of names is needed"),
    ],
)
def test_a_slip_in_the_setting_is_refused_with_what_was_meant(value: object, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Exports().run_validation(value)


def test_without_the_setting_nobody_chose(site: Site) -> None:
    assert Exports().run_validation(None) is None


@contextmanager
def served(site: Site, *exports: str) -> Iterator[str]:
    """The built site at an address of this machine, which it knows."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as free:
        port = free.server_address[1]
    address = f"http://127.0.0.1:{port}/"
    built = site.build(site_url=address, plugins=plugin(*exports))
    handler = functools.partial(Quiet, directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *words: object) -> None:
        pass


def fetched(address: str) -> bytes:
    """By curl where it is there, as the page has it."""
    if curl := shutil.which("curl"):
        return subprocess.run([curl, "-sSf", "--noproxy", "*", address], check=True, capture_output=True).stdout
    with urllib.request.urlopen(address) as answer:
        content: bytes = answer.read()
        return content


def test_the_lines_on_the_page_of_data_do_what_they_say(site: Site) -> None:
    with served(site, "default", "sqlite") as address:
        page = html.unescape(site.html("data/"))
        curl, pandas, datasette = re.findall(r"<code translate=\"no\">((?:curl|import|timeline) [^<]*)</code>", page)

        (entry,) = re.findall(r"curl (\S+)", curl)
        assert json.loads(fetched(entry))["$schema"].startswith(address)
        (table,) = re.findall(r"read_csv\('([^']*)'\)\.groupby\('status'\)", pandas)
        rows = list(csv.DictReader(fetched(table).decode().splitlines()))
        assert Counter(row["status"] for row in rows) == {"reported": 3}
        (database,) = re.findall(r"curl -O (\S+) && datasette record.sqlite", datasette)
        assert fetched(database).startswith(b"SQLite format 3\0")


def test_the_page_of_data_tells_every_file_with_its_true_size(site: Site) -> None:
    built = site.build(plugins=plugin("default", "sqlite"))
    row = r'<a href="\.\./([^"]+)" translate="no">\1</a> <span class="tl-soft">([^<]+)'
    listed = dict(re.findall(row, site.html("data/")))

    assert {"data/events.csv", "data/record.sqlite", "api/v1/record.json", "updates/feed.xml"} <= listed.keys()
    for path, told in listed.items():
        assert told == size((built / path).stat().st_size), path


def test_a_site_without_exports_says_so_on_its_page_of_data(site: Site) -> None:
    site.build(plugins=plugin())

    assert "This copy of the site has no files beside its pages" in site.html("data/")
    assert "timeline export sqlite -o record.sqlite" in site.html("data/")


def test_a_site_tells_what_has_changed_since_a_revision_that_its_settings_name(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    git(site.root, "init", "-q")
    git(site.root, "add", "-A")
    git(site.root, "commit", "-qm", "Before")
    built = tree(site.build(plugins=[{"timeline": {"since": "HEAD"}}]))

    told = json.loads(built["api/v1/changes.json"])
    assert told["since"]["version"] == told["version"]
    assert told["differences"] == []
    with pytest.raises(Abort):
        site.build(plugins=[{"timeline": {"since": "nowhere"}}])
    assert "`since: nowhere`: git knows no revision `nowhere`" in caplog.text
