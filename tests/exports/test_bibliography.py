"""Citations as other people's programs read them: pybtex the BibTeX, rispy the RIS, citeproc-py the CSL-JSON."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import parse
from timeline.exports.bibliography import Entry, bibtex, csl, of_event, of_source, ris, text
from timeline.exports.bibliography.csl import date as csl_date
from timeline.model import Author, Timeline

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
    from pybtex.database import Entry as Read
    from pybtex.database import parse_string


@pytest.fixture(scope="module")
def entries(sample: Timeline) -> list[Entry]:
    """Every event and every source of the record."""
    made = [of_event(sample, event, "0123456789ab", f"https://r.example/{event.id}/") for event in sample.events]
    return made + [of_source(sample, source) for source in sample.sources]


def parsed(found: Iterable[Entry]) -> dict[str, Read]:
    library: dict[str, Read] = dict(parse_string("\n\n".join(bibtex(entry) for entry in found), "bibtex").entries)
    return library


PRINTED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    "{}": "",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
_COMMAND = re.compile("|".join(map(re.escape, PRINTED)) + "|[{}]")


def said(latex: str) -> str:
    """A field as TeX prints it."""
    return _COMMAND.sub(lambda found: PRINTED.get(found[0], ""), latex)


def printed(items: list[dict[str, Any]]) -> list[str]:
    """A bibliography in a style that neither of us wrote."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py tells of CSL variables that it does not print
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]


def test_every_entry_of_the_record_is_read_back_with_its_title_and_date(entries: list[Entry]) -> None:
    library = parsed(entries)

    assert len(library) == len({entry.key for entry in entries}) == len(entries)
    for entry in entries:
        fields = library[entry.key].fields
        assert said(fields["title"]) == entry.title
        assert fields.get("url", "") == entry.url
        if entry.issued and entry.issued.form != "between":
            assert fields["date"] == entry.issued.text
        if not entry.issued and not entry.version:
            assert "date" not in fields
            assert "year" not in fields


def test_every_entry_is_printed_by_somebody_elses_style(entries: list[Entry]) -> None:
    items = [json.loads(json.dumps(csl(entry))) for entry in entries]

    lines = printed(items)

    assert len(lines) == len(items)
    text = "\n".join(lines)
    assert all(entry.url in text for entry in entries if entry.url)


def test_an_event_is_cited_in_the_version_that_was_read(sample: Timeline) -> None:
    entry = of_event(sample, sample.events_by_id["may-opening"], "0123456789ab", "https://r.example/events/x/")

    assert "version 0123456789ab" in text(entry)
    assert "https://r.example/events/x/" in text(entry)
    assert csl(entry)["version"] == "0123456789ab"
    fields = parsed([entry])["may-opening"].fields
    assert said(fields["note"]) == "on an event dated May 2025; version 0123456789ab"
    assert fields["date"] == sample.record.through.isoformat()


VAGUE = [
    ("2025", {"date-parts": [[2025]]}, "2025"),
    ("2025-05", {"date-parts": [[2025, 5]]}, "2025"),
    ("2025-05-04", {"date-parts": [[2025, 5, 4]]}, "2025"),
    ("2025-05~", {"date-parts": [[2025, 5]], "circa": True}, ""),
    ("2025-05?", {"literal": "possibly May 2025"}, ""),
    ("2025-05%", {"literal": "possibly about May 2025"}, ""),
    ("202X", {"literal": "the 2020s"}, ""),
    ("2025-21", {"date-parts": [[2025]], "season": 1}, "2025"),
    ("2025-34", {"literal": "second quarter of 2025"}, "2025"),
    ("2025-05/2026-01", {"date-parts": [[2025, 5], [2026, 1]]}, ""),
    ("2025-05/..", {"literal": "from May 2025"}, ""),
    ("[2025-05-01..2025-05-03]", {"literal": "between 1 and 3 May 2025"}, ""),
]


@pytest.mark.parametrize(("typed", "parts", "year"), VAGUE)
def test_a_vague_date_stays_as_vague(typed: str, parts: dict[str, Any], year: str) -> None:
    entry = Entry("k", "T", "P", "en", issued=parse(typed), url="https://s.example/")

    assert csl_date(parse(typed)) == parts
    fields = parsed([entry])["k"].fields
    assert fields.get("date", "") == ("" if typed.startswith("[") else typed)
    assert fields.get("year", "") == year
    if typed.startswith("["):
        assert "between 1 and 3 May 2025" in said(fields["note"])


def test_a_document_that_was_not_seen_says_so_in_every_form(sample: Timeline) -> None:
    unseen = next(source for source in sample.sources if not source.seen)
    entry = of_source(sample, unseen)

    assert "Not seen" in text(entry)
    assert "not seen" in csl(entry)["note"]
    assert "not seen" in parsed([entry])[unseen.id].fields["note"]
    assert "accessed" not in csl(entry)


def test_a_translation_stands_beside_the_title_and_never_for_it() -> None:
    entry = Entry("k", "Eine neue Brücke", "Küstenbote", "de", translated="A new bridge", issued=parse("1931-07-02"))

    assert text(entry) == "“Eine neue Brücke” [A new bridge]. Küstenbote, 2 July 1931."
    assert csl(entry)["title"] == "Eine neue Brücke"
    fields = parsed([entry])["k"].fields
    assert (said(fields["title"]), said(fields["titleaddon"])) == ("Eine neue Brücke", "A new bridge")


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=60))
def test_no_title_breaks_a_file(title: str) -> None:
    title = " ".join(title.split()) or "x"
    found = parsed([Entry("a", title, title, "en"), Entry("b", "Next", "P", "en")])

    assert list(found) == ["a", "b"]
    assert said(found["a"].fields["title"]) == title


# -- RIS -------------------------------------------------------------------------------------------


def test_every_entry_is_read_back_from_ris(entries: list[Entry]) -> None:
    read = rispy.loads("\n".join(ris(entry) for entry in entries) + "\n")

    assert len(read) == len(entries)
    for entry, found in zip(entries, read, strict=True):
        assert (found["id"], found["title"], found["language"]) == (entry.key, entry.title, entry.language)
        assert found.get("authors", []) == [author.sorted_by for author in entry.authors]
        assert found.get("urls", [""])[0] == entry.url
        assert found["secondary_title" if entry.version else "publisher"] == entry.container
        assert entry.version in found.get("edition", "")


@pytest.mark.parametrize(
    ("issued", "date", "note"),
    [
        ("2025", "2025///", ""),
        ("2025-05", "2025/05//", ""),
        ("2025-05-04", "2025/05/04/", ""),
        ("2025-05~", "", "dated about May 2025"),
        ("2025-05-04?", "", "dated possibly 4 May 2025"),
        ("2025-21", "", "dated spring 2025"),
        ("202X", "", "dated the 2020s"),
        ("2025-05/..", "", "dated from May 2025"),
        ("[2025-05-01..2025-05-03]", "", "dated between 1 and 3 May 2025"),
    ],
)
def test_ris_has_a_date_that_is_known_and_words_for_any_other(issued: str, date: str, note: str) -> None:
    (found,) = rispy.loads(ris(Entry("k", "T", "P", "en", issued=parse(issued))) + "\n")

    assert (found.get("date", ""), found.get("year", "")) == (date, date[:4])
    assert found.get("notes", [""]) == [note]


def test_an_event_in_ris_has_the_version_that_was_read_and_not_its_own_day(sample: Timeline) -> None:
    entry = of_event(sample, sample.events_by_id["may-opening"], "0123456789ab", "https://r.example/events/x/")
    (found,) = rispy.loads(ris(entry) + "\n")

    assert found["type_of_reference"] == "ENCYC"
    assert found["edition"] == "version 0123456789ab"
    assert found["date"] == sample.record.through.strftime("%Y/%m/%d/")
    assert found["notes"] == ["on an event dated May 2025"]


def test_what_other_forms_take_for_commands_is_text_in_ris() -> None:
    hard = 'ER  - & <b> "q", {x} 他们 שלום 🦊 = 1'
    (found,) = rispy.loads(
        ris(
            Entry(
                "k", hard, hard, "en", authors=(Author.named(hard), Author.named("B")), url="https://x.example/?a=b&c#d"
            )
        )
        + "\n"
    )

    assert (found["title"], found["publisher"], found["authors"]) == (hard, hard, [" ".join(hard.split()), "B"])
    assert found["urls"] == ["https://x.example/?a=b&c#d"]


def test_a_translated_title_in_ris_takes_no_title_from_its_document() -> None:
    (found,) = rispy.loads(ris(Entry("k", "Der Fluss", "Zeitung", "de", translated="The river")) + "\n")

    assert found["title"] == "Der Fluss"
    assert found["notes"] == ["title translated: The river"]


def test_an_event_that_nobody_can_date_has_no_date_in_a_bibliography(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: a}]
    events: [{id: flood, date: XXXX, claims: [{cite: a}]}]
    """
    entry = of_event(timeline_from_doc, timeline_from_doc.events[0], "0123456789ab")

    assert "event-date" not in csl(entry)
    assert "on an event whose date is not known; version 0123456789ab" in bibtex(entry)
    assert "N1  - on an event whose date is not known" in ris(entry)


def test_a_quoted_stop_ends_the_sentence_of_a_citation(timeline_from_doc: Timeline) -> None:
    """
    sources: [{id: a}]
    events: [{id: flood, date: 1930, title: The miller said "it is over.", claims: [{cite: a}]}]
    """
    entry = of_event(timeline_from_doc, timeline_from_doc.events[0], "0123456789ab")

    assert text(entry).startswith('“The miller said "it is over."” In: A record')
