"""A chronology of one kind of events and of links says each thing once, and means what the long form means."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.checks import read
from timeline.edits.files import Record, Refused
from timeline.edits.proposals import proposals
from timeline.edits.rename import rename
from timeline.formatter import restate
from timeline.model import Timeline
from timeline.problems import Problem
from timeline.queries.version import version
from timeline.site import inline_markdown

RECORD = """
record:
  title: The strike
  through: 2026-01-01
  added: 2026-01-01
  kinds: {walkout: Walkout}
  source_kinds: {post: {name: Post, counts_as: primary, untitled: true}}
  DEFAULTS
"""
DEFAULTS = """defaults:
    events: {kind: walkout, status: reported}
    sources: {kind: post}
    hosts: {posts.example: Posts, wiki.example: {publisher: Wiki, kind: secondary}}
"""
SHORT = """
sources: [{id: gazette, title: A, publisher: G, kind: primary, url: 'https://gazette.example/a'}]
events:
  - {id: begins, date: 2025-03-01, title: The ferrymen walk out, cite: gazette}
"""
LONG = """
sources: [{id: gazette, title: A, publisher: G, kind: primary, url: 'https://gazette.example/a', language: en}]
events:
  - {id: begins, added: 2026-01-01, date: 2025-03-01, title: The ferrymen walk out, kind: walkout, status: reported,
     claims: [{text: The ferrymen walk out, cite: gazette}]}
"""


def made(folder: Path, text: str, defaults: str = DEFAULTS) -> tuple[Timeline, tuple[Problem, ...]]:
    (folder / "record.yaml").write_text(RECORD.replace("DEFAULTS", defaults) + text, encoding="utf-8")
    loaded = read(folder, "data")
    return loaded.timeline, loaded.problems


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.span.line, problem.help) for problem in problems]


def test_an_event_that_only_cites_claims_its_title_and_is_the_same_record_as_when_all_is_typed(tmp_path: Path) -> None:
    short, problems = made(tmp_path, SHORT)
    assert problems == ()
    (claim,) = short.events[0].claims
    assert (claim.text, [cited.source for cited in claim.citations]) == ("The ferrymen walk out", ["gazette"])
    assert short.events[0].citations == ()
    assert version(short) == version(made(tmp_path, LONG)[0])


@pytest.mark.parametrize("title", ["A & B <c> walk out", "[a](b) *and* `c` _d_ \\e", "1. Ferry", "# 5 boats", "a_b_c!"])
def test_the_claim_says_to_readers_what_the_title_says(tmp_path: Path, title: str) -> None:
    record, problems = made(tmp_path, SHORT.replace("The ferrymen walk out", f'"{title}"'.replace("\\", "\\\\")))

    assert problems == ()
    assert inline_markdown.plain(record.events[0].claims[0].text) == title


def test_claims_of_an_event_that_cites_as_a_whole_may_be_texts(tmp_path: Path) -> None:
    record, problems = made(
        tmp_path, SHORT.replace("cite: gazette}", "claims: [A man fell., He lived.], cite: gazette}")
    )

    assert problems == ()
    assert [(claim.text, claim.only_as_a_whole, claim.ref) for claim in record.events[0].claims] == [
        ("A man fell.", True, "begins#claim-1"),
        ("He lived.", True, "begins#claim-2"),
    ]


def test_what_the_record_says_for_all_yields_to_the_host_and_to_the_entry(tmp_path: Path) -> None:
    record, problems = made(
        tmp_path,
        """
        sources:
          - {id: a, url: 'https://m.posts.example/a', issued: 2025-03-01}
          - {id: b, url: 'https://wiki.example/b', title: B}
          - {id: c, url: 'https://wiki.example/c', title: C, publisher: Wiki of boats}
        events:
          - {id: begins, date: 2025-03-01, title: They walk out, cite: [a, b, c], kind: report}
        """.replace("\n        ", "\n"),
    )

    assert [problem.code for problem in problems if problem.severity.value == "error"] == []
    assert [(source.publisher, source.kind) for source in record.sources] == [
        ("Posts", "post"),
        ("Wiki", "secondary"),
        ("Wiki of boats", "secondary"),
    ]
    assert (record.events[0].kind, record.events[0].status) == ("report", "reported")


def test_a_link_that_is_cited_is_a_source_once(tmp_path: Path) -> None:
    link = "https://www.posts.example/Jo/126"
    record, problems = made(
        tmp_path,
        SHORT.replace("cite: gazette", f"cite: ['{link}', gazette]")
        + f"  - {{id: ends, date: 2025-03-02, title: They are back, claims: [{{text: B., cite: '{link}/'}}]}}\n",
    )

    assert problems == ()
    assert [(source.id, source.url, source.publisher) for source in record.sources[1:]] == [
        ("posts-example-jo-126", link, "Posts")
    ]
    assert record.sources[1].place.span.line == 16


@pytest.mark.parametrize(
    ("link", "id"),
    [("https://posts.example/jo/126", "posts-example-jo-126"), ("https://gazette.example/a", "gazette")],
)
def test_a_link_is_no_source_where_one_has_it_or_where_such_documents_have_titles(
    tmp_path: Path, link: str, id: str
) -> None:
    _, problems = made(tmp_path, SHORT.replace("cite: gazette", f"cite: '{link}'"), DEFAULTS.replace("kind: post", ""))

    remedy = "the document with this address is `gazette`"
    if id != "gazette":
        remedy = "write the id of the document; `timeline add source` with this address adds it"
    assert [(problem.code, problem.help) for problem in problems if problem.code == "bad-id"] == [("bad-id", remedy)]


def test_what_nobody_says_is_asked_for_once_each(tmp_path: Path) -> None:
    _, problems = made(tmp_path, SHORT + "  - {id: ends, date: 2025, title: They are back, cite: gazette}\n", "")

    assert [(problem.code, problem.sentence) for problem in problems] == [
        ("missing-field", "the event has no `kind`"),
        ("missing-field", "the event has no `status`"),
    ] * 2


def test_only_of_a_kind_that_says_so_a_document_has_no_title(tmp_path: Path) -> None:
    _, problems = made(tmp_path, SHORT.replace("title: A, ", ""))

    assert told(problems) == [("missing-field", 14, "add `title: …`")]


def test_a_default_that_is_no_word_is_told_once_where_it_stands(tmp_path: Path) -> None:
    _, problems = made(tmp_path, SHORT, DEFAULTS.replace("kind: walkout", "kind: walkoot"))

    assert [(problem.code, problem.span.line) for problem in problems if problem.severity.value == "error"] == [
        ("unknown-word", 9)
    ]


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        ("{id: x, date: 2025, cite: gazette}", 16),
        ("{id: x, date: 2025, title: '', cite: gazette}", 16),
        ("{id: x, date: 2025, title: A, cite: [gazette, nobody]}", 16),
        ("{id: x, date: 2025, title: A, cite: [gazette, {source: Gazette!}]}", 16),
        ("{id: x, date: 2025, title: A, cite: {source: gazette, locater: 3}}", 16),
        ("{id: x, date: 2025, title: A, cite: }", 16),
        ("{id: x, date: 2025, title: A}", 16),
    ],
)
def test_a_slip_in_a_short_event_is_told_once_at_its_word(tmp_path: Path, slip: str, line: int) -> None:
    _, problems = made(tmp_path, SHORT.partition("  - {id")[0] + f"  - {slip}\n")

    assert [(problem.severity.value, problem.span.line) for problem in problems if problem.code != "unused"] == [
        ("error", line)
    ]


def test_short_forms_are_kept_by_the_canonical_form() -> None:
    form = restate("events.yaml", SHORT.encode())

    assert form.sound
    assert b"claims" not in form.after
    assert b"title: The ferrymen walk out, cite: gazette}\n" in form.after


def test_a_document_with_a_title_does_not_say_that_it_has_none(tmp_path: Path) -> None:
    _, problems = made(tmp_path, SHORT.replace("title: A, ", "title: A, title_basis: none, "))

    assert told(problems) == [("unknown-word", 14, "leave the line out")]


def test_a_document_cited_by_its_address_has_no_field_that_a_tool_would_change(tmp_path: Path) -> None:
    made(tmp_path, SHORT.replace("cite: gazette", "cite: ['https://posts.example/jo/126', gazette]"))
    (tmp_path / "links.yaml").write_text(
        """links: [{url: "https://posts.example/jo/126", state: moved, checked: 2026-01-01, since: 2026-01-01,
        moved_to: "https://posts.example/jo/127"}]""",
        encoding="utf-8",
    )

    assert proposals(Record(tmp_path)) == []
    with pytest.raises(Refused, match="cited by its address alone"):
        rename(tmp_path, None, "posts-example-jo-126", "jo-126", None)


def test_two_addresses_that_would_have_one_id_are_told_apart_by_hand(tmp_path: Path) -> None:
    links = "cite: ['https://posts.example/A', 'https://posts.example/a']"
    _, problems = made(tmp_path, SHORT.replace("cite: gazette", links))

    remedy = (
        "write it as a source with an id of its own, and cite that; `https://posts.example/A` has `posts-example-a`"
    )
    assert [problem.help for problem in problems if problem.code == "bad-id"] == [remedy]


PREFIXED = DEFAULTS + "    prefixes: {p: https://posts.example/, w: https://wiki.example/page/}\n"


def test_a_prefix_stands_for_the_beginning_of_an_address(tmp_path: Path) -> None:
    record, problems = made(tmp_path, SHORT.replace("cite: gazette", "cite: [p:Jo/126, gazette]"), PREFIXED)

    assert problems == ()
    source = record.sources[1]
    assert (source.id, source.url, source.publisher) == ("p-jo-126", "https://posts.example/Jo/126", "Posts")


@pytest.mark.parametrize(
    ("cite", "told_of"),
    [
        (
            "x:Jo",
            "write the id of the document, or say what `x` stands for in `record` under `defaults: {prefixes: …}`",
        ),
        ("'p:Jo|1'", "write the end of the address as a browser shows it"),
        ("[p:a, 'https://posts.example/a']", "the document with this address is `p-a`"),
    ],
)
def test_a_prefix_that_nobody_defined_and_an_address_that_is_none_are_told(
    tmp_path: Path, cite: str, told_of: str
) -> None:
    text = SHORT.replace("cite: gazette", f"cite: {cite}")

    assert told_of in " ".join(problem.help for problem in made(tmp_path, text, PREFIXED)[1])


@pytest.mark.parametrize("prefix", ["https", "Wiki", "doi"])
def test_no_prefix_is_a_scheme_or_anything_but_a_word(tmp_path: Path, prefix: str) -> None:
    defaults = DEFAULTS + f"    prefixes: {{{prefix}: https://posts.example/}}\n"

    assert [problem.code for problem in made(tmp_path, SHORT, defaults)[1]] == ["bad-id"]
