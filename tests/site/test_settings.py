"""Ways from a page to the record behind it: only where the publisher says where the files are kept."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.bodies import Body
from tests.conftest import SAMPLE
from timeline.model import Timeline
from timeline.pages import render
from timeline.site.settings import Site, contact
from timeline.span import Span

HERE = Span("data/events.yaml", 12, 3, 12, 9)


def kept(edit: str) -> Site:
    return Site("T", "https://r.example/", "", "data", edit)


@pytest.mark.parametrize(
    ("edit", "lines", "history", "report"),
    [
        (
            "https://github.com/o/n/edit/main/data",
            "https://github.com/o/n/blob/main/data/events.yaml#L12-L40",
            "https://github.com/o/n/commits/main/data/events.yaml",
            "https://github.com/o/n/issues/new",
        ),
        (
            "https://gitlab.com/o/g/n/-/edit/main/data",
            "https://gitlab.com/o/g/n/-/blob/main/data/events.yaml#L12-L40",
            "https://gitlab.com/o/g/n/-/commits/main/data/events.yaml",
            "https://gitlab.com/o/g/n/-/issues/new",
        ),
        (
            "https://codeberg.org/o/n/_edit/main/data",
            "https://codeberg.org/o/n/src/branch/main/data/events.yaml#L12-L40",
            "https://codeberg.org/o/n/commits/branch/main/data/events.yaml",
            "https://codeberg.org/o/n/issues/new",
        ),
        ("https://files.example/edit-here/data", "", "", ""),
    ],
)
def test_each_forge_has_its_own_way_to_lines_history_and_reports(
    edit: str, lines: str, history: str, report: str
) -> None:
    site = kept(edit)

    assert site.edits(HERE) == f"{edit}/events.yaml#L{HERE.line}"
    assert site.lines(HERE, 40) == lines
    assert site.history(HERE) == history
    asked = site.report("Mistake in “A & B”", "Record: a\n")
    assert asked.partition("?")[0] == report
    if report:
        values = [value for found in parse_qs(urlsplit(asked).query).values() for value in found]
        assert values == ["Mistake in “A & B”", "Record: a\n"]


def test_a_record_that_no_file_holds_leads_nowhere() -> None:
    site = kept("https://github.com/o/n/edit/main/data")

    for span in (None, Span("", 0, 0, 0, 0), Span("elsewhere/x.yaml", 3, 1, 3, 2)):
        assert site.edits(span) == site.lines(span) == site.history(span) == ""


def test_a_page_without_a_repository_says_where_the_record_stands_and_offers_nothing(sample: Timeline) -> None:
    page = next(page for page in render(sample, Site(folder="data")) if page.kind == "event")

    body = Body.of(page.body)
    assert "Edit this record" not in body.words
    assert "Report a mistake" not in body.words
    assert "It stands in events.yaml, line " in body.words


def test_a_report_says_which_record_of_which_version_it_is_about(sample: Timeline) -> None:
    site = kept("https://github.com/o/n/edit/main/data")
    page = next(page for page in render(sample, site) if page.address == "events/may-opening/")

    (link,) = [link for link in Body.of(page.body).links if "/issues/new" in link]
    asked = parse_qs(urlsplit(link).query)
    (text,) = asked["body"]
    assert asked["title"] == ["Mistake in may-opening"]
    assert "Page: https://r.example/events/may-opening/" in text
    assert "Version: " in text
    (lines,) = [link for link in Body.of(page.body).links if "/blob/" in link]
    first, last = (int(part.lstrip("L")) for part in lines.partition("#")[2].split("-"))
    source = (SAMPLE / "data" / "events.yaml").read_text("utf-8").split("\n")
    assert source[first - 1].strip() == "- id: may-opening"
    assert 0 < last - first < 200
    assert not source[last].strip() or source[last].lstrip().startswith(("- id:", "#"))


def test_somebody_who_is_named_finds_a_form_for_a_reply_and_where_there_is_a_contact_that(read_record) -> None:
    record = """
    record: {title: T, through: 2026-01-01CONTACT}
    events: [{id: e, title: The bridge opens, claims: [{text: It opened.}]}]
    """
    site = kept("https://github.com/o/n/edit/main/data")
    pages = []
    for more in ("", ", contact: editors@r.example"):
        found = render(read_record(record.replace("CONTACT", more)), site)
        pages.append(Body.of(next(page for page in found if page.kind == "event").body))
    form, mail = pages

    (link,) = [link for link in form.links if "Reply" in link]
    asked = parse_qs(urlsplit(link).query)
    assert asked["title"] == ["Reply to e"]
    assert "Page: https://r.example/events/e/\n" in asked["body"][0]
    assert "reply, denial or correction" in asked["body"][0]
    assert "Named here? Reply, deny or correct" in form.words
    assert "Named here? editors@r.example" in mail.words
    assert not [link for link in mail.links if "Reply" in link]


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("editors@r.example", "mailto:editors@r.example?subject=Mistake%20in%20A"),
        ("https://r.example/contact", "https://r.example/contact"),
        ("by letter to the town hall", ""),
    ],
)
def test_those_who_are_named_reach_the_editors_as_the_record_says(words: str, link: str) -> None:
    assert contact(words, "Mistake in A") == (words, link)
    assert contact(None, "x") == ("", "")
